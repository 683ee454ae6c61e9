/** One option of a command, as its help shows it. */
export interface Option {
  type: 'string' | 'boolean';
  /** What stands behind the flag in the help: 日期, 目录. */
  value?: string;
  help: string;
  /** It may be written several times. */
  multiple?: boolean;
}

/** By name, without the two dashes. */
export type Options = Readonly<Record<string, Option>>;

interface WithValue {
  type: 'string';
}
interface Repeated {
  type: 'string';
  multiple: true;
}
interface WithoutValue {
  type: 'boolean';
}

/** Names of the options that are one text. */
export type TextName<O> = {
  [N in keyof O & string]: O[N] extends Repeated ? never : O[N] extends WithValue ? N : never;
}[keyof O & string];

/** Names of the options that may be repeated. */
export type ManyName<O> = { [N in keyof O & string]: O[N] extends Repeated ? N : never }[keyof O & string];

/** Names of the options without a value. */
export type FlagName<O> = { [N in keyof O & string]: O[N] extends WithoutValue ? N : never }[keyof O & string];
