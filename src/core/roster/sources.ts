import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { isRepeatable } from '#core/privacy/private-text.ts';
import { headKey, line } from '#core/text/tidy.ts';
import { asideFindings } from './cell-text.ts';
import { combineSources, type Sources } from './combine-sources.ts';
import { cellName, columnCount, type Notice, seenAt, type Sheet } from './grid.ts';
import { findHead } from './head.ts';
import { isForm } from './labels.ts';
import { chosenList, chosenTable } from './list-kind.ts';
import { nominatingBodyIn, orderIn } from './preface.ts';
import type { SourceFile } from './source-file.ts';
import { fitName, sourceSheets } from './source-sheets.ts';
import type { Table, Terms } from './table.ts';
import { createWording, type Wording } from './wording.ts';

export interface SourceOptions {
  /** `--sheet`. */
  sheet: string | undefined;
  /** `--from`: who sent a file, or all of them. */
  from?: readonly { file: string | undefined; body: string }[];
  /** `--list`: words of the heading of the list that is meant. */
  list?: string | undefined;
  /** `--all 推荐方式=个人自荐`: one value for everybody, by the head of its column. */
  all: readonly { head: string; text: string }[];
}

/** What the office handed in → people. One list at most, and any number of forms of one person each. */
export function readSources(files: readonly SourceFile[], terms: Terms, options: SourceOptions): Sources {
  const wording = createWording(terms.programme, terms.forms);
  const findings: Finding[] = [];
  const tables: Table[] = [];
  const forms: SourceFile[] = [];
  const texts: string[] = [];
  for (const source of files) {
    const sorted = sort(source, wording, options.sheet);
    if (sorted.kind === 'nothing' && source.beside) {
      findings.push(finding('import-no-roster-beside', { file: source.file }));
      continue;
    }
    findings.push(...noticeFindings(source, sorted.unread), ...hiddenSheets(source), ...sorted.findings);
    tables.push(...sorted.tables);
    if (sorted.kind === 'form') forms.push(source);
    if (sorted.kind === 'nothing') findings.push(finding('import-no-roster', { file: source.file }));
    if (sorted.kind === 'list') texts.push(...source.grid.outside, ...sorted.tables.flatMap(around));
  }
  if (files.length > 0 && tables.length + forms.length === 0 && findings.every(({ level }) => level !== 'error'))
    findings.push(finding('import-papers-none', { file: '报送材料' }));
  const chosen = oneRoster(tables);
  const headed = chosenTable(chosen.tables, options.list);
  const listed = headed.tables.map((table) => chosenList(table, options.list, wording, terms.programme));
  // Which of two lists is meant says whether they belong together at all.
  const asked = [...headed.findings, ...listed.flatMap((one) => one.findings)];
  findings.push(...(headed.findings.length > 0 ? [] : chosen.findings), ...asked);
  const combined = combineSources({
    tables: listed.flatMap((one) => ('table' in one ? [one.table] : [])),
    forms: [...chosen.findings, ...asked].some(({ level }) => level === 'error') ? [] : forms,
    body: nominatingBodyIn(texts),
    all: options.all,
    from: options.from ?? [],
    wording,
    terms,
  });
  const order = orderIn(texts);
  return { ...combined, findings: [...findings, ...combined.findings], ...(order !== undefined && { order }) };
}

/** What a reader met, but for sheets and tables of which nothing is taken. */
function noticeFindings({ file, grid }: SourceFile, unread: ReadonlySet<number>): Finding[] {
  return summed(grid.notices.filter(({ at }) => at === undefined || !unread.has(at.sheet))).flatMap((notice) => {
    const { code, at, count, what = '', text = '' } = notice;
    const sheet = at && grid.sheets[at.sheet];
    const { row, column = 0 } = at ?? {};
    const where: Place = {
      file,
      ...(sheet && grid.sheets.length > 1 && { sheet: fitName(sheet) }),
      ...(row !== undefined && { cell: cellName(grid.format, row, column), line: row + 1 }),
    };
    const aside = text === '' ? [] : asideFindings(text, what, where);
    const quoted = aside.length === 0 && isRepeatable(text) ? opening(text) : '';
    return [finding(code, where, { count, limit: 32_767, what, text: quoted }), ...aside];
  });
}

/** What readers count sheet by sheet is one sentence a file. */
function summed(notices: readonly Notice[]): Notice[] {
  const sums: Notice[] = [];
  for (const notice of notices) {
    const known = COUNTED.has(notice.code) ? sums.find(({ code }) => code === notice.code) : undefined;
    if (!known) sums.push({ ...notice });
    else {
      known.count += notice.count;
      if (!known.at && notice.at) known.at = notice.at;
    }
  }
  return sums;
}

