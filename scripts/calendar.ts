import { calendarCommand } from '#pipeline/office/calendar-command.ts';
import { CONTENT_OPTION, runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'calendar',
    summary: 'check：把已录入的每一天与另一份独立数据逐日核对，列出不同之处。',
    positionals: 'check',
    options: { content: CONTENT_OPTION },
    examples: ['npm run calendar -- check'],
  },
  calendarCommand,
);
