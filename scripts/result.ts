import { resultCommand } from '#pipeline/acts/result-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(resultCommand);
