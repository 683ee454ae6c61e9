import { runCommand } from '#pipeline/commands/run-command.ts';
import { devCommand } from '#pipeline/build/dev-command.ts';

await runCommand(devCommand);
