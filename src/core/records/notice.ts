import { z } from 'zod';
import { chinaInstant, type Instant, plainDateSchema, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { contactChannelSchema } from '#core/channels/contact-channel.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';
import { NOTICE_KINDS } from '#core/notices/kind-of.ts';
import { objectionSchema, outletsSchema, publicitySchema } from './round.ts';

/**
 * `notice.md`: the publicity notice. Its body is the official text; a line `【名单】`, `【公示时间】` or `【异议方式】` stands for the
 * part that is generated from data, so that a date or a telephone is written in one place only.
 */
const common = {
  title: lineSchema,
  documentNumber: lineSchema.optional(),
  issuers: z.array(lineSchema).min(1),
  /** The day the notice goes up; before it the notice is in no built file. */
  published: plainDateSchema,
  publishedTime: timeOfDaySchema.default('00:00'),
};

export const noticeSchema = z.strictObject({
  /** Absent: the candidates, whom the decision is made from. */
  kind: z.enum(NOTICE_KINDS).optional(),
  ...common,
});

/**
 * `notices/<id>/notice.md`: a notice after the round's first, with a window of its own. Outlets, channels and the rules of objection are
 * the round's unless it has others.
 */
export const laterNoticeSchema = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  ...common,
  publicity: publicitySchema,
  outlets: outletsSchema.optional(),
  channels: z.array(contactChannelSchema).optional(),
  objection: objectionSchema.optional(),
});
export type LaterNotice = z.infer<typeof laterNoticeSchema>;

/** By which an act or a takedown names the first notice of a round; no later one may have it. */
export const FIRST_NOTICE = 'first';
export const noticeIdSchema = idSchema.refine((id) => id !== FIRST_NOTICE, { params: { code: 'bad-id' } });

export const NOTICE_PARTS = ['名单', '公示时间', '异议方式'] as const;
export type NoticePart = (typeof NOTICE_PARTS)[number];

export type Notice = z.infer<typeof noticeSchema>;

/** Anything with a publication day and time: notices and results. */
export function publishedAt(page: { published: Notice['published']; publishedTime: string }): Instant {
  return chinaInstant(page.published, page.publishedTime);
}
