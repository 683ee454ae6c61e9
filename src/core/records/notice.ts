import { z } from 'zod';
import { chinaInstant, type Instant, plainDateSchema, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';

/**
 * `notice.md`: the publicity notice. Its body is the official text; a line `【名单】`, `【公示时间】` or `【异议方式】` stands for the
 * part that is generated from data, so that a date or a telephone is written in one place only.
 */
export const noticeSchema = z.strictObject({
  title: lineSchema,
  documentNumber: lineSchema.optional(),
  issuers: z.array(lineSchema).min(1),
  /** The day the notice goes up; before it the notice is in no built file. */
  published: plainDateSchema,
  publishedTime: timeOfDaySchema.default('00:00'),
});

export const NOTICE_PARTS = ['名单', '公示时间', '异议方式'] as const;
export type NoticePart = (typeof NOTICE_PARTS)[number];

export type Notice = z.infer<typeof noticeSchema>;

/** Anything with a publication day and time: notices and results. */
export function publishedAt(page: { published: Notice['published']; publishedTime: string }): Instant {
  return chinaInstant(page.published, page.publishedTime);
}
