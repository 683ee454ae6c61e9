import { z } from 'zod';
import { idSchema, lineSchema } from '#core/formats/words.ts';

/** A warning that a person has looked at and lets stand, in a round or for the whole site. */
export const acceptanceSchema = z.strictObject({
  code: lineSchema,
  person: idSchema.optional(),
  reason: lineSchema,
  by: lineSchema,
});

export type Acceptance = z.infer<typeof acceptanceSchema>;
