import type { NoticeWords } from '#core/records/notice-words.ts';
import type { Answers } from '#pipeline/commands/ask.ts';

/** One thing that a programme states. What belongs together, limit, words and clause, is one answer of several parts. */
export interface Step {
  /** The option that answers it, repeated where there may be several. */
  flag: string;
  /** Its name in an answers file, and in messages. */
  title: string;
  /** The question itself, where the title does not say it. */
  about?: string;
  parts: readonly [Part, ...Part[]];
  many?: true;
  optional?: true;
  /** Whether it is asked at all, after the answers before it. */
  when?: (answers: Answers, stands: Stands) => boolean;
  /** What is taken when nothing is said. */
  fallback?: (answers: Answers) => readonly string[];
  /** What is wrong with the parts beside each other, or beside the answers before. */
  judge?: (parts: readonly string[], answers: Answers) => string | undefined;
  /** Where it goes in `programme.md`. */
  put: (items: Items, answers: Answers) => Entry[];
}

/** One or more answers, each in its parts. */
type Items = readonly [readonly string[], ...(readonly string[])[]];

export interface Part {
  name: string;
  example?: string;
  optional?: true;
  fallback?: string;
  /** Words of the notice, held against its text where that is at hand; the clause they stand in. */
  role?: 'quote' | 'clause';
  check?: (text: string) => string | undefined;
  /** All that it takes, where these are a few words. */
  words?: readonly string[];
}

/** A value for one place of the rules: put there, or added to the list there. */
export interface Entry {
  path: readonly string[];
  value: unknown;
  add?: true;
}

/** Whether the programme says something at a place already; nothing does in a new one. */
export type Stands = (...path: string[]) => boolean;

const BAR = /[｜|]/u;
/** Said of an optional step that was asked: there is none. */
export const NONE = '没有';

function partsOf(step: Step, text: string): string[] {
  const given = step.parts.length === 1 ? [text.trim()] : text.split(BAR).map((part) => part.trim());
  return step.parts.map((_, index) => given[index] ?? '');
}

export function joined(parts: readonly string[]): string {
  return parts.join('｜').replace(/｜+$/u, '');
}

export function itemsOf(step: Step, answers: Answers): string[][] {
  return (answers[step.flag] ?? []).map((text) => partsOf(step, text));
}

/** `名称｜名额｜条款`, as it is typed behind the option. */
export function patternOf(step: Step): string {
  return step.parts.map(({ name, optional }) => (optional ? `${name}（可空）` : name)).join('｜');
}

/** The answer with what goes without saying filled in: fallbacks, and the clause of quoted words that the notice has. */
export function completed(step: Step, text: string, notice: NoticeWords | undefined): string {
  const parts = partsOf(step, text);
  const quote = parts[step.parts.findIndex(({ role }) => role === 'quote')];
  return joined(
    step.parts.map(({ fallback, role }, index) => {
      const part = parts[index] ?? '';
      if (part !== '') return part;
      return (role === 'clause' && quote ? notice?.clauseOf(quote) : undefined) ?? fallback ?? '';
    }),
  );
}

/** Everything that is wrong with one answer, each a sentence; the parts are named where there are several. */
export function faultsOf(step: Step, text: string, answers: Answers, notice: NoticeWords | undefined): string[] {
  const surplus = step.parts.length > 1 && text.split(BAR).length > step.parts.length;
  if (surplus) return [`要写成“${patternOf(step)}”，共 ${step.parts.length} 段，用竖线分开。`];
  const parts = partsOf(step, text);
  const faults = step.parts.flatMap((own, index) => {
    const fault = partFault(own, parts[index] ?? '', notice);
    return fault === undefined ? [] : [step.parts.length > 1 ? `「${own.name}」${fault}` : fault];
  });
  const whole = faults.length === 0 ? step.judge?.(parts, answers) : undefined;
  return whole === undefined ? faults : [whole];
}

export function partFault({ optional, check, role }: Part, text: string, notice?: NoticeWords): string | undefined {
  if (text === '') return optional ? undefined : '没有写。';
  if (role === 'quote' && notice && !notice.has(text))
    return '在通知里没有找到这句话（空格和换行不计，逐字比对）。请从通知里照抄一段原话。';
  return check?.(text);
}
