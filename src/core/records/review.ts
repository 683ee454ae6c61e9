import { z } from 'zod';
import { instantSchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';
import { digestSchema, signatureFault, signatureSchema } from './approval.ts';

/** What a round makes public after its notice, each of which two people look at. */
const REVIEWED = ['act', 'result', 'takedown'] as const;
export type Reviewed = (typeof REVIEWED)[number];

const reviewSchema = signatureSchema.extend({
  of: z.enum(REVIEWED),
  /** The file name of an act, the id of a person taken down; `result`, and of a 补充公布 `result-2`. */
  id: lineSchema,
  /** Of what was looked at, see `judging/reviewable.ts`: the same that the ledger has. */
  digest: digestSchema,
  /** Of what a takedown has left of it since. */
  redacted: digestSchema.optional(),
  reviewedAt: instantSchema,
  /** Why it was looked at once more. */
  again: lineSchema.optional(),
});

/** `reviews.json`: who approved and who reviewed each act, result and takedown of a round, written by `npm run approve`. */
export const reviewsSchema = z.strictObject({ reviews: z.array(reviewSchema) }).superRefine(({ reviews }, context) => {
  reviews.forEach((review, index) => {
    const code = signatureFault(review);
    if (code) context.addIssue({ code: 'custom', path: ['reviews', index], params: { code } });
  });
});

export type Review = z.infer<typeof reviewSchema>;
export type Reviews = z.infer<typeof reviewsSchema>;
