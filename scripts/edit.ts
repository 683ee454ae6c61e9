import { runCommand } from '#pipeline/commands/run-command.ts';
import { editCommand } from '#pipeline/intake/edit/edit-command.ts';

await runCommand(editCommand);
