import { z } from 'zod';
import { timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';

/** Reception hours on working days of the work calendar, China time. */
export const hoursSchema = z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })).min(1);
export type Reception = z.infer<typeof hoursSchema>;

/** What every channel says of itself. */
export const commonShape = {
  /** The desk behind it. */
  name: lineSchema.optional(),
  /** 异议 and 更正文字错误 are two doors; a channel serves both unless it says otherwise. */
  purpose: z.enum(['objection', 'correction', 'press']).array().min(1).default(['objection', 'correction']),
  /** Whose objections it takes where several offices share a round: keys of tiers. Absent, it takes them all. */
  tiers: z.array(idSchema).min(1).optional(),
} as const;
export type Common = z.output<z.ZodObject<typeof commonShape>>;

/** A channel of the kind whose own fields are `S`. */
type Told<S extends z.ZodRawShape> = Common & z.output<z.ZodObject<S>>;

/** One thing that can be read out, copied, and perhaps done with a device. */
export interface Way {
  text: string;
  /** Without it a device can do nothing with it: a fax is never rung up. */
  link?: { scheme: 'tel' | 'mailto'; target: string };
}

/**
 * All that is to be said of one kind of contact channel: its record, its words, what a device can do with it, whether one can ring or
 * call now, and what letter, address book, privacy gate and open data take of it. Everything else is a fold over the table of kinds.
 */
export interface ChannelKindDefinition<K extends string, S extends z.ZodRawShape> {
  kind: K;
  /** `电话`. */
  words: string;
  /** As a notice heads the line: `联系电话`. */
  label: string;
  /** Its own fields in the record. */
  shape: S;
  /** What the schema cannot say of it, each with the code of its finding. */
  flaws?(channel: Told<S>): { code: string; field: string }[];
  /** How an objection comes in by it: at once, on paper, or with the person. Every round needs a voice and one of the others. */
  reach: 'voice' | 'paper' | 'person';
  /** Quick enough for a slip of the pen. */
  corrects: boolean;
  /** As a notice prints it, in one line of plain text. */
  text(channel: Told<S>): string;
  /** The same, each thing by itself. */
  ways(channel: Told<S>): Way[];
  /** What one does there in office hours, where a page answers whether that can be done now; and what to do where nobody knows. */
  inHours?: { deed: string; unsure: string };
  /** Where a letter can go by it, and whom that is addressed to. */
  letter?(channel: Told<S>): { addressee?: string; email?: string; post?: string };
  /** Its lines in an address book: content lines of vCard 3.0, not yet folded. */
  card(channel: Told<S>): string[];
  /** Values that are the office's own, for the privacy gate: nothing else passes it. */
  declares(channel: Told<S>): string[];
}

/** Gives a definition its types. */
export function channelKind<const K extends string, S extends z.ZodRawShape>(
  definition: ChannelKindDefinition<K, S>,
): ChannelKindDefinition<K, S> {
  return definition;
}
