import { chinaIsoInstant, type Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding, sentence } from '#core/catalogue/finding.ts';
import { digestOf, isReviewed, type Reviewable, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import { type Signature, signatureFault } from '#core/records/approval.ts';
import type { RoundFolder } from '#core/records/content.ts';
import { type Review, type Reviews, reviewsSchema } from '#core/records/review.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { chosenRound, findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';

export interface ReviewOptions {
  content: string;
  round: string;
  /** Picks what is signed. */
  choose: (folder: RoundFolder) => Reviewable | undefined;
  signature: Signature;
  again: string | undefined;
  now: Instant;
  patience?: number | undefined;
}

export type Reviewing =
  { reviewed: true; file: string; review: Review; what: string } | { reviewed: false; findings: Finding[] };

/** Records who looked at one act, result or takedown; refuses while anything about the round is wrong. */
export function approveReview(options: ReviewOptions): Promise<Reviewing> {
  const fault = signatureFault(options.signature);
  if (fault) throw new Refusal(fault, sentence(finding(fault, { file: '' })));
  const { content, patience } = options;
  return writing(content, { verb: 'approve', patience }, (held) => reviewing(options, held));
}

async function reviewing(
  { content, round, choose, signature, again, now }: ReviewOptions,
  held: Held,
): Promise<Reviewing> {
  const checked = await checkContent(content);
  const { folder } = chosenRound(checked.readable, round);
  const one = choose(folder);
  if (!one) throw new Refusal('review-of-nothing', `${round} 没有要复核的。`);
  const what = chineseReviewable(one);
  const earlier = reviewOf(folder, one);
  if (earlier && isReviewed(one, earlier)) {
    throw new Refusal('already-reviewed', `${what}已由${earlier.approver}批准，之后没有改动，不需要再批准。`);
  }
  if (earlier && again === undefined) {
    throw new Refusal('already-reviewed', `${what}批准以后改动过。确需按现在的内容重新批准的，请加 --again 和原因。`);
  }
  // That it differs from the former review is the reason for this one.
  const open = findingsOfRound(checked.findings, round).filter(({ code }) => code !== 'review-differs');
  if (hasErrors(open)) return { reviewed: false, findings: open.filter(({ level }) => level === 'error') };
  const { of, id } = one;
  const review: Review = {
    of,
    id,
    digest: digestOf(one),
    ...signature,
    reviewedAt: chinaIsoInstant(now),
    ...(earlier && again !== undefined && { again }),
  };
  const file: Reviews = { reviews: [...(folder.reviews?.data.reviews ?? []), review] };
  const path = `${roundDirectory(round)}/reviews.json`;
  const text = `${JSON.stringify(reviewsSchema.parse(file), null, 2)}\n`;
  const tree = (await readTree(content)) ?? [];
  const { fresh } = await tryChanges(content, tree, new Map([[path, text]]));
  if (hasErrors(fresh)) return { reviewed: false, findings: fresh };
  await changeFiles(held, new Map([[path, text]]));
  return { reviewed: true, file: path, review, what };
}
