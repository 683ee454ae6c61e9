import { isRepeatable } from '#core/privacy/private-text.ts';
import type { Grid, Sheet } from './grid.ts';
import { withPlainNames } from './split-name.ts';

/** 填表说明 of the blank roster names every column and is none. */
const EXPLANATION = /^填[表写]说明$/u;

/** Every sheet of a file as it is read, and those of them that a person sees something in. */
export function sourceSheets(grid: Grid): { sheets: Sheet[]; visible: Sheet[]; filled: Sheet[] } {
  const sheets = grid.sheets.map(withPlainNames);
  const visible = sheets.filter((sheet) => !sheet.hidden && !EXPLANATION.test(sheet.name.trim()));
  const filled = visible.filter(({ rows }) => rows.some((row) => row.some((cell) => cell && cell.text.trim() !== '')));
  return { sheets, visible, filled };
}

/** The name of a sheet as a message may repeat it. */
export function fitName({ name }: Sheet): string {
  return isRepeatable(name) ? name.slice(0, 31) : '（名称此处不重复）';
}
