import { join } from 'node:path';
import { Refusal } from '../command-line.ts';
import { liveRelease, recordedFiles, releasesOf, switchTo, withTarget, type FolderTarget } from './folder-target.ts';
import { siteFiles } from './site-files.ts';

export interface Rollback {
  from: string;
  to: string;
}

/**
 * Serves an earlier release again: the one named, otherwise the one before the present.
 * @param patience how long to wait for another publisher, in milliseconds
 */
export async function rollBack(target: FolderTarget, wanted: string | undefined, patience = 0): Promise<Rollback> {
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
    await switchTo(target, work, to);
    return { from, to };
  });
}
