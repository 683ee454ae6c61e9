import { runCommand } from '#pipeline/commands/command-line.ts';
import { proofCommand, proofOptions } from '#pipeline/approval/proof-command.ts';

await runCommand(
  {
    verb: 'proof',
    summary: '生成给领导签字的校样：名单、公示期、联系方式、全部文字和指纹，可以打印。有错误时不生成。',
    options: proofOptions,
    examples: ['npm run proof -- --round weihai-craftsman/2024 --out 校样.html'],
  },
  proofCommand,
);
