import { z } from 'zod';
import { plainDateSchema, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';

/** `result.md`: the announcement after the decision. Absent until conferral. */
export const resultSchema = z.strictObject({
  title: lineSchema,
  documentNumber: lineSchema.optional(),
  issuers: z.array(lineSchema).min(1),
  /** The day of the decision. */
  conferredOn: plainDateSchema,
  /** The last day of the title, where the decision gives it a term (首席技师 with a 管理期 of four years); absent: for good. */
  titleUntil: plainDateSchema.optional(),
  published: plainDateSchema,
  publishedTime: timeOfDaySchema.default('00:00'),
  /** Who was conferred, by tier, in the office's order. */
  conferred: z.array(z.strictObject({ tier: idSchema, people: z.array(idSchema).min(1) })).min(1),
  /** Who was shown and not named; a reason is the office's to give, and nobody has to invent one. */
  notConferred: z.array(z.strictObject({ person: idSchema, reason: lineSchema.optional() })).default([]),
  /** The figures an office chooses to state: received, verified, candidates affected. */
  objections: z
    .strictObject({ received: z.int().min(0), verified: z.int().min(0), affected: z.int().min(0) })
    .optional(),
});

/** `result-2.md` and on: 补充公布, a dated document of its own, which may also say of those deferred that they are not named. */
export const furtherResultSchema = resultSchema.extend({
  conferred: z.array(z.strictObject({ tier: idSchema, people: z.array(idSchema).min(1) })).default([]),
});

export type ResultAnnouncement = z.infer<typeof resultSchema>;
