import { resolve } from 'node:path';
import { readPublished, writePublished } from '#pipeline/build/published-addresses.ts';
import type { Held } from '#pipeline/content/writing.ts';
import type { Head } from './continue-ledger.ts';

/** What the workspace itself remembers of its publications, in `published.json` beside the content. */
export interface Memory {
  kept: Head | undefined;
  hasPublished: boolean;
}

export async function remembered(content: string, to: string): Promise<Memory> {
  const { addresses, ledgers = {} } = await readPublished(content);
  return { kept: ledgers[targetName(to)], hasPublished: addresses.length > 0 || Object.keys(ledgers).length > 0 };
}

export async function remember(held: Held, to: string, { size, root }: Head): Promise<void> {
  const published = await readPublished(held.content);
  const ledgers = { ...published.ledgers, [targetName(to)]: { size, root } };
  await writePublished(held, {
    ...published,
    ledgers: Object.fromEntries(Object.entries(ledgers).sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

/** One name for one place, from wherever the command is called. */
function targetName(to: string): string {
  return isRemote(to) ? to.replace(/\/+$/, '') : resolve(to);
}

/**
 * `oss:gongshi/site`, `:local:/srv`: a remote of rclone, not a folder of this machine. `D:\gongshi` is a folder, and on Windows `D:/gongshi`
 * and `D:` too, where rclone itself takes one letter for a drive.
 */
export function isRemote(to: string, platform: string = process.platform): boolean {
  if (/^[a-z]:\\/i.test(to) || (platform === 'win32' && /^[a-z]:(?:\/|$)/i.test(to))) return false;
  return !/\.zip$/i.test(to) && /^:?[\w .-]+:/.test(to);
}
