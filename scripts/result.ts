import { runCommand } from '#pipeline/commands/run-command.ts';
import { resultCommand } from '#pipeline/acts/result-command.ts';

await runCommand(resultCommand);
