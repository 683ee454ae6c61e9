import { isReviewed, reviewables, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import { kindIn, noticeLives } from '#core/lifecycle/notices-of.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';

/** Something of a round that two people sign: a list, or what happened after it. */
export interface SignedItem {
  title: string;
  /** Of a list: the name of its notice. */
  notice?: string;
  /** Of anything else. */
  one?: { of: 'act' | 'result' | 'takedown'; id: string };
  /** Who signed it as it is or was; absent where nobody has. */
  signed: string | undefined;
  /** Whether it is signed as it is. */
  settled: boolean;
}

/** All that is to be signed, the lists first. */
export function itemsOf({ dossier }: Pick<ChosenRound, 'dossier'>): SignedItem[] {
  const lists = noticeLives(dossier).map(({ folder }, _, all): SignedItem => {
    const current = folder.approval?.data.current;
    const which = all.length > 1 ? `（${kindIn(folder).words}）` : '';
    return {
      title: `名单和公示${which}`,
      notice: noticeIdOf(folder),
      signed: current && `${current.body}以${current.document}（${current.date}）批准，${signers(current)}`,
      settled: current !== undefined,
    };
  });
  const others = reviewables(dossier.folder).map((one): SignedItem => {
    const review = reviewOf(dossier.folder, one);
    return {
      title: chineseReviewable(one),
      one: { of: one.of, id: one.id },
      signed: review && signers(review),
      settled: isReviewed(one, review),
    };
  });
  return [...lists, ...others];
}

function signers({
  approver,
  reviewer,
  soleReason,
}: {
  approver: string;
  reviewer?: string | undefined;
  soleReason?: string | undefined;
}): string {
  return reviewer === undefined
    ? `批准人 ${approver}（一人办理：${soleReason ?? ''}）`
    : `批准人 ${approver}，复核人 ${reviewer}`;
}

/** The item that an address names: `?notice=first`, `?act=2024-09-12-correction`, `?result=result-2`, `?takedown=p3wd9hz`. */
export function itemIn(query: URLSearchParams, chosen: Pick<ChosenRound, 'dossier'>): SignedItem | undefined {
  return itemsOf(chosen).find(({ notice, one }) =>
    one ? query.get(one.of) === one.id : notice !== undefined && query.get('notice') === notice,
  );
}

export function queryOf(round: string, { notice, one }: SignedItem): string {
  return new URLSearchParams({ round, ...(one ? { [one.of]: one.id } : { notice: notice ?? '' }) }).toString();
}

/** As the verbs `proof` and `approve` name it. */
export function wordsFor({ notice, one }: SignedItem): Record<string, string | boolean | undefined> {
  if (!one) return { notice };
  if (one.of !== 'result') return { [one.of]: one.id };
  return one.id === 'result' ? { result: true } : { further: one.id.replace(/^result-/, '') };
}
