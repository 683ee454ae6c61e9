import { runCommand } from '#pipeline/commands/run-command.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';

await runCommand(proofCommand);
