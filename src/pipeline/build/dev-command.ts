import { resolve } from 'node:path';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { CONTENT, contentOf, NOW } from '#pipeline/commands/shared-options.ts';
import { portOf } from './site-options.ts';

const options = {
  ...CONTENT,
  ...NOW,
  port: { type: 'string', value: '端口', help: '默认 4321' },
} as const satisfies Options;

/** `npm run dev`. */
export const devCommand = defineCommand({
  verb: 'dev',
  summary: '一边改一边看：改动 src 或内容后网页自动更新。按 Ctrl+C 结束。',
  options,
  run: develop,
});

async function develop(given: Given<typeof options>): Promise<Outcome> {
  process.env['JIANGBANG_CONTENT'] = resolve(contentOf(given));
  const now = given.instant('now');
  if (now !== undefined) process.env['JIANGBANG_NOW'] = new Date(now).toISOString();
  const port = portOf(given);
  const { dev } = await import('astro');
  const server = await dev({ root: ROOT, server: { host: '127.0.0.1', port }, logLevel: 'warn' });
  const address = `http://127.0.0.1:${server.address.port}/`;
  return { exit: 0, json: { address }, text: `开发服务器：${address}\n按 Ctrl+C 结束。\n` };
}
