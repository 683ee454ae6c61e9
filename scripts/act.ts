import { runCommand } from '#pipeline/commands/run-command.ts';
import { actCommand } from '#pipeline/acts/act-command.ts';

await runCommand(actCommand);
