import { z } from 'zod';
import { TAKEDOWN_REASONS } from '#core/acts/act-reason.ts';
import { plainDateSchema } from '#core/calendar/plain-date.ts';
import { idSchema, subjectSchema } from '#core/formats/words.ts';

/**
 * `taken-down/<id>.json`: what is left of a record that was taken down. No name, no text, no photo: enough to answer at the address,
 * to keep the numbers of the list, and to prove later which record it was. Written by `npm run takedown`.
 */
export const takenDownSchema = z.strictObject({
  id: idSchema,
  programme: idSchema,
  round: idSchema,
  date: plainDateSchema,
  reasonCode: z.enum(TAKEDOWN_REASONS),
  /** SHA-256 of the canonical public record as it last stood. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** 1 for the first of the list as published: the numbers of the others stay. */
  position: z.int().min(1),
  /** Where a round has several notices: in which lists the person stood, each by its notice, with the number there. */
  lists: z
    .array(z.strictObject({ notice: idSchema, position: z.int().min(1) }))
    .min(1)
    .optional(),
  /** For the quotas, which count this person still. */
  tier: idSchema.optional(),
  /** For the counts, where it was no person. */
  subject: subjectSchema.optional(),
});

export type TakenDown = z.infer<typeof takenDownSchema>;
