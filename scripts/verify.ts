import { runCommand } from '#pipeline/commands/run-command.ts';
import { verifyCommand } from '#pipeline/evidence/verify-command.ts';

await runCommand(verifyCommand);
