import { type Finding, finding } from '#core/catalogue/finding.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { columnsFor } from '#core/roster/columns.ts';
import type { Plan } from '#core/roster/plan.ts';
import { rowLabel } from '#core/roster/reading.ts';
import type { SourceFile } from '#core/roster/source-file.ts';
import type { RoundPlan } from './round-plan.ts';

/**
 * A PDF holds letters at places, no cells: every row read from one is for a person to compare with the original, who then says so by
 * the file's name and the number of rows.
 */
export function confirmedPdf(files: readonly SourceFile[], plan: Plan, given: readonly string[]): Finding[] {
  const used = new Set<string>();
  const findings = files.flatMap(({ file, grid }): Finding[] => {
    const count = plan.people.filter(({ draft }) => draft.where.file === file).length;
    if (grid.format !== 'pdf' || count === 0) return [];
    const flag = `${file}=${count}`;
    if (!given.includes(flag))
      return [finding('import-pdf-unconfirmed', { file }, { count, flag: `--confirm-pdf "${flag}"` })];
    used.add(flag);
    return [finding('import-pdf-confirmed', { file }, { count })];
  });
  const idle = given.filter((flag) => !used.has(flag));
  return [
    ...findings,
    ...idle.map((flag) =>
      finding('import-pdf-flag-unused', { file: '--confirm-pdf' }, { flag: `--confirm-pdf ${flag}` }),
    ),
  ];
}

export interface PdfPerson {
  place: string;
  fields: [head: string, text: string][];
}

/** What is about to be public of the people read from PDFs, by the heads of the columns. */
export function pdfPeople({ plan, round, pdfs }: Pick<RoundPlan, 'plan' | 'round' | 'pdfs'>): PdfPerson[] {
  const columns = columnsFor(round.programme.data);
  return plan.people.flatMap(({ draft, record }) => {
    if (!pdfs.has(draft.where.file)) return [];
    const fields = columns.flatMap(({ key, header }): [string, string][] => {
      const value = (record.candidate as Record<string, unknown>)[key];
      return value === undefined ? [] : [[header, concealed(plain(value), header)]];
    });
    const texts = [...draft.texts].map(([head, text]): [string, string] => [head, concealed(text, head)]);
    return [{ place: `${draft.where.file} ${rowLabel(draft.where)}`, fields: [...fields, ...texts] }];
  });
}

export function pdfLines(planned: RoundPlan): string[] {
  const people = pdfPeople(planned);
  if (people.length === 0) return [];
  return [
    '从 PDF 读出，请逐行对照原件：',
    ...people.map(({ place, fields }) => `  ${place}  ${fields.map(([head, text]) => `${head}：${text}`).join('；')}`),
  ];
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(plain).join(' ');
  return String(value);
}
