import { runCommand } from '#pipeline/commands/run-command.ts';
import { calendarCommand } from '#pipeline/office/calendar-command.ts';

await runCommand(calendarCommand);
