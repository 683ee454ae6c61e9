import { runCommand } from '#pipeline/commands/run-command.ts';
import { photoCommand } from '#pipeline/intake/photos/photo-command.ts';

await runCommand(photoCommand);
