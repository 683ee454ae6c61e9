import type { Programme } from '#core/programme/programme.ts';
import { columnText } from '#core/roster/column-text.ts';
import { columnsFor } from '#core/roster/columns.ts';
import type { KnownPerson } from '#core/roster/match.ts';

/** The published list as a table: head first, then one row a person in the office's order, every cell as the importer reads it. */
export function rosterTable(programme: Programme, people: readonly KnownPerson[]): string[][] {
  const columns = columnsFor(
    programme,
    people.map(({ record }) => record.candidate),
  );
  return [
    columns.map(({ header }) => header),
    ...people.map(({ id, record }) => columns.map(({ key }) => columnText(key, id, record, programme))),
  ];
}
