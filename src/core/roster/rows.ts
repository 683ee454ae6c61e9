import { finding } from '#core/catalogue/finding.ts';
import { asideFindings } from './cell-text.ts';
import { columnUses } from './column-uses.ts';
import { mergeAt, seenAt } from './grid.ts';
import { isCheckable } from './head.ts';
import { isNoteRow } from './note-row.ts';
import type { Reading, Readings } from './reading.ts';
import { readPerson } from './row-person.ts';
import {
  subjectOfHeading,
  subjectOfNameHead,
  subjectOfTitle,
  withCollectiveHeads,
  withSubjectColumn,
} from './row-subject.ts';
import { columnOf, placeOf, type Table, type Terms } from './table.ts';
import { tierOfHeading } from './tier-heading.ts';

/** Ten times what a round has: somebody chose the wrong file. */
const MOST_ROWS = 500;

/** Rows → people, with everything a person must look at. Private columns are left alone but for the programme's own age rule. */
export function readRows(given: Table, terms: Terms): Readings {
  const table = withCollectiveHeads(withSubjectColumn(given));
  const { columns, findings } = columnUses(table, terms.programme);
  const people: Reading[] = [];
  const reported = new Set<string>();
  const { sheet, head } = table;
  for (let row = 0; row <= head.bottom; row += 1) {
    sheet.rows[row]?.forEach((cell, column) => {
      if (cell?.comment) findings.push(...asideFindings(cell.comment, '批注', placeOf(table, row, column)));
    });
  }
  const { age } = terms.programme.rules;
  if (age && !isCheckable(head)) {
    // Once for the table, not once a person: the blank roster has no such column.
    findings.push(finding('import-age-unknown', { file: table.file }, { clause: age.clause }));
  }
  const filled = filledRows(table);
  const beyond = filled[MOST_ROWS];
  if (beyond !== undefined) {
    findings.push(finding('import-too-many-rows', placeOf(table, beyond, 0), { limit: MOST_ROWS }));
    return { people, lost: filled.length, columns, findings };
  }
  let lost = 0;
  let next = 0;
  let group: { tier: string; row: number } | undefined;
  const nameHead = columnOf(head, 'name')?.head ?? '';
  let about = subjectOfNameHead(nameHead) ?? subjectOfTitle(table);
  for (const row of filled) {
    if (row < next) continue;
    const until = lastRowOf(table, row);
    const note = isNoteRow(sheet, row, head);
    const tier = note === undefined ? undefined : tierOfHeading(note, terms.programme);
    if (tier !== undefined) group = { tier, row };
    if (note !== undefined) about = subjectOfHeading(note) ?? about;
    const read = readPerson({ table, terms, row, until, reported });
    findings.push(...read.findings);
    if (read.person) {
      if (about !== undefined) read.person.about = about;
      people.push(group ? inTier(read.person, group.tier, placeOf(table, group.row, 0)) : read.person);
    } else if (read.findings.some(({ level }) => level === 'error')) lost += 1;
    next = until + 1;
  }
  findings.push(...sequenceFindings(table, people, filled));
  return { people, lost, columns, findings };
}

/** A column of their own has the last word. */
function inTier(person: Reading, tier: string, where: Reading['where']): Reading {
  if (!person.cells.has('tier')) person.cells.set('tier', [{ text: tier, where: { ...where, person: person.name } }]);
  return person;
}

function filledRows(table: Table): number[] {
  const { head, sheet } = table;
  return sheet.rows.flatMap((_, row) => (row > head.bottom && !isEmpty(table, row) ? [row] : []));
}

/** Nothing in it but perhaps a number that somebody filled in ahead. */
function isEmpty({ sheet, head }: Table, row: number): boolean {
  const cells = sheet.rows[row] ?? [];
  return cells.every((cell, column) => {
    if (!cell) return true;
    const owner = head.columns.find(({ from, to }) => column >= from && column <= to);
    const numbering = owner?.meaning.kind === 'sequence' && /^\d{0,4}$/u.test(cell.text.trim());
    return numbering || (cell.text.trim() === '' && !cell.pictures && cell.formula !== 'uncached');
  });
}

/** Rows whose name is one merged cell are one person. */
function lastRowOf({ sheet, head }: Table, row: number): number {
  const name = columnOf(head, 'name');
  const merge = name && mergeAt(sheet, row, name.from);
  return merge && merge.top === row && merge.left >= name.from && merge.right <= name.to ? merge.bottom : row;
}

/** 序号 that skips or repeats hints at a lost row; under a group's heading it may begin anew. */
function sequenceFindings(table: Table, people: readonly Reading[], filled: readonly number[]): Readings['findings'] {
  const column = table.head.columns.find(({ meaning }) => meaning.kind === 'sequence');
  if (!column || people.length === 0) return [];
  const numbers = people.map(({ row }) => {
    const text = seenAt(table.sheet, row - 1, column.from)?.text.trim() ?? '';
    return /^\d{1,4}$/u.test(text) ? Number(text) : undefined;
  });
  const last = numbers.at(-1);
  if (last === undefined || numbers.includes(undefined)) return [];
  const isAnew = (index: number): boolean => {
    const [before, row] = [people[index - 1]?.row ?? 0, people[index]?.row ?? 0];
    return numbers[index] === 1 && filled.some((other) => other + 1 > before && other + 1 < row);
  };
  const broken = numbers.findIndex((number, index) => {
    // The second of two tables counts on.
    if (index === 0) return !table.named && number !== 1;
    return number !== (numbers[index - 1] ?? 0) + 1 && !isAnew(index);
  });
  const [first] = people.slice(broken);
  if (broken < 0 || !first) return [];
  const where = placeOf(table, first.row - 1, column.from, column.head);
  return [finding('import-sequence-broken', where, { last, count: people.length })];
}
