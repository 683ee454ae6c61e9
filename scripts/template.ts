import { runCommand } from '#pipeline/commands/command-line.ts';
import { templateCommand, templateOptions } from '#pipeline/intake/sheet/template-command.ts';

await runCommand(
  {
    verb: 'template',
    summary: '生成一个选树活动的空白汇总表（.xlsx），列、下拉列表和说明都按它的规定。',
    options: templateOptions,
    examples: [
      'npm run template -- --programme weihai-craftsman --out 威海工匠汇总表.xlsx',
      'npm run template -- --round baotou-craftsman/2023 --out 包头工匠2023.xlsx',
    ],
  },
  templateCommand,
);
