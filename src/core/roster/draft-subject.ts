import { type Finding, finding } from '#core/catalogue/finding.ts';
import { type Subject, SUBJECTS } from '#core/formats/subject.ts';
import { fieldColumn } from './columns.ts';
import type { Draft } from './person-draft.ts';
import type { Reading } from './reading.ts';

/**
 * Settles what a row is about: what a person has said of the name, else the row's own column, else the list around it. What nothing says is
 * taken for a person, and a name that can hardly be one is asked about.
 */
export function isOfPerson(
  draft: Draft,
  { about, cells }: Reading,
  { subjects }: { subjects?: ReadonlyMap<string, Subject> },
): boolean {
  const column = cells.get('subject')?.some(({ text }) => text.trim() !== '') ?? false;
  const said = subjects?.get(draft.name) ?? (column ? (draft.fields.get('subject') as Subject | undefined) : about);
  if (said === undefined || SUBJECTS[said].isPerson) return true;
  draft.fields.set('subject', said);
  return false;
}

/** A trade, a level or a portrait is asked of persons only: what a row of a collective holds of it is named, and not read. */
export function withoutPersonal(draft: Draft): Finding[] {
  const subject = SUBJECTS[draft.fields.get('subject') as Subject].words;
  const personal = [...draft.places].filter(([key]) => fieldColumn(key)?.field.of === 'person');
  const findings = personal.flatMap(([key, where]) => {
    const value = draft.fields.get(key as never);
    draft.fields.delete(key as never);
    draft.places.delete(key);
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    const what = fieldColumn(key)?.field.words ?? '';
    return isEmpty ? [] : [finding('import-not-of-collective', where, { subject, what })];
  });
  const [picture] = draft.pictures;
  if (picture) findings.push(finding('import-not-of-collective', picture.where, { subject, what: '照片' }));
  draft.pictures = [];
  if (draft.employer === '' && draft.fields.get('subject') === 'unit') {
    draft.employer = draft.name;
    draft.fields.set('employer', draft.name);
  }
  return findings;
}
