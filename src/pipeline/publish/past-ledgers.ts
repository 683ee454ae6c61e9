import { join } from 'node:path';
import type { Unsealed } from '../evidence/seal.ts';
import { type FolderTarget, liveRelease, recordedFiles, releasesOf } from './folder-target.ts';

const LEDGER = 'evidence/ledger.jsonl';

/** Every ledger that lies at a target: of the release that is served, and of those beside it, wherever `current` may point. */
export async function pastLedgers(target: FolderTarget): Promise<Pick<Unsealed, 'ledger' | 'others' | 'isRecorded'>> {
  const { disk, folder } = target;
  const live = await liveRelease(target);
  const read = async (release: string): Promise<string | undefined> => {
    const file = join(folder, 'releases', release, LEDGER);
    return (await disk.exists(file)) ? new TextDecoder().decode(await disk.read(file)) : undefined;
  };
  const others: { release: string; text: string }[] = [];
  for (const release of await releasesOf(target)) {
    const text = release === live ? undefined : await read(release);
    if (text !== undefined) others.push({ release, text });
  }
  const ledger = live === undefined ? undefined : await read(live);
  return { ledger, others, isRecorded: ledger === undefined && others.length === 0 && (await isRecorded(target)) };
}

/** The lists of files stay when their releases are dropped. */
async function isRecorded(target: FolderTarget): Promise<boolean> {
  for (const { name } of await target.disk.list(join(target.folder, 'manifests'))) {
    if ((await recordedFiles(target, name))?.has(LEDGER)) return true;
  }
  return false;
}
