import { CONTENT_OPTION, runCommand } from '#pipeline/commands/command-line.ts';
import { windowCommand } from '#pipeline/office/window-command.ts';

await runCommand(
  {
    verb: 'window',
    summary: '推算公示期，或核对印好的起止日期。',
    options: {
      opens: { type: 'string', value: '日期', help: '公示首日' },
      closes: { type: 'string', value: '日期', help: '印好的公示截止日；写了就是核对' },
      length: { type: 'string', value: '天数', help: '公示几天' },
      unit: { type: 'string', value: '单位', help: 'working 工作日，calendar 天（每天都算）' },
      'counts-from': { type: 'string', value: '起算', help: 'opening-day 首日算第1天（默认），next-day 次日起算' },
      published: { type: 'string', value: '日期', help: '发布之日（核对时用）' },
      programme: { type: 'string', value: '活动', help: '按这个选树活动的规定取天数和单位' },
      'closing-time': { type: 'string', value: '时间', help: '截止日的钟点，默认 24:00' },
      content: CONTENT_OPTION,
    },
    examples: [
      'npm run window -- --opens 2026-09-30 --length 5 --unit working',
      'npm run window -- --opens 2024-09-11 --closes 2024-09-18 --length 5 --unit working --published 2024-09-10',
    ],
  },
  windowCommand,
);
