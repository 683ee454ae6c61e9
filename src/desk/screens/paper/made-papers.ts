import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Desk } from '#desk/frame/desk.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';

/** A file made for a round, below its folder, with `/`. */
export interface MadePaper {
  path: string;
  bytes: number;
  at: Instant;
}

/** Where the desk keeps what it made for a round: its own folder, not the content. */
export function paperFolder({ state }: Pick<Desk, 'state'>, round: string): string {
  return state.path('paper', ...round.split('/').filter((part) => /^[\w-]+$/.test(part)));
}

/** Everything made for a round, in the order of the names. */
export async function madePapers(desk: Pick<Desk, 'state'>, round: string): Promise<MadePaper[]> {
  const folder = paperFolder(desk, round);
  const made: MadePaper[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true }).catch(() => [])) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() && !entry.name.includes('.partial-')) {
        const { size, mtimeMs } = await stat(join(folder, path));
        made.push({ path, bytes: size, at: mtimeMs });
      }
    }
  };
  await walk('');
  return made.sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }));
}

/** When a file of the round was changed last. */
export async function roundChangedAt({ content }: Pick<Desk, 'content'>, round: string): Promise<Instant> {
  let last = 0;
  const folder = join(content, roundDirectory(round));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) last = Math.max(last, (await stat(join(entry.parentPath, entry.name))).mtimeMs);
  }
  return last;
}
