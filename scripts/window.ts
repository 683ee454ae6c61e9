import { runCommand } from '#pipeline/commands/run-command.ts';
import { windowCommand } from '#pipeline/office/window-command.ts';

await runCommand(windowCommand);
