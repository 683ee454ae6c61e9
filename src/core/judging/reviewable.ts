import { sha256 } from '#core/evidence/sha256.ts';
import { canonicalJson, type Json } from '#core/formats/digest.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import type { Review, Reviewed } from '#core/records/review.ts';

/** Something that two people look at: what it is, and its file. */
export interface Reviewable {
  of: Reviewed;
  id: string;
  entry: Pick<Entry<object>, 'data' | 'sections' | 'file' | 'lines'>;
}

/** Everything of a round that wants a review, acts first and in no particular order. */
export function reviewables({ acts, result, further = [], takenDown }: RoundFolder): Reviewable[] {
  return [
    ...acts.map((entry): Reviewable => ({ of: 'act', id: entry.id, entry })),
    ...(result ? [{ of: 'result' as const, id: 'result', entry: result }] : []),
    ...further.map((entry): Reviewable => ({ of: 'result', id: `result-${entry.id}`, entry })),
    ...takenDown.map((entry): Reviewable => ({ of: 'takedown', id: entry.id, entry })),
  ];
}

/** The last review of one of them. */
export function reviewOf({ reviews }: RoundFolder, { of, id }: Pick<Reviewable, 'of' | 'id'>): Review | undefined {
  return reviews?.data.reviews.findLast((review) => review.of === of && review.id === id);
}

/** What a review and the ledger name it by: SHA-256 of its canonical JSON and its visible text. */
export function digestOf({ entry: { data, sections } }: Pick<Reviewable, 'entry'>): string {
  const text = canonicalJson(JSON.parse(JSON.stringify([data, sections.map(({ text }) => text)])) as Json);
  return [...sha256(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether somebody looked at it as it is, or as a takedown has left it. */
export function isReviewed(one: Reviewable, review: Review | undefined): boolean {
  if (!review) return false;
  const digest = digestOf(one);
  return digest === review.digest || digest === review.redacted;
}
