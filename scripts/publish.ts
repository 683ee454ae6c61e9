import { runCommand } from '#pipeline/commands/command-line.ts';
import { publishCommand, publishOptions } from '#pipeline/publish/publish-command.ts';

await runCommand(
  {
    verb: 'publish',
    summary: '把生成好的网站发布出去：先完整放好、核对，再一次切换。中途断电或出错，正在提供的网站保持原样。',
    positionals: '[prune]',
    options: publishOptions,
    examples: [
      'npm run publish -- --to /srv/jiangbang --first',
      'npm run publish -- --to /srv/jiangbang --key /media/usb/gongshi.key',
      'npm run publish -- --to /srv/new --first --ledger gongshi.zip --key /media/usb/gongshi.key',
      'npm run publish -- --to oss:gongshi/site',
      'npm run publish -- prune --to oss:gongshi/site',
      'npm run publish -- --to gongshi.zip',
    ],
  },
  (given) => publishCommand(given, Date.now),
);
