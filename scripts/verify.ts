import { runCommand } from '#pipeline/commands/command-line.ts';
import { verifyCommand, verifyOptions } from '#pipeline/evidence/verify-command.ts';

await runCommand(
  {
    verb: 'verify',
    summary: '核对一份网站是不是签名发布的那一份，一字未改。退出码：0 完整，1 被改动或比要求的旧，3 无法判断。',
    positionals: '文件夹|网址|文件.zip',
    options: verifyOptions,
    examples: [
      'npm run verify -- /srv/jiangbang/current',
      'npm run verify -- https://gongshi.example.org/ --pinned 12,3f5a…',
      'npm run verify -- gongshi.zip --key 公钥.txt',
      'npm run verify -- https://gongshi.example.org/ --key 公钥.txt --max-age 36h',
    ],
  },
  (given) => verifyCommand(given, Date.now),
);
