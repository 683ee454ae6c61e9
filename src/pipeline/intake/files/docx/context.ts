import type { Cell } from '#core/roster/grid.ts';
import type { XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Drawings } from './drawn.ts';
import type { Numbering } from './numbering.ts';
import { NONE, type Properties, type Styles } from './styles.ts';

/** What a document brings beside its text. */
export interface Surroundings {
  styles: Styles;
  numbering: Numbering;
  drawings: Drawings;
  /** Text of a note by the kind and id of its reference. */
  noteOf: (kind: string, id: string) => string;
}

/** Where the reader is. */
export interface Context {
  at: { sheet: number; row: number; column: number } | undefined;
  /** The cell that pictures belong to. */
  cell: Cell | undefined;
  /** Whether anything in the cell is struck out. */
  tally: { struck: boolean };
  /** What the table gives its runs, and the grounds below the text, the nearest first. */
  table: Properties;
  grounds: readonly (XmlNode | undefined)[];
  paragraphStyle?: string | undefined;
  /** Whether everything here is out of sight. */
  unseen?: boolean;
  /** The font of signs that letters are drawn in here. */
  symbols?: string | undefined;
}

export const OUTSIDE: Context = { at: undefined, cell: undefined, tally: { struck: false }, table: NONE, grounds: [] };

/** A paragraph as it is seen: its own text, and the number in front of it. */
export interface Paragraph {
  text: string;
  number: string | undefined;
}
