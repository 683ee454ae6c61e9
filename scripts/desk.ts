import { deskCommand } from '#desk/start/desk-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(deskCommand);
