import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(proofCommand);
