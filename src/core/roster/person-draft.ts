import type { Place } from '#core/catalogue/finding.ts';
import type { ColumnKey, FieldKey } from './columns.ts';
import type { Reading } from './reading.ts';

/** What one source says of a person, understood. A key that is there without a value says: nothing; a key that is not there says nothing at all. */
export interface Draft {
  row: number;
  where: Place;
  id: string | undefined;
  name: string;
  employer: string;
  fields: Map<FieldKey, unknown>;
  /** Markdown by heading. */
  texts: Map<string, string>;
  /** Where each of them stands. */
  places: Map<ColumnKey, Place>;
  pictures: Reading['pictures'];
}
