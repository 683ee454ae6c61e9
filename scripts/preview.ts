import { previewCommand } from '#pipeline/build/preview-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(previewCommand);
