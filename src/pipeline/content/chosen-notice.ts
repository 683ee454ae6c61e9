import { appears, kindIn, noticeLives } from '#core/lifecycle/notices-of.ts';
import type { Dossier, RoundFolder } from '#core/records/content.ts';
import { FIRST_NOTICE } from '#core/records/notice.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

type OfNotice = Pick<Dossier, 'programme' | 'folder'>;

/** The name of a notice as `--notice` writes it. */
export function noticeIdOf({ part }: Pick<RoundFolder, 'part'>): string {
  return part?.id ?? FIRST_NOTICE;
}

/**
 * The notice of a round that `--notice` names; unnamed, the only one for which `isMeant`, or the only one there is. Refuses with the
 * notices there are.
 */
export function chosenNotice<D extends OfNotice>(
  round: D,
  stated: string | undefined,
  isMeant: (notice: D) => boolean,
): D {
  const all = noticeLives(round);
  if (stated !== undefined) {
    const named = all.find(({ folder }) => noticeIdOf(folder) === stated);
    if (named) return named;
    throw new Refusal(
      'notice-unknown',
      `${round.folder.id} 没有“${stated}”这份公示。现有：${listed(all)}。请核对 --notice。`,
    );
  }
  const [only] = all;
  if (all.length === 1 && only) return only;
  const meant = all.filter(isMeant);
  const [one] = meant;
  if (one && meant.length === 1) return one;
  throw new Refusal(
    'notice-open',
    `${round.folder.id} 有几份公示：${listed(all)}。请用 --notice 写明是哪一份，例如 --notice ${noticeIdOf((one ?? only ?? round).folder)}。`,
  );
}

/** `first（入围公示）、final（拟命名公示）`. */
function listed(all: readonly OfNotice[]): string {
  return all.map(({ folder }) => `${noticeIdOf(folder)}（${kindIn(folder).words}）`).join('、');
}

/** A notice that nobody has approved yet, for what comes before publication. */
export function isUnapproved({ folder }: OfNotice): boolean {
  return folder.approval === undefined;
}

/** `拟命名公示`, where the round has several to tell apart. */
export function wordsAmong(folder: RoundFolder): string | undefined {
  return folder.part ? kindIn(folder).words : undefined;
}

/** Whether a notice is the last to have gone up. */
export function isLatest(notice: OfNotice, now: number): boolean {
  const all = notice.folder.part?.all ?? [notice.folder];
  const last = all.findLast((one) => appears(one) <= now);
  return last === undefined || noticeIdOf(last) === noticeIdOf(notice.folder);
}
