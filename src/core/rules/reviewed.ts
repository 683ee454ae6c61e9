import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isReviewed, reviewables, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import type { Rule } from '#core/judging/rule.ts';
import type { Dossier } from '#core/records/content.ts';

export const reviewed: Rule = {
  name: 'reviewed',
  asks: 'round',
  description: '公示以后的每一份更正等事项、结果和撤下都经两个人看过（一人办理的写明原因），看过以后一字不改。',
  check: ({ folder }) => reviewables(folder).flatMap((one) => judge(folder, one)),
};

function judge(folder: Dossier['folder'], one: ReturnType<typeof reviewables>[number]): Finding[] {
  const { file } = one.entry;
  const review = reviewOf(folder, one);
  const args = { what: chineseReviewable(one), option: optionOf(one), round: folder.id };
  if (!review) return [finding(one.of === 'takedown' ? 'review-missing-takedown' : 'review-missing', { file }, args)];
  if (isReviewed(one, review) || isExplained(folder, one)) return [];
  return [finding('review-differs', { file }, { ...args, date: review.reviewedAt.slice(0, 10) })];
}

/** `--act 2024-09-12-correction`, `--further 2`: how `approve` and `proof` are told of it. */
function optionOf({ of, id }: ReturnType<typeof reviewables>[number]): string {
  if (of !== 'result') return `--${of} ${id}`;
  return id === 'result' ? '--result' : `--further ${id.replace('result-', '')}`;
}

/** An announcement may be corrected by an act, and lose a name by a takedown; both are looked at for themselves. */
function isExplained({ acts, takenDown }: Dossier['folder'], { of }: ReturnType<typeof reviewables>[number]): boolean {
  if (of !== 'result') return false;
  return takenDown.length > 0 || acts.some(({ data }) => data.kind === 'correction' && data.of === 'result');
}
