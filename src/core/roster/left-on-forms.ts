import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import type { Draft } from './person-draft.ts';
import type { PersonRecord } from './record.ts';

/**
 * Texts that the programme wants, that no list of its notice has a column for, and that stand on the person's own form: a list which came
 * alone is not the whole of what the office holds.
 */
export function leftOnForms(
  people: readonly { record: PersonRecord; draft: Draft }[],
  { rules }: Programme,
  forms: readonly ProgrammeForm[],
): Finding[] {
  const fromList = people.filter(({ draft }) => draft.where.line !== undefined);
  const [first] = fromList;
  // Where the notice prescribes no list, a list is the office's own, and its columns are its own affair.
  if (!first || !forms.some(({ kind, own }) => kind === 'list' && own !== true)) return [];
  return forms
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ name, fields }) => {
      const wanted = rules.texts
        .filter(({ heading, required }) => required && fields.some(({ means }) => means === `text:${heading}`))
        .map(({ heading }) => heading);
      const without = fromList.filter(({ record }) =>
        wanted.every((heading) => !record.sections.some((section) => section.heading === heading)),
      );
      if (without.length === 0) return [];
      const { file } = first.draft.where;
      return [
        finding(
          'import-texts-on-forms',
          { file },
          { file, form: name, headings: wanted.join('、'), count: without.length },
        ),
      ];
    });
}
