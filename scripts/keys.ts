import { runCommand } from '#pipeline/commands/command-line.ts';
import { keysCommand, keysOptions } from '#pipeline/evidence/keys-command.ts';

await runCommand(
  {
    verb: 'keys',
    summary: '签名用的密钥：make 生成，show 查看公钥，protect 换口令，rotate 由新密钥接替，revoke 作废。',
    positionals: 'make|show|protect|rotate|revoke',
    options: keysOptions,
    examples: [
      'npm run keys -- make --name gongshi.example.org --out /media/usb/gongshi.key',
      'npm run keys -- rotate --key /media/usb/gongshi.key --out /media/usb/gongshi-2.key',
    ],
  },
  (given) => keysCommand(given, Date.now),
);
