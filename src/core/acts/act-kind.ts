import type { z } from 'zod';
import type { PlainDate } from '#core/calendar/plain-date.ts';
import type { FlagName, ManyName, Option, Options, TextName } from '#core/formats/option.ts';
import type { WindowResult } from '#core/window/publicity-window.ts';
import type { ReasonCode } from './act-reason.ts';
import type { Ground, Standing, Taken } from './standing.ts';
import type { StateName } from './turn.ts';

/** What every act says of itself. */
export type Common = {
  /** When the act is made public, in China; before that it is in no built file and changes nothing. */
  date: PlainDate;
  publishedTime: string;
  reasonCode: ReasonCode;
  /** The reason in the office's own words, as it is published. */
  reason: string;
  /** The document it rests on. */
  document?: string | undefined;
  /** Which notice of the round it is about, by the name of its folder; absent: the round's first. */
  notice?: string | undefined;
};

/** An act of the kind whose own fields are `S`. */
export type Told<S extends z.ZodRawShape> = Common & z.output<z.ZodObject<S>>;

/** Whom an act is about. */
export const personQuestion = {
  type: 'string',
  value: '谁',
  help: '编号或姓名；撤销称号时可写多次',
  multiple: true,
} as const satisfies Option;

/** The options of a kind as they were given; a wrong form is refused by whoever reads them. */
interface Answers<Q extends Options> {
  text(flag: TextName<Q>): string | undefined;
  /** One line of text, trimmed. */
  line(flag: TextName<Q>): string | undefined;
  texts(flag: ManyName<Q>): string[];
  date(flag: TextName<Q>): PlainDate | undefined;
  flag(flag: FlagName<Q>): boolean;
}

/** An act that cannot be made as it is asked for: wrong usage, or with a code a refusal. */
export class CannotMake extends Error {
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** What the fields of an act follow from beside what a person states. */
export interface Making {
  /** The close that is promised when the act becomes public. */
  promisedClose: PlainDate;
  /** Where the days left end when a suspended window goes on from a day; `undefined` unless it is suspended. */
  closeIfResumed(this: void, resumesOn: PlainDate): WindowResult | undefined;
  /** A complete new window from a day on; `undefined` where no length is stated. */
  wholeWindow(this: void, opensOn: PlainDate): WindowResult | undefined;
  noticeTitle: string;
  /** The path of a field of a record by its path, its Chinese name or its heading. Throws `CannotMake`. */
  fieldPath(this: void, of: string, person: string | undefined, stated: string): string;
  /** What a field holds now; `undefined` where it is not there, or in a body, of which a passage is corrected. */
  present(this: void, of: string, person: string | undefined, path: string): string | undefined;
  /** The fields of a person, other than the name, in which a former name stands. */
  fieldsWith(this: void, person: string, former: string, now: string): string[];
}

/** A value before and after, as a page shows it. */
export interface ActChange {
  label: string;
  before: string | undefined;
  after: string | undefined;
}

/** The Chinese of a corrected field and its values, which need the record and the programme. */
export interface ChangeWords {
  label(field: string): string;
  value(field: string, value: string): string;
}

/**
 * All that is to be said of one kind of act: its record, the words for it, when it can be made, what it does to window and standing,
 * what the command asks, and what page, feed, calendar and status tell of it. Everything else is a fold over the table of kinds.
 */
export interface ActKindDefinition<K extends string, S extends z.ZodRawShape, R, Q extends Options = Options> {
  kind: K;
  /** `延长公示`. */
  words: string;
  /** The reasons that can stand for it, of the closed list. */
  reasons: readonly [ReasonCode, ...ReasonCode[]];
  /** Its own fields in the record. */
  shape: S;
  /** What the schema cannot say: contradictions between fields, each with the code of its finding. */
  flaws?(act: Told<S>): { code: string; field: string }[];

  /** In which states it can be made. */
  turns: readonly StateName[];
  /** What to do instead in the others. */
  instead: Partial<Record<StateName, string>>;
  /** What it makes of the standing, and what is wrong with it. Its turn has been looked at before. */
  take<E>(this: void, standing: Standing<E>, act: Told<S>, entry: E, ground: Ground): Taken<E>;
  /** A person or a list may have to leave the pages at its instant. */
  fades?: true;
  /** It opens a notice of its own, with a complete window. */
  notice?(act: Told<S>): {
    title: string;
    issuers: readonly string[] | undefined;
    opensOn: PlainDate;
    closesOn: PlainDate;
  };

  /** Its options of the command. */
  questions: Q;
  /** What a person states, read from the options. Throws `CannotMake`. */
  read(answers: Answers<Q>): R;
  /** Its own fields: what was stated and what is computed, which must agree. Throws `CannotMake`. */
  make(stated: R, making: Making): z.input<z.ZodObject<S>>;
  /** What the command adds about what will happen. */
  effect?(act: Told<S>): string[];

  /** Where a page calls it something else than `words`. */
  headline?(act: Told<S>): string | undefined;
  /** Ids of the people it is about: it then concerns every notice that lists one of them. */
  whom(act: Told<S>): readonly string[];
  /** It is about the round or the decision as a whole, and so about every notice; else about the one that it names. */
  everywhere?(act: Told<S>): boolean;
  changes(act: Told<S>, words: ChangeWords): ActChange[];
  /**
   * One sentence for feeds, without the office's own words, which may name a person.
   * @param who how many it is about: `1人`, `1个集体`
   */
  feed(act: Told<S>, reason: string, who: string): string;
  /** The closing days it tells a program of. */
  closes(act: Told<S>): { old: PlainDate | null; new: PlainDate | null };
}

/** Gives a definition its types. */
export function actKind<const K extends string, S extends z.ZodRawShape, R, const Q extends Options>(
  definition: ActKindDefinition<K, S, R, Q>,
): ActKindDefinition<K, S, R, Q> {
  return definition;
}

/** A value that must have been given. */
export function wanted<T>(value: T | undefined, flag: string, about: string): T {
  if (value === undefined) throw new CannotMake(`缺少 --${flag}（${about}）。请补上。`);
  return value;
}

/** Computed where the calendar reaches; a date that was printed already must agree. */
export function agreedClose(
  computed: WindowResult | undefined,
  stated: PlainDate | undefined,
  flag: string,
): PlainDate | undefined {
  if (!computed) return stated;
  if (!computed.ok) throw new CannotMake(computed.refusal.message, computed.refusal.code);
  const { closesOn } = computed.window;
  if (stated !== undefined && stated !== closesOn) {
    throw new CannotMake(
      `--${flag} 写的是 ${stated}，推算应为 ${closesOn}。请改为 ${closesOn}，或不写由程序推算。`,
      'close-disagrees',
    );
  }
  return closesOn;
}
