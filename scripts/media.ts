import { runCommand } from '#pipeline/commands/run-command.ts';
import { mediaCommand } from '#pipeline/intake/media-command.ts';

await runCommand(mediaCommand);
