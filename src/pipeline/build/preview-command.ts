import { resolve } from 'node:path';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { followed } from '#pipeline/release/current.ts';
import { requireSite } from '#pipeline/release/require-site.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { baseOf, PORT, portOf } from './site-options.ts';

const options = {
  out: { type: 'string', value: '目录', help: '已生成的网站，默认 dist' },
  base: { type: 'string', value: '路径', help: '生成时用的路径，默认 /' },
  ...PORT,
} as const satisfies Options;

/** `npm run preview`. */
export const previewCommand = defineCommand({
  verb: 'preview',
  summary: '在本机打开已生成的网站。按 Ctrl+C 结束。',
  options,
  run: preview,
});

async function preview(given: Given<typeof options>): Promise<Outcome> {
  const out = await followed(resolve(given.text('out') ?? 'dist'));
  requireSite(out, 'out');
  const port = portOf(given);
  const { address } = await serveSite({ out, base: baseOf(given), port });
  return { exit: 0, json: { address }, text: `网站已在本机打开：${address}\n按 Ctrl+C 结束。\n` };
}
