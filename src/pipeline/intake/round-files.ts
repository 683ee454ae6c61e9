import { jsonFile } from './json-file.ts';
import { personFile } from './person-file.ts';
import type { RoundPlan } from './round-plan.ts';

/** What an import changes below a round's folder. */
export interface RoundFiles {
  /** By path below the round's folder, with `/`. */
  write: Map<string, string | Uint8Array>;
  remove: string[];
  /** What belongs to the programme, by path below the content folder. */
  beside: Map<string, string>;
}

/** Only what changed is written: an untouched person's file keeps its bytes, whoever wrote it. */
export function roundFiles(planned: RoundPlan): RoundFiles {
  const { round, plan, photos, roster, roundFile, rewritten, imported, added } = planned;
  const write = new Map<string, string | Uint8Array>();
  for (const { id, state, record } of plan.people) {
    if (state !== 'unchanged') write.set(`candidates/${id}.md`, rewritten.get(id) ?? personFile(record));
  }
  for (const [id, jpeg] of photos.files) write.set(`photos/${id}.jpg`, jpeg);
  if (added) for (const [path, text] of added) write.set(path, text);
  else if (roster && roster !== round.folder.roster?.data) write.set('roster.json', jsonFile(roster));
  if (roundFile !== undefined) write.set('round.md', roundFile);
  const remove = [
    ...plan.gone.map(({ id }) => `candidates/${id}.md`),
    ...photos.removed.map((id) => `photos/${id}.jpg`),
  ];
  const recorded = round.folder.imported?.data;
  // What the import of the whole list left behind is about that list.
  if (!added && (write.size > 0 || remove.length > 0) && JSON.stringify(imported) !== JSON.stringify(recorded)) {
    write.set('imported.json', jsonFile(imported));
  }
  return { write, remove, beside: new Map(planned.heads ? [[planned.heads.path, planned.heads.text]] : []) };
}
