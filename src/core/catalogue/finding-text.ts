/** `error` stops the build; `warning` may stand when a person accepts it with a reason. */
export type Level = 'error' | 'warning';

/** Values put into a finding's sentence, as they stand in a file; whatever is private in them is masked when the sentence is made. */
export type Args = Readonly<Record<string, string | number>>;

export interface FindingText {
  level: Level;
  /** One or two Chinese sentences: what is wrong, and what to write instead. */
  text: (args: Args) => string;
}
