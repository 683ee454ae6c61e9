import type { Programme } from '#core/programme/programme.ts';
import type { ImportedPerson } from '#core/records/imported.ts';
import { columnText } from './column-text.ts';
import type { ColumnKey } from './columns.ts';
import { digestHex } from './imported-digest.ts';
import { differingFields, fieldHeader, fieldKeys, fieldValue, withFieldsOf } from './person-fields.ts';
import type { Change, PlannedPerson } from './plan.ts';
import type { PersonRecord } from './record.ts';

/** `photo` is the picture with everything that is recorded of it. */
export type EditKey = ColumnKey | 'photo';

/** A field that the sheet would change although it is not, or may not be, as the last import left it. */
export interface HandEdit extends Change {
  key: EditKey;
}

/** Everything of one person, or of the list itself (`id` empty), about which somebody has to decide. */
export interface EditedPerson {
  id: string;
  name: string;
  employer: string;
  edits: HandEdit[];
  /** Whether there is a record of the last import: without it nobody can tell a hand's text from an import's. */
  recorded: boolean;
}

/** What is there of a photo and what would come: as one text each, empty for none. */
export interface PhotoTurn {
  present: string;
  coming: string;
  changes: readonly Change[];
}

/** The fields of a person that the plan would put over a text which the last import did not write. */
export function handEdits(
  { id, record }: PlannedPerson,
  before: PersonRecord,
  imported: ImportedPerson | undefined,
  programme: Programme,
  photo: PhotoTurn | undefined,
): HandEdit[] {
  const edits = differingFields(id, before, record, programme)
    .keys.filter((key) => isEdited(id, key, fieldValue(key, before), imported))
    .map((key) => ({
      key,
      field: fieldHeader(key, programme),
      from: columnText(key, id, before, programme),
      to: columnText(key, id, record, programme),
    }));
  const turned = photo && photo.present !== photo.coming && isEdited(id, 'photo', photo.present, imported);
  return turned ? [...edits, ...photo.changes.map((change) => ({ key: 'photo' as const, ...change }))] : edits;
}

/** Where no digest stands, nothing can be lost by filling an empty place. */
function isEdited(id: string, key: EditKey, present: string, imported: ImportedPerson | undefined): boolean {
  const digest = imported?.[key];
  if (digest !== undefined) return digest !== digestHex(id, key, present);
  return present !== '';
}

/** A planned person with the fields of `before` that somebody wants to keep, and those that differ in their notation alone. */
export function withKept(
  person: PlannedPerson,
  before: PersonRecord,
  kept: ReadonlySet<EditKey>,
  programme: Programme,
): PersonRecord {
  const { alike } = differingFields(person.id, before, person.record, programme);
  const keys = new Set([...alike, ...kept].filter((key): key is ColumnKey => key !== 'photo'));
  const { candidate, sections } = withFieldsOf(before, person.record, keys);
  if (!kept.has('photo')) return { candidate, sections };
  const withPhoto = { ...candidate, photo: before.candidate.photo };
  if (withPhoto.photo === undefined) delete withPhoto.photo;
  return { candidate: withPhoto, sections };
}

/**
 * What this import leaves behind of a person, as digests. A field that was kept is remembered as the sheet has it: what stands there is
 * the hand's, and will be asked about again.
 */
export function importedPerson(
  { id, draft, record: sheet }: PlannedPerson,
  before: PersonRecord | undefined,
  prior: ImportedPerson | undefined,
  photo: PhotoTurn | undefined,
): ImportedPerson {
  const says = (key: ColumnKey): boolean =>
    key === 'name' || draft.fields.has(key as never) || (key.startsWith('text:') && draft.texts.has(key.slice(5)));
  const fields: Record<string, string> = {};
  const put = (key: EditKey, value: string): void => {
    if (value !== '') fields[key] = digestHex(id, key, value);
  };
  for (const key of fieldKeys(sheet, ...(before ? [before] : []))) {
    const coming = fieldValue(key, sheet);
    const old = prior?.[key];
    if (!before || says(key) || coming !== fieldValue(key, before)) put(key, coming);
    else if (old !== undefined) fields[key] = old;
  }
  const picture = prior?.['photo'];
  if (photo && (photo.present !== photo.coming || !before)) put('photo', photo.coming);
  else if (picture !== undefined) fields['photo'] = picture;
  return sorted(fields);
}

function sorted(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
