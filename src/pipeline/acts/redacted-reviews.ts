import { digestOf, isReviewed, reviewables, reviewOf } from '#core/judging/reviewable.ts';
import type { RoundFolder } from '#core/records/content.ts';

/** `reviews.json` once a takedown has taken words out of acts that were reviewed: each keeps its digest, and has that of what is left. */
export function redactedReviews(before: RoundFolder, after: RoundFolder | undefined): [string, string][] {
  const { reviews } = before;
  if (!reviews || !after) return [];
  const left = new Map(
    reviewables(before).flatMap((one) => {
      const now = reviewables(after).find(({ of, id }) => of === one.of && id === one.id);
      const review = reviewOf(before, one);
      const isChanged = now !== undefined && digestOf(now) !== digestOf(one) && isReviewed(one, review);
      return isChanged && review ? [[review, digestOf(now)] as const] : [];
    }),
  );
  if (left.size === 0) return [];
  const data = {
    reviews: reviews.data.reviews.map((review) => {
      const redacted = left.get(review);
      return redacted === undefined ? review : { ...review, redacted };
    }),
  };
  return [[reviews.file, `${JSON.stringify(data, null, 2)}\n`]];
}
