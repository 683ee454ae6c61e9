import { openTerminal } from '#pipeline/commands/ask.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { newRoundCommand, newRoundOptions } from '#pipeline/office/new-round-command.ts';

await runCommand(
  {
    verb: 'new-round',
    summary:
      '建立一届：写出 round.md 和公示的初稿。没有写明的逐项询问；公示日期与推算不符、或超出已知的放假安排时不写入。',
    options: newRoundOptions,
    examples: ['npm run new-round -- --programme weihai-craftsman --edition 2027'],
  },
  async (given) => {
    const terminal = openTerminal();
    try {
      return await newRoundCommand(given, terminal);
    } finally {
      terminal?.close();
    }
  },
);
