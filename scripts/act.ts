import { actCommand, actOptions } from '#pipeline/acts/act-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'act',
    summary:
      '记录公示以后发生的事：更正、延长、中止、恢复、重新公示、取消候选资格、撤销公示、撤销称号。每次一份，有日期和理由；不合规定的不记录。',
    options: actOptions,
    examples: [
      'npm run act -- --round weihai-craftsman/2024 --kind extension --new-close 2024-09-20 --reason-code outage --reason 网站中断一天，顺延公示。',
      'npm run act -- --round weihai-craftsman/2024 --kind correction --person 7tmn7wz --field 姓名 --old 王磊 --new 王蕾 --reason-code slip --reason 名单录入有误。',
    ],
  },
  (given) => actCommand(given, Date.now),
);
