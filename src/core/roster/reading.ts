import type { Finding, Place } from '#core/catalogue/finding.ts';
import type { Subject } from '#core/formats/subject.ts';
import type { ColumnKey } from './columns.ts';
import type { Picture } from './grid.ts';

/** What a roster's row, or one person's form, says of a person: public cells only, not yet understood. */
export interface Reading {
  /** The row as the office counts it; of a form its number among the forms. `--same` and `--new` name it. */
  row: number;
  where: Place;
  name: string;
  /** What the list around the row says it is about: the title, a group's heading, the head of the names. */
  about?: Subject;
  /** By column, in the sheet's order; a list field may have more than one cell. */
  cells: Map<ColumnKey, FieldCell[]>;
  /** More than one is for a person to sort out. */
  pictures: (Picture & { where: Place })[];
}

export interface FieldCell {
  text: string;
  where: Place;
  /** 单位及职务. */
  combined?: true;
}

/** What became of each column of the source. */
export interface ColumnUse {
  head: string;
  /** The same to its last sign, where nobody knows what it means and it may be repeated: by it a person says what it is. */
  unknown?: string;
  /** `B 列`. */
  column: string;
  use: 'read' | 'private' | 'checked-only' | 'unknown' | 'not-published' | 'hidden';
  /** The field it feeds. */
  field?: ColumnKey;
}

export interface Readings {
  people: Reading[];
  /** Rows that may be people and could not be read: whoever seems gone may be among them. */
  lost: number;
  columns: ColumnUse[];
  findings: Finding[];
}

/** `第 7 行` in an Excel or Word table, else the file. */
export function rowLabel({ sheet, line, file }: Place): string {
  return line === undefined ? file : `${sheet ? `“${sheet}”` : ''}第 ${line} 行`;
}
