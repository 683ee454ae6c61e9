import { runCommand } from '#pipeline/commands/command-line.ts';
import { dueCommand, dueOptions } from '#pipeline/acts/due-command.ts';

await runCommand(
  {
    verb: 'due',
    summary: '网站何时必须重新生成，为什么：公示发布、开始、期满，更正等公布，结果公布，个人材料到期，称号期满。',
    options: dueOptions,
    examples: [
      'npm run due',
      'npm run due -- --since 2026-11-25T10:00:00+08:00 --json',
      'npm run due -- --ics due.ics',
    ],
  },
  (given) => dueCommand(given, Date.now),
);
