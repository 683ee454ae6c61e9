import { runCommand } from '#pipeline/commands/run-command.ts';
import { dueCommand } from '#pipeline/acts/due-command.ts';

await runCommand(dueCommand);
