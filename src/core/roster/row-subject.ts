import { whole } from '#core/candidate/cell.ts';
import { type Subject, SUBJECT_KEYS, subjectNamed, SUBJECTS } from '#core/formats/subject.ts';
import { headKey, line } from '#core/text/tidy.ts';
import { mergeAt } from './grid.ts';
import type { HeadColumn } from './head.ts';
import type { Table } from './table.ts';

/** What an office's sheet says of the subjects of its rows: a column of its own, the heading of a group, the title of the list, or the head of the names. */

/** `二、先进集体（3个）`, `示例工匠推荐团队名单`: whom the rows below are about; `undefined` of a heading that speaks of several, or of none. */
export function subjectOfHeading(text: string): Subject | undefined {
  const plain = line(text)
    .replace(/[（(][^（()）]*[)）]|[“”"‘’'\s:：]|\d+[名个人]/gu, '')
    .replace(/(?:推荐|报送|申报|填报|所在|工作|主办|承办)单位.*$/u, '');
  if (plain.length > 40 || /[。；]$/u.test(plain)) return undefined;
  const said = SUBJECT_KEYS.filter((key) => HEADINGS[key].test(plain));
  return said.length === 1 ? said[0] : undefined;
}

const HEADINGS: Record<Subject, RegExp> = {
  person: /个人|人选|人员|候选人|姓名/u,
  collective: /集体|先锋号|奖状/u,
  team: /团队/u,
  crew: /班组/u,
  unit: /(?:先进|优秀|模范|获奖|表彰|示范|文明)单位|单位名单/u,
};

/** 集体名称, 团队名称 over the names; 姓名（集体名称） leaves it open, and each name that looks like one is asked about. */
export function subjectOfNameHead(head: string): Subject | undefined {
  if (/姓名|人/u.test(head)) return undefined;
  const said = SUBJECT_KEYS.filter((key) => key !== 'person' && head.includes(SUBJECTS[key].words));
  return said.length === 1 && headKey(head) !== '单位名称' ? said[0] : undefined;
}

/** Whom the title above a list says it is about: 先进集体推荐汇总表. */
export function subjectOfTitle({ sheet, head }: Pick<Table, 'sheet' | 'head'>): Subject | undefined {
  const titles = sheet.rows.slice(0, head.top).flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const merge = mergeAt(sheet, row, column);
      const first = !merge || (merge.top === row && merge.left === column);
      return cell && first ? cell.text.split('\n') : [];
    }),
  );
  const said = new Set([...titles, sheet.name].flatMap((text) => subjectOfHeading(text) ?? []));
  const [only] = said;
  return said.size === 1 ? only : undefined;
}

/** In a list of collectives 所属单位 is where one belongs, and in a list of units 单位名称 is who it is. */
export function withCollectiveHeads(table: Table): Table {
  const { head } = table;
  const about = subjectOfNameHead(head.columns.find(isNamed)?.head ?? '') ?? subjectOfTitle(table);
  if (about === undefined || SUBJECTS[about].isPerson) return table;
  const has = (key: string): boolean =>
    head.columns.some(({ meaning }) => meaning.kind === 'field' && meaning.key === key);
  const columns = head.columns.map((column): HeadColumn => {
    const key = headKey(column.head);
    if (key === '所属单位' && column.meaning.kind === 'ambiguous' && !has('employer'))
      return { ...column, meaning: { kind: 'field', key: 'employer' } };
    if (key === '名称' && !has('name')) return { ...column, meaning: { kind: 'field', key: 'name' } };
    if (about === 'unit' && /^(?:单位名称|单位全称|单位)$/u.test(key) && !has('name'))
      return { ...column, meaning: { kind: 'field', key: 'name' } };
    return column;
  });
  return { ...table, head: { ...head, columns } };
}

function isNamed({ meaning }: HeadColumn): boolean {
  return meaning.kind === 'field' && meaning.key === 'name';
}

/** 类别, in which one office writes the tier and another the trade, is the subject where every cell of it says 个人, 集体, 团队 … */
export function withSubjectColumn(table: Table): Table {
  const { head, sheet } = table;
  const named = head.columns.some(({ meaning }) => meaning.kind === 'field' && meaning.key === 'subject');
  const at = head.columns.findIndex((column) => !named && isSubjectColumn(table, column));
  if (at < 0) return table;
  const columns = head.columns.map((column, index): HeadColumn =>
    index === at ? { ...column, meaning: { kind: 'field', key: 'subject' } } : column,
  );
  return { ...table, sheet, head: { ...head, columns } };
}

function isSubjectColumn({ sheet, head }: Table, { from, head: words, meaning }: HeadColumn): boolean {
  if (meaning.kind === 'private' || meaning.kind === 'classified' || !OPEN.test(headKey(words))) return false;
  const cells = sheet.rows
    .slice(head.bottom + 1)
    .map((row) => whole(row[from]?.text ?? ''))
    .filter((text) => text !== '');
  return cells.length > 0 && cells.every((text) => subjectNamed(text) !== undefined);
}

const OPEN = /^(?:推荐|申报|参评|评选|对象|奖项|表彰)?(?:类别|类型|性质|种类)$/u;
