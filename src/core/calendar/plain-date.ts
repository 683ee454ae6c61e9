import { z } from 'zod';
import { parseInstant, parsePlainDate, type PlainDate } from './date-arithmetic.ts';

// The arithmetic stands apart so that the calculator's page can carry it without the schemas.
export * from './date-arithmetic.ts';

export const plainDateSchema = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { params: { code: 'not-a-date' } })
  .transform((text) => text as PlainDate);

export const instantSchema = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, { params: { code: 'not-an-instant' } });

/** A time of day as printed in a notice, `17:00` or `24:00`. */
export const timeOfDaySchema = z
  .string()
  .refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), { params: { code: 'not-a-time' } });
