import { runCommand } from '#pipeline/commands/command-line.ts';
import { compareCommand, compareOptions } from '#pipeline/observe/compare-command.ts';

await runCommand(
  {
    verb: 'compare',
    summary: '发布以后，从读者的网址取回每个文件，与成品比较内容、类型和响应头，说明哪里不同。',
    options: compareOptions,
    examples: ['npm run compare -- --address https://gongshi.example.org/'],
  },
  compareCommand,
);
