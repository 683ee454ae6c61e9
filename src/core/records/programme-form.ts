import { z } from 'zod';
import { ALL_FIELDS, type ColumnName } from '#core/candidate/candidate.ts';
import { clauseSchema, lineSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';

/** Fields of a person that a form may ask for; a text stands under its heading, `text:主要事迹`. */
const FORM_FIELDS = ALL_FIELDS.filter(({ onForms }) => onForms).flatMap(({ sheet }) =>
  sheet.columns.flatMap(({ key, combined }) => [key, ...(combined ? [combined.means] : [])]),
) as [FormField, ...FormField[]];
type FormField = ColumnName | 'employer-and-post';

/** What a label stands beside that is no public field: private, a picture, 涉密, or nothing to be read (意见, 承诺, 简历, 备注, counts). */
const FORM_ASIDES = ['private', 'birth', 'identity', 'picture', 'classified', 'sequence', 'no-field'] as const;

export type FormMeaning = FormField | (typeof FORM_ASIDES)[number] | `text:${string}`;

const meaningSchema = z.union([
  z.enum(FORM_FIELDS),
  z.enum(FORM_ASIDES),
  z.templateLiteral(['text:', z.string().min(1).max(60)]),
]);

/**
 * `forms/<id>.json` of a programme: a form as its notice prescribes it, the official label of every field and what it means. The labels are the
 * notice's own words; where the notice prints none, `remark` says so.
 */
export const programmeFormSchema = z.strictObject({
  name: lineSchema,
  clause: clauseSchema,
  /** One page a person, or a list with one row a person. */
  kind: z.enum(['person', 'list']),
  remark: lineSchema.optional(),
  /** Heads of the units' own sheets as the office has explained them: no form of any notice. */
  own: z.literal(true).optional(),
  /** Texts of which the opening may serve as 简要事迹, the best first; by their headings. */
  summaryFrom: z.array(lineSchema).default([]),
  fields: z.array(z.strictObject({ label: lineSchema, means: meaningSchema })).min(1),
});

export type ProgrammeForm = z.infer<typeof programmeFormSchema>;

/** Whether an office that keeps to its notice's forms is asked for something at all; without forms it is. */
export function isAskedFor(means: FormMeaning, forms: readonly { data: ProgrammeForm }[] = []): boolean {
  const official = forms.filter(({ data }) => data.own !== true);
  return official.length === 0 || official.some(({ data }) => data.fields.some((field) => field.means === means));
}

/** Meanings that name a heading which the programme's rules do not know. */
export function strayMeanings({ fields, summaryFrom }: ProgrammeForm, { rules }: Programme): string[] {
  const headings = new Set(rules.texts.map(({ heading }) => heading));
  const used = fields.flatMap(({ means }) => (means.startsWith('text:') ? [means.slice('text:'.length)] : []));
  return [...new Set([...used, ...summaryFrom])].filter((heading) => !headings.has(heading));
}
