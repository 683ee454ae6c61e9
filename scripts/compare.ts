import { runCommand } from '#pipeline/commands/run-command.ts';
import { compareCommand } from '#pipeline/observe/compare-command.ts';

await runCommand(compareCommand);
