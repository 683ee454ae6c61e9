import { chineseReason } from '#core/acts/act-reason.ts';
import { noticesOf } from '#core/lifecycle/notices-of.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { RoundFolder } from '#core/records/content.ts';
import { textAt } from '#pipeline/content/change-files.ts';
import type { TreeFile } from '#pipeline/content/content-tree.ts';
import { withoutItems } from '#pipeline/content/edit-front-matter.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';

/** The files of a round as they are without one person: path → new text. The person's own file, photo, pictures and film simply go. */
export function erasePerson(tree: readonly TreeFile[], folder: RoundFolder, person: string): [string, string][] {
  const name = folder.people.find(({ id }) => id === person)?.data.name;
  const notices = noticesOf(folder);
  return [
    ...notices.flatMap((notice) => rosterWithout(notice, person)),
    ...importedWithout(folder, person),
    ...roundWithout(tree, folder, person, name),
    ...actsWithout(tree, folder, person, name),
    ...notices.flatMap(({ approval }): [string, string][] =>
      approval && names(approval.data, person) ? [[approval.file, approvalWithout(approval.data, person, name)]] : [],
    ),
  ];
}

function rosterWithout({ roster }: RoundFolder, person: string): [string, string][] {
  if (!roster?.data.people.some(({ id }) => id === person)) return [];
  const data = { ...roster.data, people: roster.data.people.filter(({ id }) => id !== person) };
  return [[roster.file, `${JSON.stringify(data, null, 2)}\n`]];
}

/** A digest of a name is still a trace of the person. */
function importedWithout({ imported }: RoundFolder, person: string): [string, string][] {
  if (!imported?.data.people[person]) return [];
  const people = Object.fromEntries(Object.entries(imported.data.people).filter(([id]) => id !== person));
  return [[imported.file, `${JSON.stringify({ ...imported.data, people }, null, 2)}\n`]];
}

/** An acceptance about the person has nothing to accept any more, and its reason may name the person; so may the title of a report. */
function roundWithout(
  tree: readonly TreeFile[],
  { round }: RoundFolder,
  person: string,
  name: string | undefined,
): [string, string][] {
  const before = textAt(tree, round.file);
  const of = (item: unknown): boolean => (item as { person?: string }).person === person;
  const names = (item: unknown): boolean =>
    of(item) || (name !== undefined && String((item as { title?: unknown }).title).includes(name));
  const edited = withoutItems(withoutItems(before, 'accepted', of), 'coverage', names);
  return edited === before ? [] : [[round.file, edited]];
}

/** Acts about the person stay as dated records; what they said about the person goes. */
function actsWithout(
  tree: readonly TreeFile[],
  { acts }: RoundFolder,
  person: string,
  name: string | undefined,
): [string, string][] {
  return acts.flatMap(({ file, data }): [string, string][] => {
    const alone = 'person' in data ? data.person === person : data.kind === 'revoke' && data.people?.length === 1;
    if (data.kind === 'revoke' && data.people?.includes(person) && !alone && name !== undefined) {
      return [[file, textAt(tree, file).replaceAll(name, '该人选')]];
    }
    if (!alone || (data.kind === 'revoke' && !data.people?.includes(person))) return [];
    const reason = `${chineseReason[data.reasonCode]}。`;
    if (data.kind !== 'correction') return [[file, markdownFile({ ...data, reason }, [])]];
    const kept = Object.entries(data).filter(([key]) => !['old', 'new', 'alsoIn', 'kept'].includes(key));
    return [[file, markdownFile({ ...Object.fromEntries(kept), reason, withheld: true }, [])]];
  });
}

/** Whether any approval of a notice was of the person, or the result that stands beside it may name them. */
function names({ current, former, result }: ApprovalFile, person: string): boolean {
  return result !== undefined || [current, ...former].some(({ people }) => person in people);
}

/** The digests stay, so that it can be shown later what was approved; the text behind them goes. */
function approvalWithout(file: ApprovalFile, person: string, name: string | undefined): string {
  const all = [file.current, ...file.former];
  const own = new Set(all.flatMap(({ people }) => people[person]?.record ?? []));
  const others = new Set(
    all.flatMap(({ people, parts }) => [
      ...Object.values(parts),
      ...Object.entries(people).flatMap(([id, { record }]) => (id === person ? [] : [record])),
    ]),
  );
  const named = (digest: string): boolean =>
    [file.result, ...Object.values(file.further ?? {})].some((sealed) => sealed?.record === digest) &&
    name !== undefined &&
    Object.values(file.records[digest] ?? {}).some((text) => text.includes(name));
  const records = Object.fromEntries(
    Object.entries(file.records).filter(([digest]) => (!own.has(digest) || others.has(digest)) && !named(digest)),
  );
  return `${JSON.stringify({ ...file, records }, null, 2)}\n`;
}
