import { AsyncLocalStorage } from 'node:async_hooks';
import { createInterface } from 'node:readline';
import { type Arguments, Refusal, UsageError } from './command-line.ts';

export interface Question<F extends string = string> {
  /** The option that answers it without being asked. */
  flag: F;
  about: string;
  example?: string;
  /** Several answers: one a line, an empty line ends; the option may be repeated. */
  many?: true;
  optional?: true;
  /** Taken when nothing else is said; shown on a terminal. */
  fallback?: readonly string[];
  /** An answer as an office writes it → as it is kept: 寄出 → dispatch, 2026年8月20日 → 2026-08-20. Before `check`. */
  read?: (text: string) => string;
  /** Several answers in one line, as they are pasted: 环翠区总工会、文登区总工会. */
  split?: RegExp;
  /** What is wrong with the way an answer is written, in one sentence. */
  check?: (text: string) => string | undefined;
  /** What is wrong with it beside the answers before it: asked again at once on a terminal; elsewhere the command judges them together. */
  judge?: (text: string, answers: Answers) => string | undefined;
}

/** By flag; an unanswered optional question has none. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export interface Terminal {
  /** One line as typed; refuses when the input ends. */
  ask(prompt: string): Promise<string>;
  say(line: string): void;
  close(): void;
}

/** Takes the answers from the options, asks for the rest on a terminal, and elsewhere names every option that is missing. */
export async function collect<F extends string>(
  questions: readonly Question<F>[],
  given: Pick<Arguments<NoInfer<F>, never, never>, 'every'>,
  terminal: Terminal | undefined,
): Promise<Answers> {
  const answers: Record<string, readonly string[]> = {};
  const missing: Question[] = [];
  const typed: number[] = [];
  for (let index = 0; index < questions.length; index += 1) {
    const question = questions[index];
    if (question === undefined) break;
    const { flag, fallback, optional, check } = question;
    const stated = given.every(flag).flatMap((text) => answersIn(question, text));
    for (const text of stated) {
      const fault = text === '' ? '不能是空的。' : check?.(text);
      if (fault !== undefined) throw new UsageError(`--${flag}（${question.about}）${fault}`);
    }
    if (stated.length > 0) answers[flag] = stated;
    else if (terminal) {
      const answer = await asked(question, answers, terminal);
      if (answer !== BACK) {
        answers[flag] = answer;
        typed.push(index);
        continue;
      }
      const before = typed.pop();
      if (before === undefined) terminal.say('\u3000这已经是第一项。');
      // The loop goes on with the question after this one.
      index = (before ?? index) - 1;
    } else if (fallback && fallback.length > 0) answers[flag] = fallback;
    else if (!optional) missing.push(question);
  }
  if (missing.length > 0) {
    const named = missing.map(
      ({ flag, about, example }) => `--${flag}（${about}${example ? `，例如 ${example}` : ''}）`,
    );
    throw new UsageError(`缺少 ${named.join('、')}。这里不能提问，请用选项写明。`);
  }
  return answers;
}

/** Typed in answer to any question: the one before is asked again. */
const BACK = '上一步';

/** What one line says: one answer, or several where they may be pasted; an empty one stays, to be refused. */
function answersIn({ read, split }: Question, text: string): string[] {
  const parts = split === undefined ? [text.trim()] : text.split(split).map((part) => part.trim());
  const answers = parts.length > 1 ? parts.filter((part) => part !== '') : parts;
  return answers.map((part) => (part === '' || read === undefined ? part : read(part)));
}

async function asked(
  question: Question,
  answers: Answers,
  terminal: Terminal,
): Promise<readonly string[] | typeof BACK> {
  const { about, example, many, optional, fallback = [], check, judge } = question;
  const hints = [
    ...(example === undefined ? [] : [`例如 ${example}`]),
    ...(many ? ['一行一个，空行结束'] : []),
    ...(fallback.length > 0 ? [`直接回车即为：${fallback.join('、')}`] : optional ? ['没有可直接回车'] : []),
  ];
  const prompt = `${about}${hints.length > 0 ? `（${hints.join('；')}）` : ''}：`;
  const taken: string[] = [];
  for (;;) {
    const text = (await terminal.ask(taken.length === 0 ? prompt : '\u3000下一个：')).trim();
    if (text === '') {
      if (taken.length > 0) return taken;
      if (fallback.length > 0 || optional) return fallback;
      terminal.say('\u3000这一项必须填写。');
      continue;
    }
    if (text === BACK && taken.length === 0) return BACK;
    if (text === BACK) {
      terminal.say(`\u3000去掉了“${taken.pop()}”。`);
      continue;
    }
    const parts = answersIn(question, text);
    const fault = parts.map((part) => check?.(part) ?? judge?.(part, answers)).find((found) => found !== undefined);
    if (fault !== undefined) terminal.say(`\u3000${fault}`);
    else if (many) taken.push(...parts);
    else return parts;
  }
}

/** An option a question: text, or text that may be repeated. */
type OptionsOf<Q extends readonly Question[]> = {
  readonly [One in Q[number] as One['flag']]: One extends { many: true }
    ? { type: 'string'; value: string; help: string; multiple: true }
    : { type: 'string'; value: string; help: string };
};

/** The questions as options of the command, for its help. */
export function optionsOf<const Q extends readonly Question[]>(questions: Q): OptionsOf<Q> {
  const options = questions.map(({ flag, about, example, many, optional, fallback }) => {
    const notes = [
      ...(example === undefined ? [] : [`例如 ${example}`]),
      ...(many ? ['可写多次'] : []),
      ...(optional || fallback ? ['可不写'] : []),
    ];
    const help = `${about}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`;
    return [flag, { type: 'string', value: '值', help, ...(many && { multiple: true }) }] as const;
  });
  return Object.fromEntries(options) as OptionsOf<Q>;
}

/** Work that asks: its terminal, where there is one, is closed whatever comes of it. */
export async function onTerminal<T>(work: (terminal: Terminal | undefined) => Promise<T>): Promise<T> {
  const terminal = openTerminal();
  try {
    return await work(terminal);
  } finally {
    terminal?.close();
  }
}

const unattended = new AsyncLocalStorage<true>();

/** Work for which nobody sits at this process's terminal, whoever started the process there: what is open is refused, not asked. */
export function withoutTerminal<T>(work: () => Promise<T>): Promise<T> {
  return unattended.run(true, work);
}

/** Somebody to ask: both standard streams are terminals and no CI is at work. Questions go to standard error, so that `--json` stays alone. */
export function openTerminal(): Terminal | undefined {
  if (unattended.getStore() !== undefined) return undefined;
  const alone = (process.env['CI'] ?? '') !== '' || !process.stdin.isTTY || !process.stdout.isTTY;
  return alone ? undefined : terminalOn(process.stdin, process.stderr);
}

/** Lines are queued, so that a list pasted at once loses none. */
export function terminalOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  const lines: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const reader = createInterface({ input, output });
  reader.on('line', (line) => {
    lines.push(line);
    wake?.();
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    ended = true;
    wake?.();
  });
  return {
    async ask(prompt) {
      if (ended) output.write(prompt);
      else {
        reader.setPrompt(prompt);
        reader.prompt();
      }
      while (lines.length === 0) {
        if (ended) {
          output.write('\n');
          throw new Refusal('cancelled', '没有回答完就结束了，什么也没有写。');
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return lines.shift() ?? '';
    },
    say: (line) => void output.write(`${line}\n`),
    close: () => reader.close(),
  };
}
