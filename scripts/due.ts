import { dueCommand } from '#pipeline/acts/due-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(dueCommand);
