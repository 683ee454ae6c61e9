import { runCommand } from '#pipeline/commands/run-command.ts';
import { updateCommand } from '#pipeline/portable/update-command.ts';

await runCommand(updateCommand);
