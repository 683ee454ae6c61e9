import { valueOf } from '#core/candidate/candidate.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type ColumnKey, fieldColumn } from './columns.ts';
import { cellOf } from './prose.ts';
import type { PersonRecord } from './record.ts';

/** What stands in a person's cell of a column: the inverse of the importer, so that a table written from it reads back as it was. */
export function columnText(
  key: ColumnKey,
  id: string,
  { candidate, sections }: PersonRecord,
  programme: Programme,
): string {
  if (key.startsWith('text:')) {
    const heading = key.slice('text:'.length);
    const section = sections.find((one) => one.heading === heading);
    return section ? cellOf(section.markdown) : '';
  }
  const found = fieldColumn(key);
  return found ? found.column.write(valueOf(candidate, found.field), programme) : id;
}
