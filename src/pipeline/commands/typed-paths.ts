import { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import { masked } from '#core/privacy/mask.ts';
import type { Arguments } from './command-line.ts';
import type { Options } from './define-command.ts';

/** What an option that names a file, a folder or a place on the web says of its value. */
const PATH = /文件|目录|路径|目标|网址/;
const NOTHING_ALLOWED = new AllowList();

/**
 * Masks the private values in the paths that were typed, wherever a command repeats them: a folder may be called after a telephone or an
 * identity number. Other words are the office's own, its declared telephone among them.
 */
export function maskerOf(options: Options, given: Arguments): (text: string) => string {
  const typed = Object.entries(options).flatMap(([name, { value = '' }]) =>
    PATH.test(value) ? given.every(name) : [],
  );
  const values = new Set(
    [...typed, ...given.positionals].flatMap((path) =>
      inspectText(path, NOTHING_ALLOWED).map(({ start, end }) => path.slice(start, end)),
    ),
  );
  // The longer first: one may be a part of another.
  const found = [...values].sort((a, b) => b.length - a.length);
  return (text) => found.reduce((shown, value) => shown.replaceAll(value, masked(value)), text);
}
