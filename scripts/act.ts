import { actCommand } from '#pipeline/acts/act-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(actCommand);
