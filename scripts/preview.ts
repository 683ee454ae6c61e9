import { resolve } from 'node:path';
import { givenBase } from '#pipeline/build/build-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { requireSite } from '#pipeline/release/require-site.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';

await runCommand(
  {
    verb: 'preview',
    summary: '在本机打开已生成的网站。按 Ctrl+C 结束。',
    options: {
      out: { type: 'string', value: '目录', help: '已生成的网站，默认 dist' },
      base: { type: 'string', value: '路径', help: '生成时用的路径，默认 /' },
      port: { type: 'string', value: '端口', help: '默认 4321；0 表示任选一个空闲端口' },
    },
  },
  async (given) => {
    const out = resolve(given.text('out') ?? 'dist');
    requireSite(out, 'out');
    const port = given.wholeNumber('port', 0, 65_535) ?? 4321;
    const { address } = await serveSite({ out, base: givenBase(given), port });
    return { exit: 0, json: { address }, text: `网站已在本机打开：${address}\n按 Ctrl+C 结束。\n` };
  },
);
