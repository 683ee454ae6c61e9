import { type Subject, subjectOf } from '#core/formats/subject.ts';
import type { VisiblePerson } from './visible-people.ts';

/** The lines of one group of a list: of one tier, and of one kind of subject. */
export interface ListTable {
  /** The tier's key; absent where nobody in it states one. */
  tier: string | undefined;
  subject: Subject;
  lines: VisiblePerson[];
}

/** What a line of a list is about, also once its record is gone. */
export function lineSubject({ person, subject }: Pick<VisiblePerson, 'person' | 'subject'>): Subject {
  return subject ?? (person ? subjectOf(person.data) : 'person');
}

/**
 * The list in the office's order, cut where the tier changes, and each piece with persons, collectives and units in tables of their own;
 * the numbers stay.
 */
export function listTables(visible: readonly VisiblePerson[]): ListTable[] {
  const pieces: { tier: string | undefined; lines: VisiblePerson[] }[] = [];
  const first = visible.find(({ person }) => person)?.person?.data.tier;
  for (const line of visible) {
    const last = pieces.at(-1);
    // Whoever was taken down stands where the list had them: in the group they interrupt.
    const tier = line.person ? line.person.data.tier : last ? last.tier : first;
    if (last && last.tier === tier) last.lines.push(line);
    else pieces.push({ tier, lines: [line] });
  }
  return pieces.flatMap(({ tier, lines }) =>
    [...new Set(lines.map(lineSubject))].map((subject) => ({
      tier,
      subject,
      lines: lines.filter((line) => lineSubject(line) === subject),
    })),
  );
}
