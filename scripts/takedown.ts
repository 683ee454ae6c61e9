import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(takedownCommand);
