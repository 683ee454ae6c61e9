import { z } from 'zod';
import { plainDateSchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';

/** `calendar/confirmed.json`: which two people compared a year's file with the notice, and the digest of what they saw. */
export const confirmedYearsSchema = z.strictObject({
  confirmed: z.array(
    z.strictObject({
      year: z.int(),
      /** Who typed or pasted it, and who looked again. */
      by: lineSchema,
      reviewer: lineSchema,
      on: plainDateSchema,
      /** SHA-256 of the file's bytes, in hexadecimal. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type ConfirmedYear = z.infer<typeof confirmedYearsSchema>['confirmed'][number];
