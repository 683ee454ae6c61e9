import { canonicalText } from '#core/formats/digest.ts';
import { type Present, presentRecord } from '#core/lifecycle/correctable.ts';
import {
  corrected,
  type Correction,
  isText,
  otherFields,
  recordFields,
  type Target,
  targetOf,
} from '#core/lifecycle/corrected.ts';
import type { Dossier } from '#core/records/content.ts';
import { chineseField } from '#core/records/field-words.ts';
import { withNewName } from '#core/text/former-name.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { textAt } from '#pipeline/content/change-files.ts';
import type { TreeFile } from '#pipeline/content/content-tree.ts';
import { editField } from '#pipeline/content/edit-front-matter.ts';

export interface Applied {
  /** Path → new text; empty when the files already say what the correction says. */
  changes: Map<string, string>;
  already: boolean;
}

/** What a correction does to the files: the value in place, nothing else touched. */
export function applyCorrection(folder: Dossier['folder'], tree: readonly TreeFile[], correction: Correction): Applied {
  const target = targetOf(correction);
  const present = presentRecord(folder, target);
  if (!present) throw new Refusal('correction-nowhere', '没有可以更正的内容。请核对 --person 和 --field。');
  const fields = recordFields(correction);
  const label = chineseField(fields[0] ?? correction.field, present.record);
  if (fields.every((field) => stands(present.record[field], correction, isText(field)))) {
    return { changes: new Map(), already: true };
  }
  const before = present.record[fields[0] ?? ''];
  if (isText(fields[0] ?? '')) return { changes: inBody(folder, tree, present, correction, label), already: false };
  if (before !== canonical(correction.old)) {
    const now = before === undefined ? '没有这一项' : '与 --old 写的不同';
    throw new Refusal('act-old-differs', `${label}现在${now}。请照文件里现在的内容写 --old，一字不差。`);
  }
  const changes = new Map<string, string>();
  for (const field of fields) {
    for (const { path, at } of placesOf(folder, target, present, field)) {
      const text = changes.get(path) ?? textAt(tree, path);
      const edited = editField(text, at, correction.new);
      if (edited === undefined) throw new Refusal('correction-by-hand', byHand(label, path));
      changes.set(path, edited);
    }
  }
  const { old = '', new: now = '' } = correction;
  for (const field of otherFields(correction)) {
    const value = withNewName(present.record[field] ?? '', old, now);
    for (const { path, at } of placesOf(folder, target, present, field)) {
      const text = changes.get(path) ?? textAt(tree, path);
      const edited = isText(field)
        ? inSection(folder, present.file, field, text, (section) => withNewName(section, old, now))
        : editField(text, at, value);
      if (edited === undefined)
        throw new Refusal('correction-by-hand', byHand(chineseField(field, present.record), path));
      changes.set(path, edited);
    }
  }
  return { changes, already: false };
}

/** A file with one section of its body edited; no section has more or fewer lines afterwards. */
function inSection(
  folder: Dossier['folder'],
  file: string,
  field: string,
  text: string,
  edit: (section: string) => string,
): string {
  const entry = [folder.notice, folder.result, folder.round, ...folder.people].find((one) => one?.file === file);
  const index = Number(field.split('.')[1]);
  const lines = text.split('\n');
  const from = (entry?.sections[index]?.line ?? 1) - 1;
  const to = (entry?.sections[index + 1]?.line ?? lines.length + 1) - 1;
  return [...lines.slice(0, from), edit(lines.slice(from, to).join('\n')), ...lines.slice(to)].join('\n');
}

/** Whether the record after the change is what the correction makes of the record before, in every field. */
export function isAsCorrected(
  before: Present | undefined,
  after: Present | undefined,
  correction: Correction,
): boolean {
  if (!before || !after) return false;
  const wanted = corrected(before.record, [{ data: correction }]);
  const keys = new Set([...Object.keys(wanted), ...Object.keys(after.record)]);
  return [...keys].every((key) => wanted[key] === after.record[key]);
}

function stands(value: string | undefined, { old, new: now }: Correction, text: boolean): boolean {
  if (!text) return value === canonical(now);
  const holds = (part: string | undefined): boolean => part !== undefined && (value?.includes(part) ?? false);
  return (now === undefined || holds(canonical(now))) && !holds(canonical(old));
}

/** Every list of the round repeats a person's name and employer; a row has a number instead of an id. */
function placesOf(
  folder: Dossier['folder'],
  target: Target,
  present: Present,
  field: string,
): { path: string; at: string }[] {
  if (target.of !== 'person' || !field.startsWith('listed.')) return [{ path: present.file, at: field }];
  return (folder.part?.all ?? [folder]).flatMap(({ roster }) => {
    const index = roster?.data.people.findIndex(({ id }) => id === target.person) ?? -1;
    return roster && index >= 0 ? [{ path: roster.file, at: `people.${index}.${field.slice(7)}` }] : [];
  });
}

/** A passage of the body, which must stand once in its section as it is written in the file. */
function inBody(
  folder: Dossier['folder'],
  tree: readonly TreeFile[],
  { file }: Present,
  { field, old = '', new: now = '' }: Correction,
  label: string,
): Map<string, string> {
  const edited = inSection(folder, file, field, textAt(tree, file), (section) => {
    const times = old === '' ? 0 : section.split(old).length - 1;
    if (times === 1) return section.replace(old, () => now);
    const found = times === 0 ? '找不到' : `出现 ${times} 次`;
    throw new Refusal(
      'act-old-differs',
      `${label}里${found} --old 写的这段文字。请写一段在那里只出现一次、不跨段落、不含加粗等格式的原文。`,
    );
  });
  return new Map([[file, edited]]);
}

function byHand(label: string, path: string): string {
  return `${label}在 ${path} 里不是单独的一行文字，不能自动改。请先手工改好这个文件，再运行同一条命令，只记录这次更正。`;
}

function canonical(text: string | undefined): string | undefined {
  return text === undefined ? undefined : canonicalText(text);
}
