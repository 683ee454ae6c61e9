import { resolve } from 'node:path';
import { buildCommand, buildOptions, givenBase } from '#pipeline/build/build-command.ts';
import { runCommand } from '#pipeline/commands/command-line.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';

await runCommand(
  {
    verb: 'start',
    summary: '检查内容，生成网站，并在本机打开。按 Ctrl+C 结束。',
    options: { ...buildOptions, port: { type: 'string', value: '端口', help: '默认 4321；0 表示任选一个空闲端口' } },
  },
  async (given) => {
    const port = given.wholeNumber('port', 0, 65_535) ?? 4321;
    const built = await buildCommand(given);
    if (built.exit !== 0) return built;
    const base = givenBase(given);
    const { address } = await serveSite({ out: resolve(given.text('out') ?? 'dist'), base, port });
    return {
      exit: 0,
      json: { ...(built.json as object), address },
      text: `${built.text}网站已在本机打开：${address}\n按 Ctrl+C 结束。\n`,
    };
  },
);
