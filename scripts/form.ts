import { runCommand } from '#pipeline/commands/command-line.ts';
import { formCommand, formOptions } from '#pipeline/intake/form-command.ts';

await runCommand(
  {
    verb: 'form',
    summary: '教程序认识一张表：列出表上的各项，逐项问是什么，写成这个活动的表（forms/*.json）。',
    positionals: 'learn 文件',
    options: formOptions,
    examples: [
      'npm run form -- learn 推荐表.docx --programme weihai-craftsman --id nomination --clause 附件1',
      'npm run form -- learn 推荐表.docx --programme weihai-craftsman --id nomination --clause 附件1 --answers 回答.txt',
    ],
  },
  formCommand,
);
