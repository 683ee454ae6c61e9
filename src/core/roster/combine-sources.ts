import { type Finding, finding } from '#core/catalogue/finding.ts';
import { SUBJECTS } from '#core/formats/subject.ts';
import { findPrivate, isRepeatable } from '#core/privacy/private-text.ts';
import { isSameName } from '#core/text/person-name.ts';
import type { ColumnKey } from './columns.ts';
import { columnsFor } from './columns.ts';
import { withForms } from './combine.ts';
import { draftOf } from './draft.ts';
import { readForm } from './form.ts';
import type { Draft } from './person-draft.ts';
import type { ColumnUse, Reading } from './reading.ts';
import { readRows } from './rows.ts';
import type { SourceFile } from './source-file.ts';
import type { Table, Terms } from './table.ts';
import type { Wording } from './wording.ts';

export interface Sources {
  /** In the office's order. */
  drafts: Draft[];
  columns: ColumnUse[];
  findings: Finding[];
  /** The office's own words for the order. */
  order?: string;
  /** Whether there was a list, or forms alone. */
  listed: boolean;
  /** Rows and forms that may be people and could not be read. */
  lost: number;
}

export interface Combining {
  tables: readonly Table[];
  forms: readonly SourceFile[];
  /** 推荐单位 above the table. */
  body: string | undefined;
  all: readonly { head: string; text: string }[];
  from: readonly { file: string | undefined; body: string }[];
  wording: Wording;
  terms: Terms;
}

/** Rows and forms, read, completed with what holds for everybody, and laid together. */
export function combineSources({ tables, forms, body, all, from, wording, terms }: Combining): Sources {
  const findings: Finding[] = [];
  const columns: ColumnUse[] = [];
  let lost = 0;
  const understand = (reading: Reading): Draft => {
    const understood = draftOf(reading, terms);
    findings.push(...understood.findings);
    return understood.draft;
  };

  const rows = tables.flatMap((table, index) => {
    const read = readRows(table, terms);
    findings.push(...read.findings);
    lost += read.lost;
    if (index === 0) columns.push(...read.columns);
    // Rows of a second table are counted on from a round number, so that --same and --new can tell them apart.
    return read.people.map((person) => ({ ...person, row: person.row + index * 1000 }));
  });
  const read = forms.map((source, index) => readForm({ ...source, number: index + 1 }, wording.ofLabel, terms));
  for (const form of read) {
    findings.push(...form.findings);
    if (!form.person && form.findings.some(({ level }) => level === 'error')) lost += 1;
    columns.push(...form.columns.filter(({ head }) => !columns.some((column) => column.head === head)));
  }
  const people = read.flatMap(({ person }) => (person ? [person] : []));
  const listed = tables.length > 0;
  const everybody = [...rows, ...people];
  findings.push(...fillIn(listed ? rows : people, everybody, all, body, wording, terms));

  findings.push(...sentBy(everybody, from));
  bodiesFromList(people, rows);
  const drafts = rows.map(understand);
  const own = people.map(understand);
  for (const name of terms.realNames ?? []) {
    if (![...drafts, ...own].some((draft) => draft.name === name)) {
      const flag = `--real-name ${name}`;
      findings.push(
        finding('import-answer-unused', { file: '--real-name' }, { flag: isRepeatable(name) ? flag : '--real-name' }),
      );
    }
  }
  for (const [name, subject] of terms.said ?? []) {
    if (![...drafts, ...own].some((draft) => draft.name === name)) {
      const flag = `--subject ${name}=${SUBJECTS[subject].words}`;
      findings.push(
        finding('import-answer-unused', { file: '--subject' }, { flag: isRepeatable(name) ? flag : '--subject' }),
      );
    }
  }
  if (listed && own.length > 0) {
    const laid = withForms(drafts, own, terms.programme);
    return { drafts: laid.drafts, columns, findings: [...findings, ...laid.findings], listed, lost };
  }
  const file = tables[0]?.file ?? forms[0]?.file ?? '';
  if (!listed && own.length > 1) findings.push(finding('import-form-order', { file }));
  const heads = [...tables, ...forms].length > 0;
  if (
    heads &&
    everybody.length === 0 &&
    !findings.some(({ level, code }) => level === 'error' || code === 'import-classified')
  ) {
    findings.push(finding('import-nobody', { file }));
  }
  return { drafts: listed ? drafts : own, columns, findings, listed, lost };
}

/** `--from 申报表.docx=环翠区总工会`: who sent a file, where its people name nobody. */
function sentBy(everybody: readonly Reading[], from: Combining['from']): Finding[] {
  return from.flatMap(({ file, body }) => {
    const kinds = findPrivate(body);
    if (kinds.length > 0) return [finding('import-private-text', { file: '--from' }, { kinds: kinds.join('、') })];
    const own = everybody.filter(({ where }) => file === undefined || where.file === file);
    for (const { cells, where, name } of own) {
      const said = cells.get('nominatingBody')?.some(({ text }) => text.trim() !== '') ?? false;
      if (!said) cells.set('nominatingBody', [{ text: body, where: { file: where.file, person: name } }]);
    }
    return own.length > 0 ? [] : [finding('import-from-unknown', { file: '--from' }, { file: file ?? '' })];
  });
}

/** Who sent a form is known where the list names the person: 单位推荐 on the form is read by it. */
function bodiesFromList(people: readonly Reading[], rows: readonly Reading[]): void {
  for (const { cells, name } of people.filter((one) => !one.cells.has('nominatingBody'))) {
    const [row, ...more] = rows.filter((one) => isSameName(one.name, name));
    const body = row?.cells.get('nominatingBody');
    if (body && more.length === 0) cells.set('nominatingBody', body);
  }
}

/** `--all` and the 推荐单位 above the table speak where no column does. */
function fillIn(
  list: readonly Reading[],
  everybody: readonly Reading[],
  all: Combining['all'],
  body: string | undefined,
  wording: Wording,
  { programme }: Terms,
): Finding[] {
  const has = (key: ColumnKey): boolean => everybody.some(({ cells }) => cells.has(key));
  const findings: Finding[] = [];
  const fill = (key: ColumnKey, text: string, file: string): void => {
    const kinds = findPrivate(text);
    if (kinds.length > 0) findings.push(finding('import-private-text', { file }, { kinds: kinds.join('、') }));
    else for (const person of list) person.cells.set(key, [{ text, where: { file, person: person.name } }]);
  };
  for (const { head, text } of all) {
    const meaning = wording.ofHead(head);
    const file = `--all ${head}`;
    if (meaning.kind !== 'field' || meaning.key === 'id' || meaning.key === 'name') {
      const allowed = columnsFor(programme)
        .filter(({ key }) => key !== 'id' && key !== 'name')
        .map(({ header }) => header);
      findings.push(finding('import-word-unknown', { file }, { allowed: allowed.join('、') }));
    } else if (has(meaning.key)) findings.push(finding('import-all-not-needed', { file }, { header: head }));
    else fill(meaning.key, text, file);
  }
  if (body !== undefined && !has('nominatingBody')) fill('nominatingBody', body, list[0]?.where.file ?? '');
  return findings;
}
