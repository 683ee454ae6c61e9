import type { FindingCode } from '#core/catalogue/finding.ts';
import type { Grid, Notice, Sheet } from '#core/roster/grid.ts';
import { listKindOf } from '#core/roster/list-word.ts';
import { linesOf, wordsOf } from './pdf/cell-lines.ts';
import { marksOf } from './pdf/page-marks.ts';
import { type RuledTable, ruledTables } from './pdf/ruled-table.ts';
import { hasHugeStream } from './pdf/streams.ts';

const MOST_PAGES = 100;
const SAME_PLACE = 3;

/**
 * The ruled tables of a PDF as grids, pages of one list joined. pdf.js opens the file and names the letters; where they stand is worked
 * out here.
 * @returns a code where there is nothing to read: a scan, no table, letters without a meaning
 */
export async function readPdf(bytes: Uint8Array): Promise<Grid | FindingCode> {
  if (hasHugeStream(bytes)) return 'import-too-slow';
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return 'import-too-slow';
    const tables: RuledTable[] = [];
    const outside: string[] = [];
    // Text behind the last table, which belongs above the next.
    let below: string[] = [];
    let [letters, unseen, pictures, unsure] = [0, 0, 0, 0];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const marks = marksOf(await page.getOperatorList(), view.transform as never);
      letters += marks.letters.length;
      unseen += marks.letters.filter((letter) => letter.unseen).length;
      pictures += marks.pictures;
      unsure += marks.unsure;
      const found = ruledTables(marks.rules, marks.letters);
      const lines = linesOf(found.rest.filter((letter) => !letter.unseen));
      let from = Number.NEGATIVE_INFINITY;
      for (const table of found.tables) {
        const between = lines.filter(([letter]) => letter && letter.y > from && letter.y <= table.top).map(wordsOf);
        joined(tables, table, [...below, ...between]);
        below = [];
        from = table.top;
      }
      below.push(...lines.filter(([letter]) => letter && letter.y > from).map(wordsOf));
      outside.push(...lines.map(wordsOf));
      page.cleanup();
    }
    if (letters - unseen < 10) return pictures > 0 || letters > 0 ? 'import-scan' : 'import-pdf-no-table';
    if (unsure > 0) return 'import-pdf-fonts';
    if (tables.length === 0) return 'import-pdf-no-table';
    const notices = tables.flatMap((table, sheet): Notice[] =>
      table.left.map(({ code, row, column }) => ({ code, at: { sheet, row, column }, count: 1 })),
    );
    const sheets = tables.map(({ sheet }, index) => ({ ...sheet, name: `表 ${index + 1}` }));
    return { format: 'pdf', sheets, outside, notices };
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'import-protected' : 'import-unreadable';
  } finally {
    await task.destroy();
  }
}

/**
 * A table with the columns of the one before goes on from the page before, unless a heading makes it another list; a head printed again
 * is left out.
 */
function joined(tables: RuledTable[], table: RuledTable, above: readonly string[]): void {
  const before = tables.at(-1);
  const same =
    before?.columns.length === table.columns.length &&
    before.columns.every((at, index) => Math.abs(at - (table.columns[index] ?? 0)) <= SAME_PLACE);
  if (!before || !same || above.some((text) => listKindOf(text) !== undefined)) {
    tables.push({ ...table, sheet: { ...table.sheet, above } });
    return;
  }
  const again = repeated(before.sheet, table.sheet);
  const shift = before.sheet.rows.length - again;
  before.left.push(...table.left.map((one) => ({ ...one, row: one.row + shift })));
  before.sheet = {
    ...before.sheet,
    rows: [...before.sheet.rows, ...table.sheet.rows.slice(again)],
    merges: [
      ...before.sheet.merges,
      ...table.sheet.merges
        .filter(({ top }) => top >= again)
        .map((merge) => ({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift })),
    ],
  };
}

/** How many rows at the top of a page stand at the top of the first page too. */
function repeated(first: Sheet, next: Sheet): number {
  const line = (sheet: Sheet, row: number): string =>
    (sheet.rows[row] ?? []).map((cell) => cell?.text.replace(/\s/gu, '') ?? '').join('|');
  const starts = Array.from({ length: Math.min(6, first.rows.length) }, (_, row) => row);
  const from = starts.find((row) => line(first, row) === line(next, 0) && line(next, 0).length > 8);
  if (from === undefined) return 0;
  let count = 1;
  while (count < 4 && from + count < first.rows.length && line(first, from + count) === line(next, count)) count += 1;
  return count;
}
