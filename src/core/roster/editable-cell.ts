import type { Finding, Place } from '#core/catalogue/finding.ts';
import { concealed } from '#core/privacy/concealed.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type CellEdit, cellNamed, digestOfCell, placeOfEdit } from './cell-edit.ts';
import { columnsFor } from './columns.ts';
import type { ColumnUse } from './reading.ts';
import type { SourceFile } from './source-file.ts';

/** A cell of a public column that a person may write anew, beside what the file says there. */
export interface EditableCell {
  where: Place & { cell: string };
  /** As the file has it, with private values covered: then the whole has to be typed anew. */
  original: string;
  covered: boolean;
  /** What somebody has written in its place. */
  now: string | undefined;
  /** Digest of what stands in the file. */
  was: string;
  /** Rows that it reaches over: they change together. */
  rows: number;
  /** The only values it may hold. */
  choices: readonly string[];
  findings: Finding[];
}

/**
 * The cells that findings are about, and those that were edited. Only of columns that are read: what stands in a private column is in
 * none of them, whatever is said of it.
 */
export function editableCells(
  files: readonly SourceFile[],
  edits: readonly CellEdit[],
  findings: readonly Finding[],
  columns: readonly ColumnUse[],
  programme: Programme,
): EditableCell[] {
  const read = new Map(
    columns.flatMap(({ head, use, field }) => (use === 'read' && field ? [[head, field] as const] : [])),
  );
  const all = columnsFor(programme);
  const cells = new Map<string, EditableCell>();
  const at = (where: Place): EditableCell | undefined => {
    const { file, sheet, cell, field = '' } = where;
    const key = JSON.stringify([file, sheet, cell]);
    const there = cells.get(key);
    const column = read.get(field);
    if (there || cell === undefined || column === undefined) return there;
    const found = cellNamed(files, where);
    if (!found) return undefined;
    const text = found.cell?.text ?? '';
    const original = concealed(text, field);
    const fresh = {
      where: { ...where, cell },
      original,
      covered: original !== text,
      now: edits.find((edit) => edit.file === file && edit.sheet === sheet && edit.cell === cell)?.text,
      was: digestOfCell(found.cell),
      rows: found.rows,
      choices: all.find(({ key }) => key === column)?.choices ?? [],
      findings: [],
    };
    cells.set(key, fresh);
    return fresh;
  };
  for (const edit of edits) at(placeOfEdit(edit));
  for (const one of findings) at(one.where)?.findings.push(one);
  return [...cells.values()];
}
