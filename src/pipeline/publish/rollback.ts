import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { formatManifest } from '#core/evidence/manifest.ts';
import { CONTENT_RECORD } from '#pipeline/build/content-record.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { sha256, siteFiles } from '#pipeline/release/site-files.ts';
import type { Seal } from '../evidence/seal.ts';
import { type FolderTarget, liveRelease, recordedFiles, releasesOf, switchTo, withTarget } from './folder-target.ts';
import { pastLedgers } from './past-ledgers.ts';
import { isPrecompressed } from './precompressed.ts';
import { placeRelease, releaseName } from './publish-folder.ts';

export interface Rollback {
  from: string;
  to: string;
  /** The new name of a sealed release. */
  release?: string;
}

export interface RollbackOptions {
  /** How long to wait for another publisher, in milliseconds. */
  patience?: number;
  now?: Instant;
  seal?: Seal;
}

/** The site's own files of its evidence, but not the record of its content. */
function isEvidence(path: string): boolean {
  return path.startsWith('evidence/') && path !== CONTENT_RECORD;
}

/**
 * Serves an earlier release again: the one named, otherwise the one before the present.
 * A sealed release is served again under a new name, since the ledger goes on and the way back is an entry in it.
 */
export async function rollBack(
  target: FolderTarget,
  wanted: string | undefined,
  { patience = 0, now, seal }: RollbackOptions = {},
): Promise<Rollback> {
  const { disk, folder } = target;
  return withTarget(target, { release: '', first: false, patience }, async (work) => {
    const from = (await liveRelease(target)) ?? '';
    const releases = await releasesOf(target);
    const to = wanted ?? releases.filter((release) => release < from).at(-1);
    if (to === undefined) throw new Refusal('release-unknown', '没有更早的一版可以退回。网站保持原样。');
    if (!releases.includes(to)) {
      throw new Refusal('release-unknown', `没有 ${to} 这一版。保留着的有：${releases.join('、')}。网站保持原样。`);
    }
    const recorded = await recordedFiles(target, to);
    const found = await siteFiles(join(folder, 'releases', to), disk);
    const wrong = recorded ? [...recorded].filter(([path, digest]) => found.get(path) !== digest) : undefined;
    if (wrong === undefined || wrong.length > 0) {
      throw new Refusal('release-damaged', `${to} 与它发布时的清单不符，不能退回。请选另一版。网站保持原样。`);
    }
    // Served as it is, an earlier release would bring its shorter ledger back; where there ever was one, the way back is an entry in it.
    const { ledger, others = [] } = await pastLedgers(target);
    const isSealed = ledger !== undefined || others.length > 0;
    if (!isSealed || !recorded) {
      await switchTo(target, work, to);
      return { from, to };
    }
    if (!seal || now === undefined) throw new RangeError('a sealed release goes back with a seal');
    const files = new Map([...recorded].filter(([path]) => !isEvidence(path)));
    const release = releaseName(now, sha256(formatManifest(files)));
    const source = { site: join(folder, 'releases', to), files, release, rollback: { from, to } };
    const wasPacked = await isPrecompressed(disk, source.site);
    await placeRelease(target, work, source, { now, seal, precompress: wasPacked });
    return { from, to, release };
  });
}
