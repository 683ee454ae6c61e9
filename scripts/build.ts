import { buildCommand } from '#pipeline/build/build-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(buildCommand);
