import { actInstant } from '#core/acts/act.ts';
import type { Entry, RoundFolder } from '#core/records/content.ts';
import { isSlip } from '#core/text/name-slip.ts';
import { type Correction, correctionsOf } from './corrected.ts';
import { actsInOrder } from './life.ts';

/** A correction that makes somebody else of a person, as far as the public can tell. */
export interface NoSlip {
  act: Entry<Correction>;
  /** The name the public was shown, and the one it is to be. */
  shown: string;
  now: string;
  /** `name`: the names share too little; `name-and-employer`: both were corrected, so that nothing is left to know the person by. */
  why: 'name' | 'name-and-employer';
}

/** The corrections of a person's name that are no slips, counted from what the notice, or the last 重新公示, has shown. */
export function noSlips(folder: RoundFolder, person: string): NoSlip[] {
  const restarted = actsInOrder({ folder }).findLast(({ data }) => data.kind === 're-publicity');
  const since = restarted && actInstant(restarted.data);
  const corrections = correctionsOf(folder, { of: 'person', person }, since);
  const names = corrections.filter(({ data }) => data.field === 'name');
  const shown = names[0]?.data.old ?? approvedName(folder, person) ?? '';
  const strangers = names.flatMap((act): NoSlip[] => {
    const { old = shown, new: now = '' } = act.data;
    // A takedown has taken the names out of the record.
    if (now === '') return [];
    return isSlip(old, now) && isSlip(shown, now) ? [] : [{ act, shown, now, why: 'name' }];
  });
  const last = corrections.filter(({ data }) => data.field === 'name' || data.field === 'employer').at(-1);
  const both = names.length > 0 && corrections.some(({ data }) => data.field === 'employer');
  if (!last || !both || strangers.some(({ act }) => act === last)) return strangers;
  const now = names.at(-1)?.data.new ?? '';
  return now === '' ? strangers : [...strangers, { act: last, shown, now, why: 'name-and-employer' }];
}

function approvedName({ approval }: RoundFolder, person: string): string | undefined {
  if (!approval) return undefined;
  const { former, current, records } = approval.data;
  const first = former.at(-1) ?? current;
  return records[first.people[person]?.record ?? '']?.['name'];
}

/** The names a person of the round had before, by corrections public by now or later; never the present one. */
export function formerNames(folder: RoundFolder, person: string): { act: Entry<Correction>; name: string }[] {
  const present = folder.people.find(({ id }) => id === person)?.data.name;
  return correctionsOf(folder, { of: 'person', person }).flatMap((act) =>
    act.data.field === 'name' && act.data.old !== undefined && act.data.old !== present
      ? [{ act, name: act.data.old }]
      : [],
  );
}
