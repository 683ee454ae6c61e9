import { type Instant, parseInstant, type PlainDate } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';
import { writtenDate } from '#core/prose/written-date.ts';

export interface Outcome {
  /** 0 done · 1 findings or refusal · 2 a question without an answer, beside what can be shown all the same · 3 cannot tell (`verify` alone). */
  exit: 0 | 1 | 2 | 3;
  /** Printed with `--json`, the only thing then on standard output. */
  json: unknown;
  /** Printed otherwise. */
  text: string;
}

/** Wrong usage: exit 2, one Chinese sentence. */
export class UsageError extends Error {}

/** A refusal that a person caused and can mend: exit 1, stable code, one Chinese sentence. */
export class Refusal extends Error {
  code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * What was typed behind a verb. The names that can be asked for are those of its options, so that a slip does not compile: a function
 * that reads a few options takes the arguments of every command that has them.
 */
export class Arguments<
  in Text extends string = string,
  in Many extends string = string,
  in Flag extends string = string,
> {
  readonly positionals: string[];
  private readonly values: Readonly<Record<string, string | boolean | string[] | undefined>>;

  constructor(values: Record<string, unknown>, positionals: string[]) {
    this.values = values as Arguments['values'];
    this.positionals = positionals;
  }

  // Fields, not methods: TypeScript compares the parameters of methods both ways.
  readonly text = (name: Text): string | undefined => {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  };

  /** Of an option that may be repeated. */
  readonly texts = (name: Many): string[] => {
    const value = this.values[name];
    return Array.isArray(value) ? value : [];
  };

  /** Of an option that may be repeated or not. */
  readonly every = (name: Text | Many): string[] => {
    const value = this.values[name];
    return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  };

  readonly flag = (name: Flag | 'json'): boolean => this.values[name] === true;

  /** Whether the option was written at all. */
  readonly states = (name: Text | Many | Flag): boolean => this.values[name] !== undefined;

  readonly required = (name: Text): string => {
    const value = this.text(name);
    if (value === undefined || value === '') throw new UsageError(`缺少 --${name}。请补上。`);
    return value;
  };

  /** One line of text, trimmed. */
  readonly line = (name: Text): string | undefined => {
    const text = this.text(name)?.trim();
    if (text === undefined) return undefined;
    if (!lineSchema.safeParse(text).success)
      throw new UsageError(`--${name} 要写一行文字，不能是空的，最多 400 个字。`);
    return text;
  };

  readonly date = (name: Text): PlainDate | undefined => {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const date = writtenDate(text);
    if (!date) throw new UsageError(`--${name} 不是一个存在的日期。请按“年-月-日”写，例如 2026-11-23。`);
    return date;
  };

  readonly instant = (name: Text): Instant | undefined => {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const instant = parseInstant(text);
    if (instant === undefined) throw new UsageError(`--${name} 要连同时区一起写，例如 2026-11-25T10:00:00+08:00。`);
    return instant;
  };

  readonly wholeNumber = (name: Text, least: number, most: number): number | undefined => {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) throw new UsageError(`--${name} 应当是 ${least} 到 ${most} 之间的整数。`);
    return number;
  };

  readonly oneOf = <const T extends string>(name: Text, allowed: readonly T[]): T | undefined => {
    return this.text(name) === undefined ? undefined : this.requiredOneOf(name, allowed);
  };

  readonly requiredOneOf = <const T extends string>(name: Text, allowed: readonly T[]): T => {
    const text = this.required(name);
    const found = allowed.find((word) => word === text);
    if (found === undefined) throw new UsageError(`--${name} 只能是 ${allowed.join('、')} 之一。`);
    return found;
  };
}

/** Columns on a terminal: Han characters take two. */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1), 0);
}
