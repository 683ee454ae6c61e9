import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isRepeatable } from '#core/privacy/private-text.ts';
import type { Programme } from '#core/programme/programme.ts';
import { line } from '#core/text/tidy.ts';
import { mergeAt, type Sheet } from './grid.ts';
import { findHead } from './head.ts';
import { type ListKind, listKindOf } from './list-word.ts';
import { isNoteRow } from './note-row.ts';
import type { Table } from './table.ts';
import { tierOfHeading } from './tier-heading.ts';
import type { Wording } from './wording.ts';

interface ListPart {
  heading: string;
  kind: ListKind | undefined;
  /** Rows of the sheet, from 0, both ends belong to it. */
  from: number;
  to: number;
}

/** The lists that stand under one another in a sheet: one, unless headings of different kinds part them. */
function listParts({ sheet, head }: Pick<Table, 'sheet' | 'head'>, programme?: Programme): ListPart[] {
  const last = sheet.rows.length - 1;
  const titles = sheet.rows.flatMap((_, row) => (row < head.top ? textsOf(sheet, row) : []));
  const title = titles.filter((text) => listKindOf(text) !== undefined).at(-1);
  const parts: ListPart[] = [
    {
      heading: title ?? '',
      kind: title === undefined ? undefined : listKindOf(title),
      from: head.bottom + 1,
      to: last,
    },
  ];
  for (let row = head.bottom + 1; row <= last; row += 1) {
    const note = isNoteRow(sheet, row, head);
    const kind = note === undefined ? undefined : listKindOf(note);
    const open = parts.at(-1);
    // A tier of the programme is a group within the list, though it be called 入围奖.
    if (note !== undefined && programme && tierOfHeading(note, programme) !== undefined) continue;
    if (note === undefined || kind === undefined || !open || kind === open.kind) continue;
    open.to = row - 1;
    parts.push({ heading: line(note), kind, from: row, to: last });
  }
  const filled = parts.filter(({ from, to }) => hasPeople(sheet, head, from, to));
  return filled.length > 1 ? filled : parts.slice(0, 1);
}

/** The one list that is meant, `--list` naming it by words of its heading; or the question which one it is. */
export function chosenList(
  table: Table,
  wanted: string | undefined,
  wording: Wording,
  programme: Programme,
): { table: Table; findings: Finding[] } | { findings: [Finding, ...Finding[]] } {
  const parts = listParts(table, programme);
  if (parts.length < 2) return { table, findings: [] };
  const found = partNamed(parts, wanted);
  if (!found) {
    const lists = parts.map(
      ({ heading, kind, from }) => `第 ${from + 1} 行起“${shown(heading)}”${kind ? `（${kind}）` : ''}`,
    );
    return {
      findings: [
        severalLists(
          table,
          lists,
          parts.map(({ heading, kind }) => kind ?? heading),
        ),
      ],
    };
  }
  const rows = table.sheet.rows.map((cells, row) =>
    row <= table.head.bottom || (row >= found.from && row <= found.to) ? cells : [],
  );
  // A list below another may have a head of its own.
  const alone = { ...table.sheet, rows: rows.map((cells, row) => (row < found.from ? [] : cells)) };
  const own = findHead(alone, wording.ofHead);
  return { table: { ...table, sheet: { ...table.sheet, rows }, head: own ?? table.head }, findings: [] };
}

/**
 * Tables of a Word file or PDF under headings of different kinds, each under the last heading in front of it; a table without one goes
 * on with the list before.
 */
export function chosenTable(
  tables: readonly Table[],
  wanted: string | undefined,
): { tables: Table[]; findings: Finding[] } {
  const parts: (ListPart & { tables: Table[] })[] = [];
  for (const [index, table] of tables.entries()) {
    const heading = table.sheet.above?.map(line).findLast((text) => listKindOf(text) !== undefined);
    const kind = heading === undefined ? undefined : listKindOf(heading);
    const open = parts.at(-1);
    if (open && (kind === undefined || kind === open.kind)) open.tables.push(table);
    else parts.push({ heading: heading ?? table.sheet.name, kind, from: index, to: index, tables: [table] });
  }
  const [first] = tables;
  if (!first || parts.length < 2) return { tables: [...tables], findings: [] };
  const found = partNamed(parts, wanted);
  if (found) return { tables: found.tables, findings: [] };
  const lists = parts.map(({ heading, kind }) => `“${shown(heading)}”（${kind ?? '没有写明是哪一种'}）`);
  const words = parts.flatMap(({ kind }) => kind ?? []);
  return { tables: [], findings: [severalLists(first, lists, words)] };
}

function partNamed<Part extends ListPart>(parts: readonly Part[], wanted: string | undefined): Part | undefined {
  if (wanted === undefined || wanted === '') return undefined;
  const found = parts.filter(({ heading, kind }) => kind === wanted || heading.includes(wanted));
  return found.length === 1 ? found[0] : parts.find(({ kind }) => kind === wanted);
}

function severalLists({ file, sheet, named }: Table, lists: readonly string[], words: readonly string[]): Finding {
  const where = { file, ...(named && { sheet: sheet.name }) };
  return finding('import-several-lists', where, {
    lists: lists.join('、'),
    example: words.find((word) => word !== '') ?? '',
  });
}

function shown(heading: string): string {
  if (heading === '') return '表头下面';
  return isRepeatable(heading) ? heading.slice(0, 40) : '（此处不重复）';
}

function textsOf(sheet: Sheet, row: number): string[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) => {
    const merge = mergeAt(sheet, row, column);
    const first = !merge || (merge.top === row && merge.left === column);
    return cell && first && cell.text.trim() !== '' ? cell.text.split('\n').map(line) : [];
  });
}

function hasPeople(sheet: Sheet, head: Table['head'], from: number, to: number): boolean {
  const name = head.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.key === 'name');
  if (!name) return true;
  return sheet.rows.slice(from, to + 1).some((cells, at) => {
    const text = line(cells[name.from]?.text ?? '');
    return text !== '' && text !== name.head && isNoteRow(sheet, from + at, head) === undefined;
  });
}
