import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { isRepeatable } from '#core/privacy/private-text.ts';
import { personName } from '#core/text/tidy.ts';
import { ageFindings, type Birth } from './age.ts';
import { commentFindings, publicText } from './cell-text.ts';
import { isClassified, mentionsClassified } from './classified.ts';
import { type Outside, readOutside } from './form-outside.ts';
import type { Cell, Grid, Sheet } from './grid.ts';
import { type Labelled, labelled, unknownLabels } from './labels.ts';
import { nominatingBodyIn } from './preface.ts';
import type { ColumnUse, Reading } from './reading.ts';
import { seenPage } from './seen-page.ts';
import { placeOf, type Terms } from './table.ts';
import type { Meaning } from './wording.ts';

export interface FormReading {
  person?: Reading;
  columns: ColumnUse[];
  findings: Finding[];
}

/** One person's 推荐表 or 申报表: a label stands left of its value, laid out over a page. */
export function readForm(
  { grid, file, number }: { grid: Grid; file: string; number: number },
  meaningOf: (label: string) => Meaning,
  terms: Terms,
): FormReading {
  const { format } = grid;
  const visible = grid.sheets.filter(({ hidden }) => !hidden);
  const pages = visible.map((sheet) =>
    seenPage(sheet, format, (row, column) => placeOf({ file, format, sheet, named: visible.length > 1 }, row, column)),
  );
  const sheets = pages.map(({ sheet }) => sheet);
  const pairs = sheets.flatMap((sheet) => labelled(sheet, meaningOf).map((pair) => ({ ...pair, sheet })));
  const at = ({ sheet, row, column, label }: Pair, person?: string): Place =>
    placeOf({ file, format, sheet, named: sheets.length > 1 }, row, column, label, person);

  const outside = readOutside(grid.outside, meaningOf, file);
  const name = nameIn(pairs) || nameOutside(outside);
  const own: Place = { file, ...(name && { person: name }) };
  const person: Reading = { row: number, where: own, name, cells: new Map(), pictures: [] };
  const findings: Finding[] = [...outside.findings, ...pages.flatMap((page) => page.findings)];
  const columns: ColumnUse[] = [];
  const birth: Birth = {};
  for (const sheet of sheets) {
    const own = pairs.filter((pair) => pair.sheet === sheet);
    for (const pair of unknownLabels(sheet, own, meaningOf)) {
      const head = isRepeatable(pair.label) ? pair.label : '（此处不重复）';
      findings.push(finding('import-column-unknown', at({ ...pair, sheet, label: head }, name), { head }));
    }
  }
  for (const pair of pairs) {
    const { meaning, label, cells } = pair;
    const where = at(pair, name);
    columns.push({ head: label, column: where.cell ?? '', ...useOf(meaning, terms) });
    if (meaning.kind === 'ambiguous' && cells.length > 0) {
      findings.push(finding('import-column-ambiguous', where, { head: label, instead: meaning.instead }));
    }
    if (meaning.kind === 'private' && !(meaning.use && terms.programme.rules.age && terms.opensOn)) continue;
    for (const cell of cells) {
      if (isClassified(meaning.kind, cell.text)) return { columns, findings: [finding('import-classified', where)] };
      if (mentionsClassified(meaning.kind, cell.text)) findings.push(finding('import-classified-word', where));
      if (meaning.kind === 'private' && meaning.use) birth[meaning.use] = { cell, where };
      else if (meaning.kind === 'field') {
        const read = publicText(cell, meaning.key, where);
        findings.push(...read.findings);
        const field = { text: read.text, where, ...(meaning.combined && { combined: true as const }) };
        person.cells.set(meaning.key, [...(person.cells.get(meaning.key) ?? []), field]);
      } else findings.push(...commentFindings(cell, where));
    }
    if (meaning.kind === 'field' && cells.length === 0) {
      person.cells.set(meaning.key, person.cells.get(meaning.key) ?? [{ text: '', where }]);
    }
  }
  for (const { label, meaning, text } of outside.pairs) {
    if (text !== '' || meaning.kind === 'field')
      columns.push({ head: label, column: '表外', ...useOf(meaning, terms) });
    // What a cover repeats, the table says better.
    if (meaning.kind !== 'field' || person.cells.get(meaning.key)?.some((cell) => cell.text.trim() !== '')) continue;
    const where: Place = { ...own, field: label.slice(0, 24) };
    if (isClassified(meaning.kind, text)) return { columns, findings: [finding('import-classified', where)] };
    if (mentionsClassified(meaning.kind, text)) findings.push(finding('import-classified-word', where));
    const read = publicText({ text, kind: 'text' }, meaning.key, where);
    findings.push(...read.findings);
    person.cells.set(meaning.key, [{ text: read.text, where }]);
  }
  const body = nominatingBodyIn(grid.outside);
  if (body !== undefined && !person.cells.has('nominatingBody')) {
    person.cells.set('nominatingBody', [{ text: body, where: own }]);
  }
  const { age } = terms.programme.rules;
  if (age && terms.opensOn) findings.push(...ageFindings(birth, age, terms.opensOn, format, own));
  if (name === '') return { columns, findings: [...findings, finding('import-form-nameless', { file })] };
  person.pictures.push(...picturesIn(sheets, pairs, own));
  return { person, columns, findings };
}

type Pair = Labelled & { sheet: Sheet };

function nameIn(pairs: readonly Pair[]): string {
  const pair = pairs.find(({ meaning }) => meaning.kind === 'field' && meaning.key === 'name');
  const cell = pair?.cells[0];
  return cell ? personName(publicText(cell, 'name', { file: '' }).text) : '';
}

function nameOutside({ pairs }: Outside): string {
  const pair = pairs.find(({ meaning }) => meaning.kind === 'field' && meaning.key === 'name');
  return pair ? personName(publicText({ text: pair.text, kind: 'text' }, 'name', { file: '' }).text) : '';
}

function useOf(meaning: Meaning, { programme }: Terms): Pick<ColumnUse, 'use' | 'field'> {
  if (meaning.kind === 'field') return { use: 'read', field: meaning.key };
  if (meaning.kind === 'classified') return { use: 'checked-only' };
  if (meaning.kind === 'private') return { use: meaning.use && programme.rules.age ? 'checked-only' : 'private' };
  return { use: 'not-published' };
}

/** 照片 need not be labelled; where it is not, every picture of the form counts but those beside a private label: a copy of an identity card. */
function picturesIn(sheets: readonly Sheet[], pairs: readonly Pair[], where: Place): Reading['pictures'] {
  const beside = (kind: Meaning['kind']): Cell[] =>
    pairs.filter(({ meaning }) => meaning.kind === kind).flatMap(({ cells }) => cells);
  const labelled = beside('picture').filter(({ pictures }) => pictures);
  const all = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== undefined);
  const cells = labelled.length > 0 ? labelled : all.filter((cell) => !beside('private').includes(cell));
  return cells.flatMap(({ pictures = [] }) => pictures.map((picture) => ({ ...picture, where })));
}
