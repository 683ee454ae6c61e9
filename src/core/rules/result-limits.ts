import { type Finding, finding } from '#core/catalogue/finding.ts';
import { chineseLimit, judgeCount } from '#core/judging/headcount.ts';
import { type Held, heldTo, heldToInAll, shownTier } from '#core/judging/held-to.ts';
import type { Tier } from '#core/programme/programme.ts';
import { isCalledReserve, reserveTarget } from '#core/programme/reserve.ts';
import { tierCounter, titleTiers } from '#core/programme/tiers.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { conferralOf, resultsOf } from '../lifecycle/results.ts';
import { standingAt } from '../lifecycle/standing.ts';

/**
 * What binds a result beside the list: it is not above the number, and a reserve moves up only into a place that somebody left, in the order
 * of the list. 四川省第九届劳动模范: “现将拟表彰对象（含后备人选）进行公示”.
 */
export function limitFindings(dossier: Dossier): Finding[] {
  const results = resultsOf(dossier.folder);
  return [
    ...namelessTargets(dossier),
    ...results.flatMap((_, index) => [
      ...dossier.programme.data.rules.tiers.flatMap((tier) => overfilled(dossier, tier, results.slice(0, index + 1))),
      ...overfilledInAll(dossier, results.slice(0, index + 1)),
      ...movedUp(dossier, results.slice(0, index + 1)),
    ]),
  ];
}

type Result = Entry<ResultAnnouncement>;

/** A tier called 后备 in a programme of several titles: into which of them? */
function namelessTargets({ programme, folder }: Dossier): Finding[] {
  const { rules } = programme.data;
  return rules.tiers.flatMap((tier, index) => {
    const where = placeOf(programme, `rules.tiers.${index}`);
    const used = folder.people.some(({ data }) => data.tier === tier.key);
    const allowed = titleTiers(programme.data)
      .map(({ key, name }) => `${key}（${name}）`)
      .join('、');
    if (tier.reserveFor !== undefined && !titleTiers(programme.data).some(({ key }) => key === tier.reserveFor))
      return [finding('reserve-target-unknown', where, { tier: tier.name, allowed })];
    const open = isCalledReserve(tier) && used && reserveTarget(tier.key, programme.data) === undefined;
    return open ? [finding('reserve-target-missing', where, { tier: tier.name, allowed })] : [];
  });
}

/** Those named to a tier by the documents so far and not revoked before the last of them. */
function holders(dossier: Dossier, tier: string, results: readonly Result[]): string[] {
  const last = results.at(-1);
  const { revoked, wholeRevoked } = standingAt(dossier, last ? publishedAt(last.data) - 1 : -Infinity);
  return results
    .flatMap(({ data }) => data.conferred)
    .filter((group) => group.tier === tier)
    .flatMap(({ people }) => people)
    .filter(
      (id) => !revoked.has(id) && !(wholeRevoked && !last?.data.conferred.some(({ people }) => people.includes(id))),
    );
}

function overfilled(dossier: Dossier, tier: Tier, results: readonly Result[]): Finding[] {
  const last = lastOf(results);
  const group = last.data.conferred.findIndex(({ tier: key }) => key === tier.key);
  const held = heldTo(tier, dossier);
  if (group < 0 || !held || reserveTarget(tier.key, dossier.programme.data) !== undefined) return [];
  const count = holders(dossier, tier.key, results).length;
  return over(last, `conferred.${group}`, `“${tier.name}”`, count, held, tierCounter(tier));
}

/** Where the tiers were open when the list was shown, all of them together are held to the number too. */
function overfilledInAll(dossier: Dossier, results: readonly Result[]): Finding[] {
  if (!dossier.folder.round.data.openTiers) return [];
  const titles = titleTiers(dossier.programme.data);
  const count = titles.reduce((sum, { key }) => sum + holders(dossier, key, results).length, 0);
  return over(lastOf(results), 'conferred', '各档合计', count, heldToInAll(dossier), '人');
}

function over(
  result: Result,
  field: string,
  what: string,
  count: number,
  { limit, rests }: Held,
  counter: string,
): Finding[] {
  const verdict = judgeCount(count, limit);
  if (verdict === 'fits' || count < limit.count) return [];
  const args = { what, count, counter, limit: chineseLimit(limit, counter), basis: rests };
  return [finding(`result-quota-${verdict}`, placeOf(result, field), args)];
}

/** A reserve moves up into a place that somebody left, and no later one before an earlier one. */
function movedUp(dossier: Dossier, results: readonly Result[]): Finding[] {
  const { programme, folder } = dossier;
  const last = lastOf(results);
  const nameOf = (id: string): string => folder.roster?.data.people.find((row) => row.id === id)?.name ?? id;
  return last.data.conferred.flatMap(({ tier, people }, group) => {
    const isReserve = (id: string): boolean => {
      const shown = shownTier(id, dossier);
      return shown !== undefined && reserveTarget(shown, programme.data) === tier;
    };
    const name = programme.data.rules.tiers.find(({ key }) => key === tier)?.name ?? tier;
    const all = holders(dossier, tier, results);
    const reserves = all.filter(isReserve).length;
    const places = placesOf(dossier, tier);
    const vacant = Math.max(0, places - (all.length - reserves));
    return people.flatMap((id, index) => {
      if (!isReserve(id)) return [];
      const where = placeOf(last, `conferred.${group}.people.${index}`, nameOf(id));
      const turn = people.slice(0, index + 1).filter(isReserve).length + reserves - people.filter(isReserve).length;
      if (turn > vacant) return [finding('result-reserve-without-vacancy', where, { tier: name, places, vacant })];
      const skipped = skippedBefore(dossier, id, results);
      return skipped === undefined ? [] : [finding('result-reserve-out-of-turn', where, { before: nameOf(skipped) })];
    });
  });
}

/** How many of a tier's own were shown to be honoured: with a margin as many as the round states. */
function placesOf(dossier: Dossier, tier: string): number {
  const { folder } = dossier;
  const stated = folder.round.data.tiers.find(({ key }) => key === tier)?.atMost;
  const ids = [...(folder.roster?.data.people ?? []), ...folder.takenDown].map(({ id }) => id);
  return stated ?? ids.filter((id) => shownTier(id, dossier) === tier).length;
}

/** An earlier reserve of the same tier who neither moved up, nor left, nor was said not to be named. */
function skippedBefore(dossier: Dossier, id: string, results: readonly Result[]): string | undefined {
  const last = lastOf(results);
  const { withdrawn, deferred } = standingAt(dossier, publishedAt(last.data) - 1);
  const own = shownTier(id, dossier);
  const ids = dossier.folder.roster?.data.people.map((row) => row.id) ?? [];
  return ids
    .slice(0, ids.indexOf(id))
    .filter((other) => shownTier(other, dossier) === own)
    .find(
      (other) =>
        !withdrawn.has(other) &&
        !(deferred.has(other) && deferred.get(other)?.lifted === undefined) &&
        conferralOf(other, results) === undefined &&
        !results.some(({ data }) => data.notConferred.some(({ person }) => person === other)),
    );
}

/** No rule of this file is asked before there is a result. */
function lastOf(results: readonly Result[]): Result {
  const last = results.at(-1);
  if (last === undefined) throw new RangeError('a round without a result is held to no limit');
  return last;
}
