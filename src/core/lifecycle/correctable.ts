import type { RoundFolder } from '#core/records/content.ts';
import { fileRecord, type PublicRecord } from '#core/records/public-record.ts';
import type { Target } from './corrected.ts';

export interface Present {
  record: PublicRecord;
  /** Where the values stand. */
  file: string;
}

/** Everything of a round that a correction can be about. */
export function targetsOf({ people }: RoundFolder): Target[] {
  return [
    ...people.map(({ id }): Target => ({ of: 'person', person: id })),
    { of: 'notice' },
    { of: 'round' },
    { of: 'list' },
    { of: 'result' },
  ];
}

/** The record as it stands in the files now; `undefined` where there is none. */
export function presentRecord(folder: RoundFolder, target: Target): Present | undefined {
  switch (target.of) {
    case 'person': {
      const person = folder.people.find(({ id }) => id === target.person);
      if (!person) return undefined;
      const row = folder.roster?.data.people.find(({ id }) => id === target.person);
      const listed = row && { 'listed.name': row.name, 'listed.employer': row.employer };
      return { record: { ...fileRecord(person), ...listed }, file: person.file };
    }
    case 'notice':
      return folder.notice && { record: fileRecord(folder.notice), file: folder.notice.file };
    case 'round':
      return { record: fileRecord(folder.round), file: folder.round.file };
    case 'list':
      return folder.roster && { record: fileRecord(folder.roster), file: folder.roster.file };
    case 'result':
      return folder.result && { record: fileRecord(folder.result), file: folder.result.file };
  }
}
