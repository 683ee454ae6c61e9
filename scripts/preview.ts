import { runCommand } from '#pipeline/commands/run-command.ts';
import { previewCommand } from '#pipeline/build/preview-command.ts';

await runCommand(previewCommand);
