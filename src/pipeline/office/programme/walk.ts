import type { NoticeWords } from '#core/records/notice-words.ts';
import type { Answers, Terminal } from '#pipeline/commands/ask.ts';
import { completed, faultsOf, joined, NONE, type Part, partFault, patternOf, type Stands, type Step } from './step.ts';

export interface Walk {
  steps: readonly Step[];
  /** From options and from the answers file; what stands there is not asked again. */
  given: Answers;
  stands: Stands;
  notice: NoticeWords | undefined;
}

export type Walked = { answers: Answers } | { faults: string[] };

/** The answers as they were given, completed; or everything that is missing or wrong in them, each with the way to write it. */
export function taken({ steps, given, stands, notice }: Walk): Walked {
  const answers: Record<string, readonly string[]> = {};
  const faults: string[] = [];
  for (const step of steps) {
    if (step.when && !step.when(answers, stands)) continue;
    const stated = given[step.flag] ?? step.fallback?.(answers);
    if (stated === undefined || stated.length === 0) {
      if (step.optional) continue;
      faults.push(
        `缺少“${step.title}”。请写 --${step.flag} '${patternOf(step)}'，或在回答文件里写一行：${step.title}=${patternOf(step)}。`,
      );
      continue;
    }
    const items: string[] = [];
    for (const [index, text] of stated.entries()) {
      if (text === NONE && step.optional) continue;
      const full = completed(step, text, notice);
      const place = stated.length > 1 ? `“${step.title}”第 ${index + 1} 项：` : `“${step.title}”：`;
      faults.push(
        ...faultsOf(step, full, { ...answers, [step.flag]: [...items] }, notice).map((fault) => place + fault),
      );
      items.push(full);
    }
    if (items.length > 1 && !step.many) faults.push(`“${step.title}”只能写一次。`);
    answers[step.flag] = items;
  }
  return faults.length > 0 ? { faults } : { answers };
}

/** What is wrong with what was given; what is missing will be asked. */
export function faultsIn(walking: Walk): string[] {
  const stated = walking.steps.filter(({ flag }) => flag in walking.given);
  const got = taken({ ...walking, steps: stated.map((step) => ({ ...step, optional: true as const })) });
  return 'faults' in got ? got.faults : [];
}

/** Typed in answer to any question: the one before is asked again. */
const BACK = '上一步';

/**
 * Asks on a terminal for what was not given, one question at a time, with a way back. Every answer is handed to `keep` at once, so that an
 * interrupted walk goes on where it stopped.
 */
export async function walk(
  walking: Walk,
  terminal: Terminal,
  keep: (step: Step, items: readonly string[]) => Promise<void>,
): Promise<Answers> {
  const { steps, given, stands, notice } = walking;
  const answers: Record<string, readonly string[]> = {};
  const asked: number[] = [];
  terminal.say(`一次问一项。写“${BACK}”回到前一项；没有的直接回车。`);
  for (let index = 0; ;) {
    const step = steps[index];
    if (!step) return answers;
    const stated = given[step.flag];
    const skipped = step.when && !step.when(answers, stands);
    if (stated && !skipped)
      answers[step.flag] = stated.filter((text) => text !== NONE).map((text) => completed(step, text, notice));
    if (stated || skipped) {
      index += 1;
      continue;
    }
    const items = await asking(step, { answers, notice, terminal, number: `${index + 1}/${steps.length}` });
    if (items === BACK) {
      const before = asked.pop();
      if (before === undefined) terminal.say('\u3000这已经是第一项。');
      else index = before;
      for (const { flag } of steps.slice(index)) delete answers[flag];
      continue;
    }
    answers[step.flag] = items;
    await keep(step, items);
    asked.push(index);
    index += 1;
  }
}

interface Asking {
  answers: Record<string, readonly string[]>;
  notice: NoticeWords | undefined;
  terminal: Terminal;
  number: string;
}

async function asking(step: Step, { answers, notice, terminal, number }: Asking): Promise<string[] | typeof BACK> {
  const items: string[] = [];
  terminal.say(`【${number}】${step.title}${step.about === undefined ? '' : `：${step.about}`}`);
  const fallback = step.fallback?.(answers) ?? [];
  for (;;) {
    const mayEnd = items.length > 0 || step.optional === true || fallback.length > 0;
    const parts = await askedParts(step, { notice, terminal, mayEnd, fallback: items.length === 0 ? fallback : [] });
    if (parts === BACK && items.length > 0) {
      items.pop();
      terminal.say('\u3000刚才那一项去掉了，请重写。');
      continue;
    }
    if (parts === BACK) return BACK;
    if (parts === undefined) return items.length > 0 ? items : [...fallback];
    const text = joined(parts);
    const [fault] = faultsOf(step, text, { ...answers, [step.flag]: [...items] }, notice);
    if (fault !== undefined) {
      terminal.say(`\u3000${fault}请把这一项从头再写一次。`);
      continue;
    }
    items.push(text);
    if (!step.many) return items;
  }
}

/** @returns `undefined` when the first part is left empty and may be */
async function askedParts(
  step: Step,
  way: { notice: NoticeWords | undefined; terminal: Terminal; mayEnd: boolean; fallback: readonly string[] },
): Promise<string[] | undefined | typeof BACK> {
  const parts: string[] = [];
  for (;;) {
    const at = parts.length;
    const part = step.parts[at];
    if (!part) return parts;
    const [kept] = completed(step, joined([...parts, ...step.parts.slice(at).map(() => '')]), way.notice)
      .split('｜')
      .slice(at);
    const proposal = part.fallback ?? (part.role === 'clause' ? kept : undefined);
    const text = (await way.terminal.ask(prompt(part, step, at, proposal, way))).trim();
    if (text === BACK) {
      if (at === 0) return BACK;
      parts.pop();
      continue;
    }
    if (text === '' && at === 0 && way.mayEnd) return undefined;
    const value = text === '' ? (proposal ?? '') : text;
    const fault = partFault(part, value, way.notice);
    if (fault === undefined) parts.push(value);
    else way.terminal.say(`\u3000${text === '' ? '这一项必须填写。' : fault}`);
  }
}

function prompt(
  { name, example, optional }: Part,
  step: Step,
  at: number,
  proposal: string | undefined,
  { mayEnd, fallback }: { mayEnd: boolean; fallback: readonly string[] },
): string {
  const empty = at === 0 && mayEnd;
  const hints = [
    ...(example === undefined ? [] : [`例如 ${example}`]),
    ...(proposal === undefined ? [] : [`直接回车即为：${proposal}`]),
    ...(empty && fallback.length > 0 ? [`直接回车即为：${fallback.join('、')}`] : []),
    ...(empty && fallback.length === 0 ? [step.many ? '空行结束' : '没有可直接回车'] : []),
    ...(optional && at > 0 ? ['没有可直接回车'] : []),
  ];
  return `\u3000${name}${hints.length > 0 ? `（${hints.join('；')}）` : ''}：`;
}
