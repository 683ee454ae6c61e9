import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import { chineseLimit, chineseRemedy, judgeCount } from '#core/judging/headcount.ts';
import { heldToInAll, tierShown } from '#core/judging/held-to.ts';
import { isInPreparation, listedPeople } from '#core/judging/listed.ts';
import type { Rule } from '#core/judging/rule.ts';
import { kindIn } from '#core/lifecycle/notices-of.ts';
import type { Limit } from '#core/programme/programme.ts';
import { chineseTiers, takes, tierCounter, titleTiers } from '#core/programme/tiers.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const quota: Rule = {
  name: 'quota',
  description:
    '名单上各档的人数合乎名额，名额出自各活动通知写明的选树人数（programme.md 的 rules.quota 和 rules.tiers）；差额公示和等次未定的，名额由结果遵守。',
  check(dossier) {
    if (isInPreparation(dossier.folder)) return [];
    // A shortlist leaves open who will be honoured and as what; the people added to a list are counted by the result.
    const { decides, list } = kindIn(dossier.folder);
    if (!decides) return statedCounts(dossier);
    if (list === 'added') return unknownTiers(dossier);
    const unknown = unknownTiers(dossier);
    const stated = statedCounts(dossier);
    // A person without a known tier, or on the list without a file, is reported by name; the sums wait for that.
    return [...unknown, ...stated, ...(unknown.length > 0 || isIncomplete(dossier) ? [] : counts(dossier))];
  },
};

function unknownTiers({ programme, folder }: Dossier): Finding[] {
  const allowed = chineseTiers(programme.data);
  return listedPeople(folder).flatMap((person) => {
    const where = placeOf(person, 'tier', person.data.name);
    const tier = tierShown(person.data, programme.data, folder);
    // 等次由评审决定: whoever states none is open until the result.
    if (tier === undefined && folder.round.data.openTiers) return [];
    if (tier === undefined) return [finding('tier-missing', where, { allowed })];
    const known = programme.data.rules.tiers.some(({ key }) => key === tier);
    return known ? [] : [finding('tier-unknown', where, { tier, allowed })];
  });
}

/** The round's own numbers against the programme's: with a margin it is the number honoured that must fit. */
function statedCounts({ programme, folder }: Dossier): Finding[] {
  const { data } = programme;
  return folder.round.data.tiers.flatMap(({ key, count, atMost }, index) => {
    const tier = data.rules.tiers.find((one) => one.key === key);
    if (!tier) {
      const where = placeOf(folder.round, `tiers.${index}.key`);
      return [finding('tier-unknown', where, { tier: key, allowed: chineseTiers(data) })];
    }
    const only = tier.title && titleTiers(data).length === 1 ? data.rules.quota : undefined;
    const limit = tier.limit ?? (atMost === undefined ? undefined : only);
    if (!limit) return [];
    const number = atMost ?? count;
    const verdict = judgeCount(number, limit);
    if (verdict === 'fits') return [];
    const clause = tier.limit ? tier.clause : data.rules.quota.clause;
    const args = {
      tier: tier.name,
      count: number,
      counter: tierCounter(tier),
      limit: chineseLimit(limit, tierCounter(tier)),
      basis: basis(data, clause),
    };
    const field = atMost === undefined ? 'count' : 'atMost';
    return [finding(`round-quota-${verdict}`, placeOf(folder.round, `tiers.${index}.${field}`), args)];
  });
}

function isIncomplete({ folder: { roster, people } }: Dossier): boolean {
  return roster?.data.people.some(({ id }) => !people.some((person) => person.id === id)) ?? false;
}

function counts(dossier: Dossier): Finding[] {
  const { programme, folder } = dossier;
  const { data } = programme;
  const place: Place = folder.roster ? placeOf(folder.roster, 'people') : { file: folder.round.file };
  // Whoever was taken down stood on the list as published and still counts.
  const records = [...listedPeople(folder), ...folder.takenDown].map(({ data: record }) =>
    tierShown(record, data, folder),
  );
  const inTier = (key: string | undefined): number => records.filter((tier) => tier === key).length;
  const { tiers: stated, openTiers } = folder.round.data;
  const perTier = data.rules.tiers.flatMap((tier) => {
    const { key, name, limit, clause } = tier;
    const own = stated.find((one) => one.key === key);
    const what = `“${name}”`;
    const counter = tierCounter(tier);
    if (own) {
      const exactly: Limit = { count: own.count, kind: 'exactly' };
      const how = `tiers 改正 count（公示几${counter}），命名几${counter}写 atMost`;
      return judge({
        what,
        count: inTier(key),
        limit: exactly,
        rests: '（依据：本届 round.md 的 tiers）',
        place,
        counter,
        how,
      });
    }
    // With open tiers fewer than the number are no gap: the others get theirs by the result.
    if (!limit || (openTiers && inTier(key) <= limit.count)) return [];
    const rests = basis(data, clause);
    return judge({ what, count: inTier(key), limit, rests, place, counter, how: marginOf(key, inTier(key), limit) });
  });
  if (perTier.length > 0) return perTier;
  if (stated.some(({ atMost }) => atMost !== undefined)) return [];
  const titles = titleTiers(data).filter((tier) => takes(tier, 'person') || !tier.limit);
  const all = titles.reduce((sum, { key }) => sum + inTier(key), 0) + (openTiers ? inTier(undefined) : 0);
  const what = titles.length > 1 ? '各档合计' : `“${data.title}”`;
  const [only] = titles;
  if (openTiers) {
    const { limit, rests } = heldToInAll(dossier);
    if (openTiers.atMost !== undefined) return openMargin(dossier);
    const how = `openTiers 写明 atMost: ${limit.count}（至多命名几人）`;
    return judge({ what, count: all, limit, rests, place, counter: '人', how });
  }
  const how =
    only && titles.length === 1
      ? marginOf(only.key, all, data.rules.quota)
      : 'tiers 按档写明 atMost（各档至多命名几人）';
  return judge({
    what,
    count: all,
    limit: data.rules.quota,
    rests: basis(data, data.rules.quota.clause),
    place,
    counter: '人',
    how,
  });
}

/** The number honoured of open tiers against the programme's. */
function openMargin({ programme: { data }, folder }: Dossier): Finding[] {
  const count = folder.round.data.openTiers?.atMost ?? 0;
  const verdict = judgeCount(count, data.rules.quota);
  if (verdict === 'fits') return [];
  const args = {
    tier: '各档合计',
    count,
    counter: '人',
    limit: chineseLimit(data.rules.quota),
    basis: basis(data, data.rules.quota.clause),
  };
  return [finding(`round-quota-${verdict}`, placeOf(folder.round, 'openTiers.atMost'), args)];
}

/** `tiers 写明 { key: "craftsman", count: 4, atMost: 3 }`. */
function marginOf(key: string, count: number, limit: Limit): string {
  return `tiers 写明 { key: "${key}", count: ${count}, atMost: ${limit.count} }`;
}

interface Counted {
  what: string;
  count: number;
  limit: Limit;
  rests: string;
  place: Place;
  counter: string;
  /** How the round says that more are shown than will be honoured. */
  how: string;
}

function judge({ what, count, limit, rests, place, counter, how }: Counted): Finding[] {
  const verdict = judgeCount(count, limit);
  if (verdict === 'fits') return [];
  const args = {
    what,
    count,
    counter,
    limit: chineseLimit(limit, counter),
    remedy: chineseRemedy(count, limit, how),
    basis: rests,
  };
  return [finding(`quota-${verdict}`, place, args)];
}
