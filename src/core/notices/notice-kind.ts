import type { Programme } from '#core/programme/programme.ts';

/** What a notice states of its own window: the programme's rule is about the publicity before the decision. */
interface StatedWindow {
  length?: number | undefined;
  unit?: 'working' | 'calendar' | undefined;
}

/**
 * All that is to be said of one kind of notice: the words for it, which list it has, what it does to the notices before it and to
 * those it leaves out, by which rules it is judged, and what page, feed, calendar and data say of it. Everything else is a fold over
 * the table of kinds.
 */
export interface NoticeKindDefinition<K extends string> {
  kind: K;
  /** `入围公示`. */
  words: string;
  /** What it is for, as the command asks and the documents say. */
  about: string;
  /** What the people on its list are called; `undefined`: as its title says. */
  person: string | undefined;
  /** How a person on it stands until the decision. */
  state: 'shortlisted' | 'candidate';
  /** `whole`: its list is the list from then on; `added`: its people join the list before it. */
  list: 'whole' | 'added';
  /** Behind which kinds it can come; the word `first`: it can open a round. */
  follows: readonly string[];
  /** Whether the window before it has to be over when it appears. */
  afterClose: boolean;
  /** The windows before it count no longer. */
  restarts: boolean;
  /** A decision can rest on it: the limits of the programme bind its list. */
  decides: boolean;
  /** What is said, accusing nobody, of somebody on the list before whom it does not have. */
  leftOut: string;
  /** The programme's rules as they bind this notice. */
  ruled(this: void, rules: Programme['rules'], stated: StatedWindow): Programme['rules'];
  /** What follows its window, in the programme's own names of stages. */
  next(this: void, stages: Programme['stages']): string[];
  /** `关于2026年度示例工匠入围人选的公示`. */
  title(this: void, subject: string): string;
  /** The first sentence of a draft: what led to the list. */
  opening(this: void, given: { source: string; subject: string; passed: string }): string;
}

/** Gives a definition its types. */
export function noticeKind<const K extends string>(definition: NoticeKindDefinition<K>): NoticeKindDefinition<K> {
  return definition;
}

/** The stages behind the publicity that the programme names. */
export function afterPublicity(stages: Programme['stages']): string[] {
  return stages.slice(stages.findIndex(({ kind }) => kind === 'publicity') + 1).map(({ name }) => name);
}
