import type { Candidate } from '#core/candidate/candidate.ts';
import { LINEAGE_ROLES } from '#core/candidate/fields/lineage.ts';
import { type Publication, publicPeople } from '#site/publication.ts';

export interface LineageGroup {
  /** 师父, 徒弟. */
  label: string;
  people: { name: string; /** Whose page there is. */ id: string | undefined }[];
}

/**
 * From whom the craft was learnt and who learns it. Who is on the site stands here as long as everything of them is shown there; others
 * by their consent.
 */
export function lineageView(lineage: Candidate['lineage'], publication: Pick<Publication, 'rounds'>): LineageGroup[] {
  if (lineage.length === 0) return [];
  const shown = new Set(
    publicPeople(publication).flatMap(({ person }) => (person.profile === 'whole' ? [person.id] : [])),
  );
  return (['master', 'apprentice'] as const).flatMap((role) => {
    const people = lineage
      .filter((kin) => kin.role === role && (kin.person === undefined || shown.has(kin.person)))
      .map(({ name, person }) => ({ name, id: person }));
    return people.length > 0 ? [{ label: LINEAGE_ROLES[role], people }] : [];
  });
}
