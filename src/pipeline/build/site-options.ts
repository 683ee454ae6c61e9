import { UsageError } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, NOW } from '#pipeline/commands/shared-options.ts';

/** Where a built site is to stand. */
export const BUILD = {
  ...CONTENT,
  out: { type: 'string', value: '目录', help: '输出目录，默认 dist' },
  base: { type: 'string', value: '路径', help: '网站所在的路径，默认 /，例如 /gongjiang/' },
  ...NOW,
  cold: { type: 'boolean', help: '不使用上次生成留下的任何结果，全部重新生成、重新核对' },
} as const satisfies Options;

/** Where it is served on this machine. */
export const PORT = {
  port: { type: 'string', value: '端口', help: '默认 4321；0 表示任选一个空闲端口' },
} as const satisfies Options;

/** The path of the site, `/` or `/gongjiang/`. */
export function baseOf(given: Given<Pick<typeof BUILD, 'base'>>): string {
  const base = given.text('base') ?? '/';
  if (!/^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(base)) {
    throw new UsageError('--base 要以 / 开头、以 / 结尾，中间只用英文字母、数字和短横线，例如 /gongjiang/。');
  }
  return base;
}

export function portOf(given: Given<typeof PORT>): number {
  return given.wholeNumber('port', 0, 65_535) ?? 4321;
}
