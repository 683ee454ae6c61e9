import { runCommand } from '#pipeline/commands/run-command.ts';
import { rollbackCommand } from '#pipeline/publish/publish-command.ts';

await runCommand(rollbackCommand);
