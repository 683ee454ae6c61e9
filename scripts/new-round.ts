import { runCommand } from '#pipeline/commands/run-command.ts';
import { newRoundCommand } from '#pipeline/office/new-round-command.ts';

await runCommand(newRoundCommand);
