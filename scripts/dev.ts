import { devCommand } from '#pipeline/build/dev-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(devCommand);
