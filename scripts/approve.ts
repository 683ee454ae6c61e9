import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(approveCommand);
