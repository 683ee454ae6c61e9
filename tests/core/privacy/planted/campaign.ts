import { AllowList } from '#core/privacy/allow-list.ts';
import { there } from '#tests/there.ts';
import { type CampaignResult, count, emptyResult, kindsOf, tally } from '../campaign.ts';
import { Chance } from '../chance.ts';
import { DECLARED, unplanted } from './clean.ts';
import { PLANTED } from './kinds.ts';
import { planted } from './plant.ts';

/** The second generator: as many values of every kind, planted in sentences of offices; clean sentences from `seed + 1` on. */
export function plantedCampaign(leaks: number, snippets: number, seed: number): CampaignResult {
  const result = emptyResult();
  const declared = new AllowList(DECLARED);
  const chance = new Chance(seed);
  for (let index = 0; index < leaks; index += 1) {
    const entry = there(PLANTED[index % PLANTED.length]);
    const { name, contents, made, door } = planted(entry, chance);
    const kinds = kindsOf(name, contents, declared);
    // Found as something else it is stopped as well; as a file that cannot be read it would not be found at all.
    const missed = !kinds.some((kind) => kind !== 'unreadable' && kind !== 'unknown-binary');
    count(result.leaks, missed);
    count(tally(result.byKind, entry.name), missed);
    count(tally(result.byCarrier, door), missed);
    if (missed) result.misses.push(made);
  }
  const other = new Chance(seed + 1);
  for (let index = 0; index < snippets; index += 1) {
    const { name, contents, made } = unplanted(other);
    const kinds = kindsOf(name, contents, declared);
    count(result.clean, kinds.length > 0);
    if (kinds.length > 0) result.alarms.push(`${kinds.join(', ')}: ${made}`);
  }
  return result;
}
