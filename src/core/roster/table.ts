import type { PlainDate } from '#core/calendar/plain-date.ts';
import type { Place } from '#core/catalogue/finding.ts';
import type { Subject } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import { cellName, type Grid, type Sheet } from './grid.ts';
import type { Head, HeadColumn } from './head.ts';
import type { Supplement } from './supplement.ts';

/** A table inside a file, with its head found. */
export interface Table {
  /** Fit for a message. */
  file: string;
  format: Grid['format'];
  sheet: Sheet;
  head: Head;
  /** A single sheet needs no name in a message. */
  named: boolean;
}

/** What the rows are read for. */
export interface Terms {
  programme: Programme;
  /** The day for the age rule; absent while the round states none. */
  opensOn: PlainDate | undefined;
  /** The forms that the programme's notice prescribes. */
  forms?: readonly ProgrammeForm[];
  /** Said once for the batch. */
  supplement?: Supplement;
  /** `--real-name`. */
  realNames?: ReadonlySet<string>;
  /** `--subject`: what a person has said of names in this import. */
  said?: ReadonlyMap<string, Subject>;
  /** The same, and what the content knows of names already. */
  subjects?: ReadonlyMap<string, Subject>;
}

/** Where a cell is, its column's head and, once known, the person. */
export function placeOf(
  { file, format, sheet, named }: Omit<Table, 'head'>,
  row: number,
  column: number,
  head?: string,
  person?: string,
): Place {
  return {
    file,
    ...(named && { sheet: sheet.name }),
    cell: cellName(format, row, column),
    line: row + 1,
    ...(head && { field: head }),
    ...(person && { person }),
  };
}

export function columnOf(head: Head, key: string): HeadColumn | undefined {
  return head.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.key === key);
}
