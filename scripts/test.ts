import { runCommand } from '#pipeline/commands/run-command.ts';
import { testCommand } from '#tests/run/test-command.ts';

await runCommand(testCommand);
