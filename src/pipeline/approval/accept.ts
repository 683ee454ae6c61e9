import type { Finding } from '#core/catalogue/finding.ts';
import { namedPerson } from '#pipeline/acts/named-person.ts';
import { tryChanges } from '#pipeline/check/trial.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles, textAt } from '#pipeline/content/change-files.ts';
import { chosenRound } from '#pipeline/content/chosen-round.ts';
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
  if (hasErrors(fresh)) return { written: false, findings: fresh };
  await changeFiles(held, changes);
  return { written: true, file };
}
