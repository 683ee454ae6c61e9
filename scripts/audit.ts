import { auditCommand } from '#pipeline/gate/audit-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'audit',
    summary:
      '检查文件里有没有不该公开的个人信息：网页、文稿、表格、PDF、图片、压缩包，连同其中看不见的部分。只显示遮盖后的内容。',
    positionals: 'PATH…',
    options: {
      allow: { type: 'string', value: '内容', help: '单位公布的电话、邮箱或地址，可写多次', multiple: true },
      content: { type: 'string', value: '目录', help: '把这个内容目录公布的联系方式算作允许' },
      waivers: { type: 'string', value: '文件', help: '经审核的豁免清单，例如 content/waivers.json' },
    },
    examples: ['npm run audit -- dist --content content', 'npm run audit -- notice.html --allow 0631-0000000 --json'],
  },
  auditCommand,
);
