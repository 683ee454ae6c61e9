import { runCommand } from '#pipeline/commands/run-command.ts';
import { newNoticeCommand } from '#pipeline/office/new-notice-command.ts';

await runCommand(newNoticeCommand);
