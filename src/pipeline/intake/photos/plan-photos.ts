import type { Plan, PlannedPerson } from '#core/roster/plan.ts';
import type { KnownRound } from '#pipeline/intake/known-round.ts';
import type { PhotoPlan } from './photos.ts';

/** Lays what happens to the photos over the plan: exactly the people of `records` carry one afterwards. */
export function withPhotos(plan: Plan, photos: PhotoPlan, round: KnownRound): Plan {
  return { ...plan, people: plan.people.map((person) => withPhoto(person, photos, round)) };
}

function withPhoto(person: PlannedPerson, { records, changes }: PhotoPlan, round: KnownRound): PlannedPerson {
  const { photo: before, ...candidate } = person.record.candidate;
  const given = records.get(person.id);
  const change = changes.get(person.id);
  // A description of the picture that is there holds for that picture only.
  const alt = change === 'unchanged' ? before?.alt : undefined;
  const photo = given && { ...given, ...(alt !== undefined && { alt }) };
  const record = { ...person.record, candidate: { ...candidate, ...(photo && { photo }) } };
  const own = [
    ...(change && change !== 'unchanged' ? [{ field: '照片', from: before ? '原照片' : '', to: WORDS[change] }] : []),
    ...(before?.credit === photo?.credit
      ? []
      : [{ field: '照片署名', from: before?.credit ?? '', to: photo?.credit ?? '' }]),
    ...(before?.consent === photo?.consent
      ? []
      : [{ field: '照片同意', from: before?.consent ?? '', to: photo?.consent ?? '' }]),
  ];
  const isNew = !round.people.some(({ id }) => id === person.id);
  const all = [...person.changes, ...(isNew ? [] : own)];
  return { ...person, record, changes: all, state: isNew ? 'new' : all.length > 0 ? 'changed' : 'unchanged' };
}

const WORDS = { new: '新照片', changed: '换照片', removed: '移除' } as const;
