import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import { columnText } from '#core/roster/column-text.ts';
import { type Column, type ColumnKey, columnsFor } from '#core/roster/columns.ts';
import type { PersonRecord } from '#core/roster/record.ts';
import type { ChosenRound } from '#desk/frame/round-choice.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { sectionsOf } from '#pipeline/intake/person-file.ts';

/** The people of a round's first list, in its order, as the desk has read them already; who is on a later notice alone is not among them. */
export function listedPeople({ roster, people, later = [] }: RoundFolder): Entry<Candidate>[] {
  const order = new Map(roster?.data.people.map(({ id }, index) => [id, index]));
  const elsewhere = new Set(later.flatMap((one) => one.roster?.data.people.map(({ id }) => id) ?? []));
  const place = (id: string): number => order.get(id) ?? order.size;
  return people.filter(({ id }) => order.has(id) || !elsewhere.has(id)).sort((a, b) => place(a.id) - place(b.id));
}

/** One of them, or somebody who is to join. */
export interface PersonShown {
  id: string | undefined;
  record: PersonRecord | undefined;
  programme: Programme;
  approved: boolean;
  /** The columns that a form may change: not the id, nor what is said of a photo. */
  columns: Column[];
  /** As the columns say it now. */
  texts: ReadonlyMap<ColumnKey, string>;
}

export const NEW = 'new';

/** `undefined` where nobody of the list has the id. */
export async function personShown(
  { desk }: Visit,
  { dossier }: ChosenRound,
  who: string,
): Promise<PersonShown | undefined> {
  const { folder } = dossier;
  const programme = dossier.programme.data;
  const entry = listedPeople(folder).find(({ id }) => id === who);
  if (!entry && who !== NEW) return undefined;
  const file = entry && (await readFile(join(desk.content, entry.file), 'utf8'));
  const record = entry && { candidate: entry.data, sections: sectionsOf(file ?? '') };
  const columns = columnsFor(programme, entry ? [entry.data] : []).filter(
    ({ key }) => key !== 'id' && !key.startsWith('photo.'),
  );
  const texts = columns.map(({ key }) => [key, record ? columnText(key, who, record, programme) : ''] as const);
  return { id: entry?.id, record, programme, approved: folder.approval !== undefined, columns, texts: new Map(texts) };
}
