import { runCommand } from '#pipeline/commands/run-command.ts';
import { publishCommand } from '#pipeline/publish/publish-command.ts';

await runCommand(publishCommand);
