import { isRepeatable } from '#core/privacy/private-text.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { FormMeaning, ProgrammeForm } from '#core/records/programme-form.ts';
import { type ColumnKey, columnsFor, FIELD_COLUMNS, fieldColumn, said } from './columns.ts';
import { readOutside } from './form-outside.ts';
import type { Grid } from './grid.ts';
import { findHead } from './head.ts';
import { isForm, labelled, unknownLabels } from './labels.ts';
import { createWording, type Meaning } from './wording.ts';

/** A label found on a form, with what it most likely means; without a proposal nobody knows yet. */
export interface FoundLabel {
  label: string;
  proposal: FormMeaning | undefined;
}

/** Every label of an unknown form, each once, in the order of the page; values are in none of them. */
export function labelsOf(
  { sheets, outside }: Grid,
  programme: Programme,
): { kind: ProgrammeForm['kind']; labels: FoundLabel[] } {
  const wording = createWording(programme);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const list = visible.find((sheet) => !isForm(sheet, wording) && findHead(sheet, wording.ofHead) !== undefined);
  const head = list && findHead(list, wording.ofHead);
  const found = head
    ? head.columns.map(({ head: label, meaning }) => ({ label, meaning }))
    : [
        ...readOutside(outside, wording.ofLabel, '').pairs,
        ...visible.flatMap((sheet) => {
          const pairs = labelled(sheet, wording.ofLabel);
          const all = [...pairs, ...unknownLabels(sheet, pairs, wording.ofLabel, { blank: true })];
          return all.sort((a, b) => a.row - b.row || a.column - b.column);
        }),
      ];
  const labels = new Map<string, FoundLabel>();
  for (const { label, meaning } of found) {
    const name = label.trim();
    if (name !== '' && isRepeatable(name) && !labels.has(name))
      labels.set(name, { label: name, proposal: formMeaning(meaning) });
  }
  return { kind: head ? 'list' : 'person', labels: [...labels.values()] };
}

/** The words in which a person says what a label is. */
export function meaningWords(programme: Programme): Map<string, FormMeaning> {
  const own = columnsFor(programme).filter(({ key }) => isFormMeaning(key));
  // In the order of the sheet; what this programme does not ask for stands behind: a form may have it all the same.
  const others = FORM_COLUMNS.filter(({ key }) => !own.some((one) => one.key === key));
  return new Map<string, FormMeaning>([
    ...[...own, ...others].map(({ key, header }) => [said(header, programme), key as FormMeaning] as const),
    ...FORM_COLUMNS.flatMap(({ combined }) =>
      combined ? [[combined.words, combined.means as FormMeaning] as const] : [],
    ),
    ['不公开', 'private'],
    ['出生年月', 'birth'],
    ['身份证号', 'identity'],
    ['照片', 'picture'],
    ['是否涉密', 'classified'],
    ['序号', 'sequence'],
    ['不是一项', 'no-field'],
  ]);
}

const FORM_COLUMNS = FIELD_COLUMNS.filter(({ field }) => field.onForms).map(({ column }) => column);

/** Whether a label of a form may mean a column: the id, readings and the words under a photo are asked for on no paper. */
function isFormMeaning(key: ColumnKey): boolean {
  return key.startsWith('text:') || FORM_COLUMNS.some((column) => column.key === key);
}

function formMeaning(meaning: Meaning): FormMeaning | undefined {
  switch (meaning.kind) {
    case 'field':
      if (meaning.combined) return fieldColumn(meaning.key)?.column.combined?.means as FormMeaning;
      return isFormMeaning(meaning.key) ? (meaning.key as FormMeaning) : undefined;
    case 'private':
      return meaning.use ?? 'private';
    case 'picture':
    case 'classified':
    case 'sequence':
      return meaning.kind;
    case 'remark':
    case 'unpublished':
      return 'no-field';
    default:
      return undefined;
  }
}
