import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Instant } from '#core/calendar/plain-date.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { Arguments, type Outcome, Refusal, UsageError, width } from './command-line.ts';
import type { AnyCommand, Definition, Option, Options } from './define-command.ts';
import { maskerOf } from './typed-paths.ts';

/** How a command was called: what is typed before its words and options, and these. */
interface Call {
  called: string;
  words: readonly string[];
}

/** Parses the arguments, answers `--help`, runs, prints, and sets the exit code of the contract. */
export async function runCommand(
  command: AnyCommand,
  { called, words }: Call = { called: `npm run ${command.verb} --`, words: process.argv.slice(2) },
): Promise<void> {
  const asJson = words.includes('--json');
  leaveWithReader(process.stdout);
  leaveWithReader(process.stderr);
  if (asksForHelp(command, words)) {
    process.stdout.write(helpOf(command, called));
    return;
  }
  const { exit, json, text, refused } = await carriedOut(command, words, Date.now);
  if (asJson) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else if (refused === undefined) process.stdout.write(text);
  else process.stderr.write(`${text}${refused === 'usage' ? `用法见：${called} --help\n` : ''}`);
  process.exitCode = exit;
}

/** What came of a command, fit to be shown: no private value of what was typed stands in it. */
export interface CarriedOut extends Outcome {
  /** The code of a refusal, `usage` for words that cannot be understood; absent where the command ran to its end. */
  refused?: string;
}

/** A command as another part of the program calls it: the same words, the same sentences, and no exit code of the process. */
export async function carriedOut(
  command: AnyCommand,
  words: readonly string[],
  clock: () => Instant,
): Promise<CarriedOut> {
  try {
    const { given } = parse(command, words);
    const outcome = await command.run(given, clock);
    const shown = maskerOf(command.options, given);
    const json = JSON.parse(shown(JSON.stringify(outcome.json))) as unknown;
    return { exit: outcome.exit, json, text: shown(ensureNewline(outcome.text)) };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof Refusal)) throw error;
    const code = error instanceof Refusal ? error.code : 'usage';
    // A refusal may quote what was typed or how a file is called: a name, a path, a value in the wrong place.
    const message = error.message
      .split('\n')
      .map((line) => concealed(line))
      .join('\n');
    return {
      exit: error instanceof Refusal ? 1 : 2,
      json: { error: { code, message } },
      text: `${message}\n`,
      refused: code,
    };
  }
}

function asksForHelp(command: AnyCommand, words: readonly string[]): boolean {
  try {
    return parse(command, words).help;
  } catch {
    return false;
  }
}

/** Whoever pipes into `head` has read enough when the pipe is closed: no fault, and the exit code stays what it was. */
function leaveWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const COMMON = {
  json: { type: 'boolean', help: '只输出一个 JSON 值' },
  help: { type: 'boolean', help: '显示本说明' },
} as const satisfies Options;

function parse(command: Definition<Options>, words: readonly string[]): { given: Arguments; help: boolean } {
  const known: Options = { ...command.options, ...COMMON };
  const options: ParseArgsOptionsConfig = {};
  for (const [name, { type, multiple = false }] of Object.entries(known)) options[name] = { type, multiple };
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      strict: true,
      allowPositionals: command.positionals !== undefined,
    });
    return { given: new Arguments(values, positionals), help: values['help'] === true };
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

function helpOf({ summary, positionals, options, examples = [] }: Definition<Options>, called: string): string {
  const rows = Object.entries<Option>({ ...options, ...COMMON }).map(([name, { type, value, help }]) => {
    const flag = `--${name}${type === 'string' ? ` ${value ?? '值'}` : ''}`;
    return `  ${flag}${' '.repeat(Math.max(2, 28 - width(flag)))}${help}`;
  });
  return [
    `${called}${positionals ? ` ${positionals}` : ''} [选项]`,
    '',
    summary,
    '',
    ...rows,
    ...(examples.length > 0 ? ['', '例：', ...examples.map((example) => `  ${example}`)] : []),
    '',
  ].join('\n');
}

function ensureNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
