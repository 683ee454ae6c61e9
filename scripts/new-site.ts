import { openTerminal } from '#pipeline/commands/ask.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { newSiteCommand, newSiteOptions } from '#pipeline/office/new-site-command.ts';

await runCommand(
  {
    verb: 'new-site',
    summary: '建立一个单位自己的内容目录：名称、联系方式、选树活动和放假安排，不带任何示例人员。没有写明的逐项询问。',
    options: newSiteOptions,
    examples: ['npm run new-site -- --content 我们的内容 --programme weihai-craftsman'],
  },
  async (given) => {
    const terminal = openTerminal();
    try {
      return await newSiteCommand(given, terminal);
    } finally {
      terminal?.close();
    }
  },
);
