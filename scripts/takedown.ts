import { runCommand } from '#pipeline/commands/run-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';

await runCommand(takedownCommand);
