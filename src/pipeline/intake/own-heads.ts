import { type Finding, finding } from '#core/catalogue/finding.ts';
import { type ProgrammeForm, programmeFormSchema } from '#core/records/programme-form.ts';
import { meaningWords } from '#core/roster/form-labels.ts';
import type { ColumnUse } from '#core/roster/reading.ts';
import { createWording } from '#core/roster/wording.ts';
import { fullHead } from '#core/text/tidy.ts';
import type { ImportRequest } from './import-request.ts';
import { jsonFile } from './json-file.ts';
import type { KnownRound } from './known-round.ts';

export interface OwnHeads {
  /** The forms by which heads and labels are understood. */
  forms: ProgrammeForm[];
  /** What is to be written where something was explained. */
  file?: { path: string; text: string };
  findings: Finding[];
}

/** The programme's forms, with the heads that an office explains now laid behind those it has explained before. */
export function withOwnHeads(
  { programme, forms = [] }: Pick<KnownRound, 'programme' | 'forms'>,
  heads: ImportRequest['heads'] = [],
): OwnHeads {
  const present = forms.map(({ data }) => data);
  if (heads.length === 0) return { forms: present, findings: [] };
  const wording = createWording(programme.data, present);
  const isOpen = (label: string): boolean =>
    [wording.ofHead(label), wording.ofLabel(label)].every(({ kind }) => kind === 'unknown' || kind === 'ambiguous');
  const findings = heads
    .filter(({ label }) => !isOpen(label))
    .map(({ label }) => finding('import-head-known', { file: '表头' }, { head: label }));
  if (findings.length > 0) return { forms: present, findings };
  const words = meaningWords(programme.data);
  const fields = heads.flatMap(({ label, means }) => {
    const meaning = words.get(means);
    return meaning === undefined ? [] : [{ label, means: meaning }];
  });
  if (fields.length < heads.length) {
    const allowed = [...words.keys()].join('、');
    return { forms: present, findings: [finding('import-word-unknown', { file: '表头' }, { allowed })] };
  }
  const path = `programmes/${programme.id}/forms/${OWN}.json`;
  const before = forms.find(({ file }) => file === path)?.data;
  const own = programmeFormSchema.parse({
    name: '各单位表上的列名',
    clause: '经办人说明',
    kind: 'list',
    own: true,
    ...before,
    fields: [...(before?.fields ?? []), ...fields],
  });
  return {
    forms: [...present.filter((form) => form !== before), own],
    file: { path, text: jsonFile(own) },
    findings: [],
  };
}

const OWN = 'own-heads';

/** Heads of the list, and labels of forms, of which nobody knows what they mean. */
export function unknownHeads(columns: readonly ColumnUse[], findings: readonly Finding[]): string[] {
  const listed = columns.flatMap(({ unknown }) => unknown ?? []);
  const labels = findings.flatMap(({ code, args, where }) =>
    (code === 'import-column-unknown' || code === 'import-column-ambiguous') && !isHeadOf(columns, args['head'])
      ? [String(args['head'] ?? where.field ?? '')]
      : [],
  );
  const all = [...listed, ...labels].filter((head) => fullHead(head) !== '' && head !== HIDDEN);
  return [...new Map(all.map((head) => [fullHead(head), head])).values()];
}

/** A list's own columns say their heads to the last sign. */
function isHeadOf(columns: readonly ColumnUse[], head: unknown): boolean {
  return columns.some((column) => column.unknown !== undefined && column.head === head);
}

const HIDDEN = '（此处不重复）';
