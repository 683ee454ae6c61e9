import { runCommand } from '#pipeline/commands/run-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';

await runCommand(approveCommand);
