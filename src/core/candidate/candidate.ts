import { z } from 'zod';
import { SUBJECTS } from '#core/formats/subject.ts';
import type { FieldDefinition, OpenData, Profile } from './field.ts';
import { FIELDS } from './fields/index.ts';

type Definition = (typeof FIELDS)[number];
/** A field whichever it is; its functions take the values of that field alone. */
export type AnyField = FieldDefinition<FieldName, z.ZodType, ColumnName, Profile<unknown>, OpenData<unknown>>;
type FieldName = Definition['key'];
/** The field's own name, or that of a part where it fills several columns: `photo.credit`. */
export type ColumnName = Definition['sheet']['columns'][number]['key'];

/** The table, for whoever goes through it. */
export const ALL_FIELDS: readonly AnyField[] = FIELDS;

type Shape = { [D in Definition as D['key']]: D['shape'] };

const LONGEST = { person: SUBJECTS.person.longestName, together: SUBJECTS.collective.longestName };

/**
 * The public record of one person in one round. A strict object: a column that is not in the table (身份证号, 手机, 出生年月 …)
 * cannot enter the content at all.
 */
export const candidateSchema = z
  .strictObject(Object.fromEntries(FIELDS.map(({ key, shape }) => [key, shape])) as unknown as Shape)
  .refine((record) => isFitting(record as Named, 'person'), tooLong('person'))
  .refine((record) => isFitting(record as Named, 'together'), tooLong('together'));

interface Named {
  name?: unknown;
  subject?: unknown;
}

/** A person's name is shorter than a collective's. */
function isFitting({ name, subject }: Named, of: keyof typeof LONGEST): boolean {
  const own = subject === undefined || subject === 'person' ? 'person' : 'together';
  return typeof name !== 'string' || own !== of || name.length <= LONGEST[of];
}

function tooLong(of: keyof typeof LONGEST): object {
  const params = { code: 'too-many', maximum: LONGEST[of], unit: '个字' };
  // Said in the same go as what is wrong elsewhere in the record.
  return { path: ['name'], params, when: () => true };
}

export type Candidate = z.infer<typeof candidateSchema>;

/** The fields that a page lays out by itself. */
export type OwnLayout = Extract<Definition, { profile: 'own-layout' }>['key'];
/** The fields of the open data. */
export type OpenField = Exclude<Definition, { openData: 'none' }>['key'];

/** A person's value of a field. */
export function valueOf(candidate: Candidate, { key }: Pick<AnyField, 'key'>): unknown {
  return candidate[key];
}

/** The field of a name; `undefined` for any other word. */
export function fieldNamed(name: string): AnyField | undefined {
  return ALL_FIELDS.find(({ key }) => key === name);
}
