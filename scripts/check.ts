import { runCommand } from '#pipeline/commands/run-command.ts';
import { checkCommand } from '#pipeline/check/check-command.ts';

await runCommand(checkCommand);
