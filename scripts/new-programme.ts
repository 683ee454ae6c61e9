import { openTerminal } from '#pipeline/commands/ask.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { newProgrammeCommand } from '#pipeline/office/programme/new-programme-command.ts';
import { newProgrammeOptions } from '#pipeline/office/programme/options.ts';

await runCommand(
  {
    verb: 'new-programme',
    summary:
      '按通知建立一个选树活动，一次问一项：条款、原话、数字对着通知核对，不用看任何格式。已有的活动用 --extend 补充。',
    options: newProgrammeOptions,
    examples: [
      'npm run new-programme -- --content 我们的内容 --id hecheng-craftsman --notice 通知.txt --answers 回答.txt',
      'npm run new-programme -- --questions > 回答.txt',
      'npm run new-programme -- --content 我们的内容 --id hecheng-craftsman --extend --district 荷东区 --district 荷西区',
    ],
  },
  async (given) => {
    const terminal = openTerminal();
    try {
      return await newProgrammeCommand(given, terminal);
    } finally {
      terminal?.close();
    }
  },
);
