import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { parseInstant, parsePlainDate, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { concealed } from '#core/privacy/concealed.ts';

export interface Option {
  type: 'string' | 'boolean';
  /** What stands behind the flag in the help: 日期, 目录. */
  value?: string;
  help: string;
  multiple?: boolean;
}

export interface Command {
  /** The verb as typed behind `npm run`. */
  verb: string;
  summary: string;
  /** Words that follow the verb without a flag, as shown in the help: `PATH…`. */
  positionals?: string;
  options: Record<string, Option>;
  examples?: string[];
}

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

export class Arguments {
  readonly positionals: string[];
  private readonly values: Record<string, string | boolean | string[] | undefined>;

  constructor(values: Record<string, unknown>, positionals: string[]) {
    this.values = values as Arguments['values'];
    this.positionals = positionals;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value : [];
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  /** Whether the option was written at all. */
  states(name: string): boolean {
    return this.values[name] !== undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '') throw new UsageError(`缺少 --${name}。请补上。`);
    return value;
  }

  date(name: string): PlainDate | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const date = parsePlainDate(text);
    if (!date) throw new UsageError(`--${name} 不是一个存在的日期。请按“年-月-日”写，例如 2026-11-23。`);
    return date;
  }

  instant(name: string): Instant | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const instant = parseInstant(text);
    if (instant === undefined) throw new UsageError(`--${name} 要连同时区一起写，例如 2026-11-25T10:00:00+08:00。`);
    return instant;
  }

  wholeNumber(name: string, least: number, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) throw new UsageError(`--${name} 应当是 ${least} 到 ${most} 之间的整数。`);
    return number;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = allowed.find((word) => word === text);
    if (found === undefined) throw new UsageError(`--${name} 只能是 ${allowed.join('、')} 之一。`);
    return found;
  }
}

export const CONTENT_OPTION: Option = { type: 'string', value: '目录', help: '内容目录，默认 content' };
export const NOW_OPTION: Option = {
  type: 'string',
  value: '时刻',
  help: '当作现在的时刻，例如 2026-11-25T10:00:00+08:00',
};

/** Parses the arguments, answers `--help`, runs, prints, and sets the exit code of architecture.md's contract. */
export async function runCommand(command: Command, run: (given: Arguments) => Promise<Outcome>): Promise<void> {
  const asJson = process.argv.includes('--json');
  try {
    const given = parse(command);
    if (given.flag('help')) {
      process.stdout.write(helpOf(command));
      return;
    }
    const outcome = await run(given);
    process.stdout.write(asJson ? `${JSON.stringify(outcome.json, null, 2)}\n` : ensureNewline(outcome.text));
    process.exitCode = outcome.exit;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof Refusal)) throw error;
    const code = error instanceof Refusal ? error.code : 'usage';
    // A refusal may quote what was typed or how a file is called: a name, a path, a value in the wrong place.
    const message = error.message
      .split('\n')
      .map((line) => concealed(line))
      .join('\n');
    if (asJson) process.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
    else
      process.stderr.write(
        `${message}\n${error instanceof UsageError ? `用法见：npm run ${command.verb} -- --help\n` : ''}`,
      );
    process.exitCode = error instanceof Refusal ? 1 : 2;
  }
}

const COMMON: Record<string, Option> = {
  json: { type: 'boolean', help: '只输出一个 JSON 值' },
  help: { type: 'boolean', help: '显示本说明' },
};

function parse(command: Command): Arguments {
  const known = { ...command.options, ...COMMON };
  const options: ParseArgsOptionsConfig = {};
  for (const [name, { type, multiple = false }] of Object.entries(known)) options[name] = { type, multiple };
  try {
    const { values, positionals } = parseArgs({
      options,
      strict: true,
      allowPositionals: command.positionals !== undefined,
    });
    return new Arguments(values, positionals);
  } catch (error) {
    throw new UsageError(chineseParseError(error as Error & { code?: string }, Object.keys(known)));
  }
}

function chineseParseError({ code, message }: Error & { code?: string }, known: readonly string[]): string {
  const flag = /'(-{1,2}[\w-]+)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有 ${flag} 这个选项。可用的有：${known.map((name) => `--${name}`).join(' ')}。`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `${flag} 后面的值不对：要值的请写上值，不要值的请去掉值。`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return '有一个多余的词，不属于任何选项。请检查选项前的 -- 和空格。';
    default:
      return '命令写法不对。';
  }
}

function helpOf({ verb, summary, positionals, options, examples = [] }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON }).map(([name, { type, value, help }]) => {
    const flag = `--${name}${type === 'string' ? ` ${value ?? '值'}` : ''}`;
    return `  ${flag}${' '.repeat(Math.max(2, 28 - width(flag)))}${help}`;
  });
  return [
    `npm run ${verb} --${positionals ? ` ${positionals}` : ''} [选项]`,
    '',
    summary,
    '',
    ...rows,
    ...(examples.length > 0 ? ['', '例：', ...examples.map((example) => `  ${example}`)] : []),
    '',
  ].join('\n');
}

/** Columns on a terminal: Han characters take two. */
export function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1), 0);
}

function ensureNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
