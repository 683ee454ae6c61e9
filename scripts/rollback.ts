import { runCommand } from '#pipeline/commands/command-line.ts';
import { rollbackCommand, rollbackOptions } from '#pipeline/publish/publish-command.ts';

await runCommand(
  {
    verb: 'rollback',
    summary: '退回到以前发布的一版，默认上一版。',
    options: rollbackOptions,
    examples: ['npm run rollback -- --to /srv/jiangbang'],
  },
  (given) => rollbackCommand(given, Date.now),
);
