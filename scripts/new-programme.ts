import { runCommand } from '#pipeline/commands/run-command.ts';
import { newProgrammeCommand } from '#pipeline/office/programme/new-programme-command.ts';

await runCommand(newProgrammeCommand);
