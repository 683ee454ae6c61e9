import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { headKey, line, personName } from '#core/text/tidy.ts';
import { ageFindings, type Birth, isMonthLost } from './age.ts';
import { asideFindings, commentFindings, publicText } from './cell-text.ts';
import { isClassified, mentionsClassified } from './classified.ts';
import { EXAMPLE_ID } from './columns.ts';
import { cellName, seenAt } from './grid.ts';
import { type HeadColumn, isCheckable } from './head.ts';
import { isNoteRow } from './note-row.ts';
import type { Reading } from './reading.ts';
import { cellsOf, type PlacedCell } from './row-cells.ts';
import type { RowRequest } from './row-request.ts';
import { columnOf, placeOf } from './table.ts';

/** One row: a person, or why it is none. */
export function readPerson(request: RowRequest): { person?: Reading; findings: Finding[] } {
  const { table, terms, row, until } = request;
  const aside = notAPerson(request);
  if (aside) return { findings: aside };
  const nameColumn = columnOf(table.head, 'name');
  const nameAt = nameColumn?.from ?? 0;
  const nameCell = nameColumn && seenAt(table.sheet, row, nameAt);
  const nameRead = nameCell ? publicText(nameCell, 'name', placeOf(table, row, nameAt)) : { text: '', findings: [] };
  const name = personName(nameRead.text);
  const person: Reading = {
    row: row + 1,
    where: placeOf(table, row, nameAt, '', name),
    name,
    cells: new Map(),
    pictures: [],
  };
  const findings: Finding[] = [];
  if (until > row) {
    const cells = `${cellName(table.format, row, nameAt)}–${cellName(table.format, until, nameAt)}`;
    findings.push(finding('import-person-merged', person.where, { cells }));
  }
  const birth: Birth = {};
  for (const column of table.head.columns) {
    const parts = cellsOf(request, column, name);
    findings.push(...parts.findings);
    for (const part of parts.cells) {
      const { kind } = column.meaning;
      if (isClassified(kind, part.cell.text)) {
        const where: Place = { ...part.where, ...(name && { person: name }) };
        return { findings: [...findings, finding('import-classified', where)] };
      }
      if (mentionsClassified(kind, part.cell.text)) findings.push(finding('import-classified-word', part.where));
      if (part.cell.pictures && kind !== 'private' && !column.hidden) findings.push(...takePictures(part, person));
      // Offices hide the columns that are nobody's business, and the age rule may still need them.
      if (!column.hidden || kind === 'private') findings.push(...take(part, column, person, birth, request));
    }
    const { meaning } = column;
    if (meaning.kind === 'field' && !column.hidden && !person.cells.has(meaning.key)) {
      // An empty cell says something too, and a person must be able to find it.
      person.cells.set(meaning.key, [{ text: '', where: placeOf(table, row, column.from, column.head, name) }]);
    }
  }
  const { age } = terms.programme.rules;
  if (age && terms.opensOn && isCheckable(table.head))
    findings.push(...ageFindings(birth, age, terms.opensOn, table.format, person.where));
  if (name !== '') return { person, findings };
  return {
    findings: nameRead.findings.length > 0 ? findings : [...findings, finding('import-name-missing', person.where)],
  };
}

/** A picture in a cell that two people share is nobody's. */
function takePictures({ cell, where, shared }: PlacedCell, { pictures }: Reading): Finding[] {
  if (shared) return [finding('photo-row-unclear', where)];
  pictures.push(...(cell.pictures ?? []).map((picture) => ({ ...picture, where })));
  return [];
}

function take(
  { cell, where }: PlacedCell,
  { meaning }: HeadColumn,
  person: Reading,
  birth: Birth,
  { table, terms }: RowRequest,
): Finding[] {
  if (meaning.kind === 'field') {
    const read = publicText(cell, meaning.key, where);
    const known = person.cells.get(meaning.key) ?? [];
    person.cells.set(meaning.key, [...known, { text: read.text, where, ...(meaning.combined && { combined: true }) }]);
    return read.findings;
  }
  const findings = commentFindings(cell, where);
  if (meaning.kind !== 'private' || !meaning.use) return findings;
  if (terms.programme.rules.age && terms.opensOn) {
    birth[meaning.use] = { cell, where };
    return findings;
  }
  const lost = meaning.use === 'birth' && isMonthLost(cell, table.format);
  return lost ? [...findings, finding('import-birth-number-aside', where)] : findings;
}

/** Hidden rows, the template's example, a head repeated on the next page, and rows about the list. */
function notAPerson({ table, row }: RowRequest): Finding[] | undefined {
  const { sheet, head } = table;
  const textAt = (key: string): string => {
    const column = columnOf(head, key);
    return column ? line(seenAt(sheet, row, column.from)?.text ?? '') : '';
  };
  const at = placeOf(table, row, 0);
  if (sheet.hiddenRows.includes(row)) return [finding('import-row-hidden', at)];
  if (textAt('id') === EXAMPLE_ID) return [];
  const nameHead = columnOf(head, 'name')?.head;
  if (nameHead !== undefined && headKey(textAt('name')) === headKey(nameHead)) return [];
  const note = isNoteRow(sheet, row, head);
  if (note === undefined) return undefined;
  const found = asideFindings(note, '这一行', at);
  const text =
    found.length === 0 && !/\d{5}/u.test(note)
      ? [...line(note)]
          .slice(0, 20)
          .join('')
          .replace(/[。；]$/u, '')
      : '';
  return [finding('import-row-skipped', at, { text }), ...found];
}
