import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import { isSameName } from '#core/text/person-name.ts';
import { columnsFor, fieldColumn } from './columns.ts';
import type { Draft } from './person-draft.ts';

/** Completes the list with what the people's forms say more. The list decides who and in which order; where both say different things, nobody chooses. */
export function withForms(
  rows: readonly Draft[],
  forms: readonly Draft[],
  programme: Programme,
): { drafts: Draft[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const claimed = new Map<Draft, Draft>();
  for (const form of forms) {
    const owner = ownerOf(form, rows);
    const earlier = owner && typeof owner !== 'string' ? claimed.get(owner) : undefined;
    if (typeof owner === 'string') findings.push(finding(owner, form.where));
    else if (earlier) findings.push(finding('import-form-twice', form.where, { file: earlier.where.file }));
    else claimed.set(owner, form);
  }
  const drafts = rows.map((row) => {
    const form = claimed.get(row);
    if (!form) return row;
    const completed = complete(row, form, programme);
    findings.push(...completed.findings);
    return completed.draft;
  });
  const missing = rows.filter((row) => !claimed.has(row)).map(({ where }) => finding('import-form-missing', where));
  return { drafts, findings: [...findings, ...missing] };
}

function ownerOf(form: Draft, rows: readonly Draft[]): Draft | 'import-form-surplus' | 'import-form-ambiguous' {
  const namesakes = rows.filter(({ name }) => isSameName(name, form.name));
  const [only, ...more] = namesakes.length > 1 ? namesakes.filter((row) => fits(row, form)) : namesakes;
  if (only && more.length === 0) return only;
  return namesakes.length === 0 ? 'import-form-surplus' : 'import-form-ambiguous';
}

/** 单位及职务 begins with the employer. */
function fits(row: Draft, form: Draft): boolean {
  return row.employer === form.employer || (form.employer !== '' && row.employer.startsWith(form.employer));
}

function complete(row: Draft, form: Draft, programme: Programme): { draft: Draft; findings: Finding[] } {
  const findings: Finding[] = [];
  const draft: Draft = {
    ...row,
    fields: new Map(row.fields),
    texts: new Map([...form.texts, ...row.texts]),
    places: new Map([...form.places, ...row.places]),
    pictures: row.pictures.length > 0 ? row.pictures : form.pictures,
  };
  const split = row.employer !== form.employer && fits(row, form);
  for (const [key, value] of form.fields) {
    const own = row.fields.get(key);
    if (value === undefined || key === 'name') continue;
    if (own === undefined || (key === 'employer' && split)) draft.fields.set(key, value);
    else if (!fieldColumn(key)?.field.extract && JSON.stringify(own) !== JSON.stringify(value)) {
      const header = columnsFor(programme).find((column) => column.key === key)?.header ?? key;
      const where = row.places.get(key) ?? row.where;
      findings.push(finding('import-form-disagrees', where, { header, file: form.where.file }));
    }
  }
  draft.employer = (draft.fields.get('employer') as string | undefined) ?? '';
  return { draft, findings };
}
