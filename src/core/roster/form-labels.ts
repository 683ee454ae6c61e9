import type { ProgrammeForm, FormMeaning } from '#core/records/programme-form.ts';
import type { Programme } from '#core/records/programme.ts';
import { columnsFor } from './columns.ts';
import { readOutside } from './form-outside.ts';
import type { Grid } from './grid.ts';
import { findHead } from './head.ts';
import { isForm, labelled, unknownLabels } from './labels.ts';
import { isRepeatable } from '#core/privacy/private-text.ts';
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
          const all = [...pairs, ...unknownLabels(sheet, pairs, wording.ofLabel)];
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
  const skipped = /^(?:id|photo|pinyin|earlierPublicity)/u;
  const fields = columnsFor(programme).filter(({ key }) => !skipped.test(key));
  return new Map<string, FormMeaning>([
    ...fields.map(({ key, header }) => [header, key as FormMeaning] as const),
    ['档次', 'tier'],
    ['符合条件', 'conditions'],
    ['单位及职务', 'employer-and-post'],
    ['不公开', 'private'],
    ['出生年月', 'birth'],
    ['身份证号', 'identity'],
    ['照片', 'picture'],
    ['是否涉密', 'classified'],
    ['序号', 'sequence'],
    ['不是一项', 'no-field'],
  ]);
}

function formMeaning(meaning: Meaning): FormMeaning | undefined {
  switch (meaning.kind) {
    case 'field':
      if (meaning.combined) return 'employer-and-post';
      return /^(?:id|photo|pinyin|earlierPublicity)/u.test(meaning.key) ? undefined : (meaning.key as FormMeaning);
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
