import { resolve } from 'node:path';
import { dev } from 'astro';
import { ROOT } from '#pipeline/commands/root.ts';
import { CONTENT_OPTION, NOW_OPTION, runCommand } from '#pipeline/commands/command-line.ts';

await runCommand(
  {
    verb: 'dev',
    summary: '一边改一边看：改动 src 或内容后网页自动更新。按 Ctrl+C 结束。',
    options: {
      content: CONTENT_OPTION,
      now: NOW_OPTION,
      port: { type: 'string', value: '端口', help: '默认 4321' },
    },
  },
  async (given) => {
    process.env['JIANGBANG_CONTENT'] = resolve(given.text('content') ?? 'content');
    const now = given.instant('now');
    if (now !== undefined) process.env['JIANGBANG_NOW'] = new Date(now).toISOString();
    const port = given.wholeNumber('port', 0, 65_535) ?? 4321;
    const server = await dev({ root: ROOT, server: { host: '127.0.0.1', port }, logLevel: 'warn' });
    const address = `http://127.0.0.1:${server.address.port}/`;
    return { exit: 0, json: { address }, text: `开发服务器：${address}\n按 Ctrl+C 结束。\n` };
  },
);
