import { runCommand } from '#pipeline/commands/run-command.ts';
import { paperCommand } from '#pipeline/paper/paper-command.ts';

await runCommand(paperCommand);
