import { startCommand } from '#pipeline/build/start-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(startCommand);
