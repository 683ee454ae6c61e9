import type { Act, ActOf } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { isOfRound, type Life } from './life.ts';
import type { Standing } from './phase.ts';
import type { Remark } from './remark.ts';

/** Withdrawal of a candidate, and revocation of titles: of people who are there, once. */
export function takePerson(
  life: Life,
  standing: Standing,
  entry: Entry<Act>,
  act: ActOf<'withdraw-candidate' | 'revoke'>,
): { next: Standing; remarks: Remark[] } {
  if (act.kind === 'withdraw-candidate') {
    const { person } = act;
    const code = !isOfRound(life, person)
      ? 'act-person-unknown'
      : standing.withdrawn.has(person)
        ? 'act-person-already-withdrawn'
        : undefined;
    const remarks: Remark[] = code ? [{ code, field: 'person', args: { id: person }, void: true }] : [];
    return { next: { ...standing, withdrawn: new Map([...standing.withdrawn, [person, entry]]) }, remarks };
  }
  if (act.whole) {
    const remarks: Remark[] = standing.wholeRevoked
      ? [{ code: 'revoke-whole-twice', field: 'whole', args: {}, void: true }]
      : [];
    return { next: { ...standing, wholeRevoked: entry }, remarks };
  }
  const people = act.people ?? [];
  const remarks = people.flatMap((id, index): Remark[] => {
    const field = `people.${index}`;
    if (!conferred(life).has(id)) return [{ code: 'revoke-not-conferred', field, args: { id }, void: true }];
    const again = standing.revoked.has(id) || standing.wholeRevoked !== undefined || people.indexOf(id) < index;
    return again ? [{ code: 'revoke-twice', field, args: { id }, void: true }] : [];
  });
  const revoked = new Map([...standing.revoked, ...people.map((id) => [id, entry] as const)]);
  return { next: { ...standing, revoked }, remarks };
}

function conferred({ folder: { result } }: Life): Set<string> {
  return new Set(result?.data.conferred.flatMap(({ people }) => people));
}
