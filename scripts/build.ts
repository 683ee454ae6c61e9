import { runCommand } from '#pipeline/commands/run-command.ts';
import { buildCommand } from '#pipeline/build/build-command.ts';

await runCommand(buildCommand);
