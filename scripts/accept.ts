import { acceptCommand } from '#pipeline/approval/accept-command.ts';
import { runCommand } from '#pipeline/commands/run-command.ts';

await runCommand(acceptCommand);