const COUNTED: ReadonlySet<Notice['code']> = new Set([
  'import-tracked-change',
  'import-word-comment',
  'import-sheet-revised',
  'photo-row-unclear',
  'photo-outside',
]);

/** Enough to find it by. */
function opening(text: string): string {
  const [first, rest] = [[...line(text)].slice(0, 20).join(''), [...line(text)].length > 20];
  return `${first}${rest ? '…' : ''}`;
}

function hiddenSheets({ file, grid }: SourceFile): Finding[] {
  return grid.sheets
    .filter(({ hidden }) => hidden)
    .flatMap((sheet) => {
      const where = { file, sheet: fitName(sheet) };
      const texts = sheet.rows.flat().flatMap((cell) => (cell ? [cell.text, cell.comment ?? ''] : []));
      return [finding('import-sheet-hidden', where), ...asideFindings(texts, '隐藏的工作表', where)];
    });
}

interface Sorted {
  kind: 'list' | 'form' | 'nothing' | 'unknown-sheet';
  tables: Table[];
  findings: Finding[];
  /** Sheets and tables of which nothing is taken, by their place in the file. */
  unread: ReadonlySet<number>;
}

function sort({ file, grid }: SourceFile, wording: Wording, wanted: string | undefined): Sorted {
  const { sheets, visible, filled } = sourceSheets(grid);
  const named = filled.length > 1;
  const read = wanted === undefined ? filled : filled.filter(({ name }) => line(name) === line(wanted));
  if (wanted !== undefined && read.length === 0 && grid.format !== 'csv') {
    const names = filled.map((sheet) => `“${fitName(sheet)}”`).join('、');
    const unknown = finding('import-sheet-unknown', { file }, { names });
    return { kind: 'unknown-sheet', tables: [], findings: [unknown], unread: new Set() };
  }
  let form = false;
  const listed: Sheet[] = [];
  const tables = read.flatMap((sheet): Table[] => {
    if (isForm(sheet, wording)) {
      form = true;
      return [];
    }
    const head = findHead(sheet, wording.ofHead);
    if (head) listed.push(sheet);
    return head ? [{ file, format: grid.format, sheet: { ...sheet, name: fitName(sheet) }, head, named }] : [];
  });
  const rest = tables.length === 0 ? [] : read.filter(({ name }) => !tables.some((table) => table.sheet.name === name));
  const width = tables[0] && columnCount(tables[0].sheet);
  const findings = rest.map((sheet) => {
    const headless = ['docx', 'pdf'].includes(grid.format) && columnCount(sheet) === width && !isForm(sheet, wording);
    return finding(headless ? 'import-table-headless' : 'import-sheet-skipped', { file, sheet: fitName(sheet) });
  });
  const kind = tables.length > 0 ? 'list' : form ? 'form' : 'nothing';
  // A form is read as a whole; of a workbook with a list, the list.
  const taken = new Set(kind === 'list' ? listed : kind === 'form' ? visible : sheets);
  const unread = new Set(sheets.flatMap((sheet, index) => (taken.has(sheet) ? [] : [index])));
  return { kind, tables, findings, unread };
}

/** Two tables with one head in a Word file are one list on two pages; anything else is for a person to decide. */
function oneRoster(tables: readonly Table[]): { tables: Table[]; findings: Finding[] } {
  const [first, ...more] = tables;
  if (!first || more.length === 0) return { tables: [...tables], findings: [] };
  const names = tables.map(({ file, sheet }) => `${file}${sheet.name ? `“${sheet.name}”` : ''}`).join('、');
  const heads = new Set(tables.map(({ head }) => head.columns.map((column) => headKey(column.head)).join('|')));
  const where = { file: first.file };
  if (heads.size === 1 && ['docx', 'pdf'].includes(first.format) && more.every(({ file }) => file === first.file)) {
    return { tables: [...tables], findings: [finding('import-tables-joined', where, { names })] };
  }
  return { tables: [], findings: [finding('import-several-rosters', where, { names })] };
}

/** Titles above the head, and what follows below: where an office writes 推荐单位 and the order. */
function around({ sheet, head }: Table): string[] {
  const rows = sheet.rows.flatMap((_, row) =>
    (row < head.top || row > head.bottom + 1) && !sheet.hiddenRows.includes(row) ? [row] : [],
  );
  return rows.flatMap((row) => {
    const texts = new Set((sheet.rows[row] ?? []).map((_, column) => seenAt(sheet, row, column)?.text.trim() ?? ''));
    const line = [...texts].filter((text) => text !== '');
    return row < head.top || line.length === 1 ? [line.join('')] : [];
  });
}
