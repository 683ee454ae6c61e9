import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { ProgrammeFolder } from '#core/records/content.ts';
import { strayMeanings } from '#core/records/programme-form.ts';

/** What a programme's forms name and its rules do not know. */
export function formFindings({ programme, forms = [] }: Partial<ProgrammeFolder>): Finding[] {
  if (!programme) return [];
  const allowed = programme.data.rules.texts.map(({ heading }) => heading).join('、');
  return forms.flatMap((form) =>
    strayMeanings(form.data, programme.data).map((heading) =>
      finding('form-heading-unknown', { file: form.file }, { heading, allowed }),
    ),
  );
}
