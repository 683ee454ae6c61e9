import { runCommand } from '#pipeline/commands/run-command.ts';
import { observeCommand } from '#pipeline/observe/observe-command.ts';

await runCommand(observeCommand);
