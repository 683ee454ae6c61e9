import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import { asideFindings } from './cell-text.ts';
import { columnsFor, fieldColumn } from './columns.ts';
import { columnName } from './grid.ts';
import { type HeadColumn, MOST_COLUMNS } from './head.ts';
import { announcesCollectives } from './name-doubt.ts';
import type { ColumnUse } from './reading.ts';
import { placeOf, type Table } from './table.ts';

/** Says of every column what becomes of it; a private or unknown one is looked at no further than to warn of what lies in it. */
export function columnUses(table: Table, programme: Programme): { columns: ColumnUse[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const columns: ColumnUse[] = [];
  const { head, format } = table;
  for (const column of head.columns) {
    if (column.from >= MOST_COLUMNS) {
      const where = placeOf(table, head.bottom, column.from);
      findings.push(finding('import-too-many-columns', where, { limit: MOST_COLUMNS }));
      break;
    }
    const judged = judge(table, column, programme);
    findings.push(...judged.findings);
    if (judged.use) columns.push({ head: column.head, column: columnName(format, column.from), ...judged.use });
  }
  return { columns, findings: [...findings, ...twice(table, programme)] };
}

interface Judged {
  use?: Pick<ColumnUse, 'use' | 'field' | 'unknown'>;
  findings: Finding[];
}

function judge(table: Table, column: HeadColumn, programme: Programme): Judged {
  const { meaning, head, whole, hidden, from } = column;
  const unknown = whole === undefined ? {} : { unknown: whole };
  const where = placeOf(table, table.head.bottom, from, head);
  const say = (use: ColumnUse['use'], ...findings: Finding[]): Judged => ({ use: { use }, findings });
  if (hidden && isFilled(table, column)) {
    return meaning.kind === 'field'
      ? say('hidden', finding('import-column-hidden', where, { head }))
      : say(
          'hidden',
          finding('import-column-hidden-aside', where, { head: head || '没有表头' }),
          ...aside(table, column, '隐藏的列'),
        );
  }
  switch (meaning.kind) {
    case 'field':
      return {
        use: { use: 'read', field: meaning.key },
        findings: [
          ...(meaning.key === 'name' && announcesCollectives(head)
            ? [finding('import-head-more-than-name', where, { head })]
            : []),
        ],
      };
    case 'private': {
      const { age } = programme.rules;
      return meaning.use && age
        ? say('checked-only', finding('import-column-checked-only', where, { head, clause: age.clause }))
        : say('private', finding('import-column-private', where, { head }));
    }
    case 'classified':
      return say('checked-only');
    case 'sequence':
    case 'picture':
      return say('not-published');
    case 'remark':
    case 'unpublished':
      return say(
        'not-published',
        finding('import-column-unpublished', where, { head }),
        ...aside(table, column, '没有读取的列'),
      );
    case 'ambiguous':
      return {
        use: { use: 'unknown', ...unknown },
        findings: [finding('import-column-ambiguous', where, { head, instead: meaning.instead })],
      };
    case 'unknown':
      if (head === '' && !isFilled(table, column)) return { findings: [] };
      return {
        use: { use: 'unknown', ...unknown },
        findings: [
          head === '' ? finding('import-column-nameless', where) : finding('import-column-unknown', where, { head }),
          ...aside(table, column, '没有读取的列'),
        ],
      };
  }
}

function isFilled({ sheet, head }: Table, { from, to }: HeadColumn): boolean {
  return sheet.rows
    .slice(head.bottom + 1)
    .some((row) => row.slice(from, to + 1).some((cell) => cell && cell.text.trim() !== ''));
}

/** One line for a column: the office deletes the whole of it anyway. */
function aside(table: Table, { from, to, head }: HeadColumn, place: string): Finding[] {
  const rows = table.sheet.rows.slice(table.head.bottom + 1);
  const texts = rows.flatMap((row) => row.slice(from, to + 1).map((cell) => cell?.text ?? ''));
  return asideFindings(texts, place, placeOf(table, table.head.bottom, from, head));
}

/** 获得荣誉称号情况 and 获得技术技能奖项情况 are two columns for one list; two columns for one fact are one too many. */
function twice(table: Table, programme: Programme): Finding[] {
  const fields = table.head.columns.flatMap((column) =>
    column.meaning.kind === 'field' ? [{ column, key: column.meaning.key }] : [],
  );
  const [first, ...again] = fields.filter(({ key }) => key === 'name').map(({ column }) => column);
  const [second] = again;
  const beside = fields.filter(({ column }) => second && column.from >= second.from);
  // A second 姓名 with more of the same heads behind it: the list goes on to the right.
  if (
    first &&
    second &&
    beside.filter(({ key }) => fields.some((one) => one.key === key && one.column.from < second.from)).length > 1
  ) {
    const where = placeOf(table, table.head.bottom, second.from);
    const columns = [first, ...again].map(({ from }) => columnName(table.format, from)).join('、');
    return [finding('import-side-by-side', where, { count: again.length + 1, columns })];
  }
  return columnsFor(programme).flatMap(({ key, header }) => {
    const same = fields.filter((field) => field.key === key);
    if (same.length < 2 || fieldColumn(key)?.column.list) return [];
    const names = same.map(({ column }) => `“${column.head}”`).join('、');
    return [
      finding('import-column-twice', placeOf(table, table.head.bottom, same[1]?.column.from ?? 0), { header, names }),
    ];
  });
}
