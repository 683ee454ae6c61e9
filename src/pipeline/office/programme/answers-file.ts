import { readFile } from 'node:fs/promises';
import type { Answers } from '#pipeline/commands/ask.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { NONE, patternOf, type Step } from './step.ts';

/** One line an answer, `档次=荷城工匠｜craftsman｜20名｜…`; the same line again for the next. `#` begins a note of the office's own. */
export async function answersIn(path: string, steps: readonly Step[]): Promise<Answers> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageError(`读不了 --answers ${path}。请核对路径。`);
  });
  if (text === undefined) return {};
  const answers: Record<string, string[]> = {};
  const faults: string[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('＃')) continue;
    const [, key = '', value = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(line) ?? [];
    const step = steps.find(({ flag, title }) => flag === key.trim() || title === key.trim());
    if (!step) faults.push(`第 ${index + 1} 行不是“项目=回答”，或没有这个项目。`);
    else if (value.trim() !== '') (answers[step.flag] ??= []).push(value.trim());
  }
  if (faults.length > 0) {
    throw new UsageError(
      `--answers ${path}：${faults.join('')}可写的项目有：${steps.map(({ title }) => title).join('、')}。`,
    );
  }
  return answers;
}

/** The file with one more question answered: an interrupted walk goes on behind it. */
export async function keepAnswer(path: string, step: Step, items: readonly string[]): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const kept = before.split(/\r\n?|\n/u).filter((line) => !isOf(step, line));
  while (kept.at(-1)?.trim() === '') kept.pop();
  const lines = items.length > 0 ? items : step.optional ? [NONE] : [];
  await replaceFile(path, `${[...kept, ...lines.map((text) => `${step.title}=${text}`)].join('\n')}\n`);
}

function isOf({ flag, title }: Step, line: string): boolean {
  const key = /^([^=＝]+)[=＝]/u.exec(line.trim())?.[1]?.trim();
  return key === flag || key === title;
}

/** An empty answers file: every question as a note, to be filled in away from the terminal. */
export function blankAnswers(steps: readonly Step[]): string {
  return steps
    .map((step) => {
      const notes = [
        step.about ?? '',
        step.many ? '有几项就写几行' : '',
        step.optional ? `没有的空着，或写 ${NONE}` : '',
      ].filter((note) => note !== '');
      const example = step.parts.map(({ example: one, name }) => one ?? name).join('｜');
      return [
        ...(notes.length > 0 ? [`# ${notes.join('；')}。`] : []),
        `# 写法：${step.title}=${patternOf(step)}`,
        ...(example === patternOf(step) ? [] : [`# 例：${step.title}=${example}`]),
        `${step.title}=`,
        '',
      ].join('\n');
    })
    .join('\n');
}
