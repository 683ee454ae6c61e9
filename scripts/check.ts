import { checkCommand } from '#pipeline/check/check-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(checkCommand);
