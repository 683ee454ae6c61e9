import type { Finding } from '#core/catalogue/finding.ts';
import { namedPerson } from '#pipeline/acts/named-person.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles, textAt } from '#pipeline/content/change-files.ts';
import { chosenRound, findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { insertValue } from '#pipeline/content/insert-value.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { type Held, writing } from '#pipeline/content/writing.ts';

/** A warning that stands with a reason, or words of a text that mean something else than the data. */
export type Accepted =
  | { list: 'accepted'; code: string; person: string | undefined; reason: string; by: string }
  | { list: 'otherFacts'; words: string; meaning: string; by: string };

export interface AcceptOptions {
  content: string;
  round: string;
  entry: Accepted;
  patience?: number | undefined;
}

export type Accepting = { written: true; file: string } | { written: false; findings: Finding[] };

/** Adds one line to `round.md`, and refuses one that lets nothing stand. */
export function accept(options: AcceptOptions): Promise<Accepting> {
  const { content, patience } = options;
  return writing(content, { verb: 'accept', patience }, (held) => accepting(options, held));
}

async function accepting({ content, round, entry }: AcceptOptions, held: Held): Promise<Accepting> {
  const tree = await readTree(content);
  if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
  const { folder } = chosenRound(parseTree(tree).readable, round);
  const { file } = folder.round;
  const { list, ...rest } = entry;
  const person = 'person' in rest && rest.person !== undefined ? namedPerson([folder], rest.person) : undefined;
  const value =
    'code' in rest
      ? { code: rest.code, ...(person !== undefined && { person }), reason: rest.reason, by: rest.by }
      : rest;
  const text = insertValue(textAt(tree, file), [list], value, true);
  if (text === undefined) {
    throw new Refusal('accept-by-hand', `${file} 里的 ${list} 写法特殊，不能自动添加。请在那里手工加一条。`);
  }
  const changes = new Map([[file, text]]);
  const { fresh } = await tryChanges(content, tree, changes);
  if (fresh.some(({ code }) => code === 'acceptance-not-needed' || code === 'other-fact-not-needed')) {
    throw new Refusal(
      'accept-nothing',
      nothingToAccept(entry, findingsOfRound((await checkContent(content)).findings, round)),
    );
  }
  if (hasErrors(fresh)) return { written: false, findings: fresh };
  await changeFiles(held, changes);
  return { written: true, file };
}

/** What there is instead: a wrong code is a slip of the pen, and the list of the right ones its remedy. */
function nothingToAccept(entry: Accepted, open: readonly Finding[]): string {
  if (entry.list === 'otherFacts') {
    return `正文里没有与数据不一致的“${entry.words}”，不用写明。请照 npm run check 引用的文字写 --words，一字不差。`;
  }
  const codes = [...new Set(open.filter(({ level }) => level === 'warning').map(({ code }) => code))];
  const known = codes.length > 0 ? `现有的提醒是：${codes.join('、')}。` : '这一届现在没有提醒。';
  const whom = entry.person === undefined ? '' : `关于${entry.person}的`;
  return `没有${whom}提醒 ${entry.code}，没有可以保留的。${known}请照 npm run check 每条末尾方括号里的代码写 --code；关于某一个人的，再写 --person。`;
}
