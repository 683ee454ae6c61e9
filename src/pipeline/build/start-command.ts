import { resolve } from 'node:path';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { buildCommand } from './build-command.ts';
import { baseOf, BUILD, PORT, portOf } from './site-options.ts';

const options = { ...BUILD, ...PORT } as const satisfies Options;

/** `npm start`. */
export const startCommand = defineCommand({
  verb: 'start',
  summary: '检查内容，生成网站，并在本机打开。按 Ctrl+C 结束。',
  options,
  run: start,
});

async function start(given: Given<typeof options>): Promise<Outcome> {
  const port = portOf(given);
  const built = await buildCommand.run(given);
  if (built.exit !== 0) return built;
  const { address } = await serveSite({ out: resolve(given.text('out') ?? 'dist'), base: baseOf(given), port });
  return {
    exit: 0,
    json: { ...(built.json as object), address },
    text: `${built.text}网站已在本机打开：${address}\n按 Ctrl+C 结束。\n`,
  };
}
