import { z } from 'zod';
import { chinaInstant, type Instant, plainDateSchema, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { contactChannelSchema } from '#core/channels/contact-channel.ts';
import {
  countsFromSchema,
  dayCountSchema,
  idSchema,
  lineSchema,
  stageSchema,
  webAddressSchema,
} from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import {
  type CountsFrom,
  DAY_BEGIN,
  DAY_END,
  type DayCount,
  type WindowRules,
  windowRules,
} from '#core/window/publicity-window.ts';
import { acceptanceSchema } from './acceptance.ts';
import { paperFrameSchema } from './paper.ts';

const graceSchema = z.int().min(0).max(3650).default(0);

/** Withdrawn candidates fade at once whatever is said here; the policy is about the others, and is off only with a reason. */
const decaySchema = z.discriminatedUnion('after', [
  /** Candidates fade `days` after the close until the result names them; who is not conferred fades with the result. */
  z.strictObject({ after: z.literal('close'), days: graceSchema }),
  /** Candidates stay until the result; who is not conferred fades `days` after it. */
  z.strictObject({ after: z.literal('result'), days: graceSchema }),
  z.strictObject({ after: z.literal('never'), reason: lineSchema }),
]);

/** The window of a notice, as it is printed. */
export const publicitySchema = z.strictObject({
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
  /** Must be stated where the programme states none; where it does, may only repeat it. */
  length: z.int().min(1).max(366).optional(),
  unit: dayCountSchema.optional(),
  countsFrom: countsFromSchema.optional(),
  closingTime: timeOfDaySchema.optional(),
  /** 首日几时开始: absent where the whole first day is the public's. */
  openingTime: timeOfDaySchema.optional(),
});

export const outletsSchema = z.array(z.strictObject({ name: lineSchema, address: webAddressSchema.optional() })).min(1);

export const objectionSchema = z.strictObject({
  /** Whether a letter counts by the postmark of dispatch or the day of arrival: both are common, there is no default. */
  postmark: z.enum(['dispatch', 'arrival']),
  /** 实名: whether objections without a real name are taken. */
  anonymous: z.enum(['refused', 'discouraged']),
  confidential: z.boolean().default(true),
});

/** `round.md`: what this one round adds to its programme's rules. */
export const roundSchema = z.strictObject({
  /** 2024年度 / 首批 / 第三届. */
  edition: lineSchema,
  year: z.int().min(2000).max(2100),
  title: lineSchema,
  /** Of the round's first notice. */
  publicity: publicitySchema,
  outlets: outletsSchema,
  channels: z.array(contactChannelSchema),
  objection: objectionSchema,
  tiers: z
    .array(
      z
        .strictObject({
          key: idSchema,
          /** How many are shown. */
          count: z.int().min(1),
          /** 差额公示: how many of them are honoured at most; absent: all of them. */
          atMost: z.int().min(1).optional(),
        })
        .superRefine(({ count, atMost }, context) => {
          if (atMost === undefined || atMost <= count) return;
          context.addIssue({ code: 'custom', path: ['atMost'], params: { code: 'at-most-above-count' } });
        }),
    )
    .default([]),
  /** 等次由评审（投票）决定: who states no tier gets one by the result; `atMost` where more are shown than will be honoured. */
  openTiers: z.strictObject({ by: lineSchema, atMost: z.int().min(1).optional() }).optional(),
  nominatingBodies: z.array(z.strictObject({ name: lineSchema, kind: idSchema.optional() })).min(1),
  stages: z
    .array(
      z.strictObject({
        kind: stageSchema,
        opensOn: plainDateSchema,
        closesOn: plainDateSchema.optional(),
        text: lineSchema.optional(),
      }),
    )
    .default([]),
  vote: z
    .strictObject({
      opensOn: plainDateSchema.optional(),
      closesOn: plainDateSchema.optional(),
      /** Hours of the two days, in China; without them the whole days count. */
      opensAt: timeOfDaySchema.optional(),
      closesAt: timeOfDaySchema.optional(),
      address: webAddressSchema.optional(),
      text: lineSchema,
    })
    .optional(),
  /** When the record of who is not (yet) honoured leaves the pages; the notice itself stays. 教财厅函〔2017〕28号: 简洁、够用. */
  decay: decaySchema.default({ after: 'close', days: 0 }),
  paper: paperFrameSchema.default({ seal: true }),
  /** 媒体报道, of the round or of one person: pointed at, never copied. It comes after the approval and is no part of it. */
  coverage: z
    .array(
      z.strictObject({
        title: lineSchema,
        outlet: lineSchema,
        date: plainDateSchema,
        address: webAddressSchema,
        person: idSchema.optional(),
      }),
    )
    .default([]),
  /** Dates, counts and the like in the texts that are something else than the data of this round; `npm run accept` writes them. */
  otherFacts: z.array(z.strictObject({ words: lineSchema, meaning: lineSchema, by: lineSchema })).default([]),
  /** Warnings a person has looked at and lets stand. One that matches nothing any more is itself a finding. */
  accepted: z.array(acceptanceSchema).default([]),
});

export type Round = z.infer<typeof roundSchema>;

/** Length, unit and counting of a round's window as they are written: the programme's where it states them, else the round's own. */
export function statedTerms(
  programme: Programme,
  round: Round,
): { length: number; unit: DayCount; countsFrom: CountsFrom | undefined } | undefined {
  const rule = programme.rules.publicity;
  const length = rule.stated ? rule.length : round.publicity.length;
  const unit = rule.stated ? rule.unit : round.publicity.unit;
  if (length === undefined || unit === undefined) return undefined;
  return { length, unit, countsFrom: round.publicity.countsFrom ?? (rule.stated ? rule.countsFrom : undefined) };
}

/** The rules of every window of a round, defaults applied; `undefined` where neither the programme nor the round states a length. */
export function publicityRules(programme: Programme, round: Round): WindowRules | undefined {
  const stated = statedTerms(programme, round);
  const { closingTime, openingTime } = round.publicity;
  return stated && windowRules({ ...stated, closingTime, openingTime });
}

/** When the public vote of a round begins and has ended; absent where no day is stated. */
export function voteInstants({ vote }: Round): { opens: Instant | undefined; closes: Instant | undefined } | undefined {
  if (!vote) return undefined;
  const { opensOn, closesOn, opensAt = DAY_BEGIN, closesAt = DAY_END } = vote;
  return {
    opens: opensOn && chinaInstant(opensOn, opensAt),
    closes: closesOn && chinaInstant(closesOn, closesAt),
  };
}
