import { runCommand } from '#pipeline/commands/run-command.ts';
import { startCommand } from '#pipeline/build/start-command.ts';

await runCommand(startCommand);
