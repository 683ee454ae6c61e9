import { runCommand } from '#pipeline/commands/command-line.ts';
import { observeCommand, observeOptions } from '#pipeline/observe/observe-command.ts';

await runCommand(
  {
    verb: 'observe',
    summary: '在另一台机器上按时查看公示网页，逐次记录；再据记录出一份可以存档的报告。',
    positionals: '网址… 或 report',
    options: observeOptions,
    examples: [
      'npm run observe -- https://gongshi.example.org/2026/notice/ --every 10m --times 144',
      'npm run observe -- report --out observed.html',
    ],
  },
  (given) => observeCommand(given, Date.now),
);
