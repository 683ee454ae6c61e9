import { approveCommand, approveOptions } from '#pipeline/approval/approve-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'approve',
    summary:
      '记录一届名单的批准：谁、凭哪个文件、批准了哪些内容。之后任何改动都会被 check 指出。有错误或未处理的提醒时不批准。',
    options: approveOptions,
    examples: [
      'npm run approve -- --round weihai-craftsman/2024 --body 市总工会 --document 威工发〔2026〕7号 --date 2026-11-20 --approver 张三 --reviewer 李四',
    ],
  },
  (given) => approveCommand(given, Date.now),
);
