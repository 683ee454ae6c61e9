import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import { chineseLimit, chineseRemedy, judgeCount } from '#core/judging/headcount.ts';
import { chineseTiers, isInPreparation, listedPeople, tierOf, titleTiers } from '#core/judging/listed.ts';
import type { Rule } from '#core/judging/rule.ts';
import { kindIn } from '#core/lifecycle/notices-of.ts';
import type { Limit } from '#core/programme/programme.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const quota: Rule = {
  name: 'quota',
  description:
    '名单上各档的人数合乎名额，名额出自各活动通知写明的选树人数（programme.md 的 rules.quota 和 rules.tiers）。',
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
    const tier = tierOf(person.data, programme.data);
    if (tier === undefined) return [finding('tier-missing', where, { allowed })];
    const known = programme.data.rules.tiers.some(({ key }) => key === tier);
    return known ? [] : [finding('tier-unknown', where, { tier, allowed })];
  });
}

/** The round's own numbers against the programme's. */
function statedCounts({ programme, folder }: Dossier): Finding[] {
  const { data } = programme;
  return folder.round.data.tiers.flatMap(({ key, count }, index) => {
    const tier = data.rules.tiers.find((one) => one.key === key);
    if (!tier) {
      const where = placeOf(folder.round, `tiers.${index}.key`);
      return [finding('tier-unknown', where, { tier: key, allowed: chineseTiers(data) })];
    }
    if (!tier.limit) return [];
    const verdict = judgeCount(count, tier.limit);
    if (verdict === 'fits') return [];
    const args = { tier: tier.name, count, limit: chineseLimit(tier.limit), basis: basis(data, tier.clause) };
    return [finding(`round-quota-${verdict}`, placeOf(folder.round, `tiers.${index}.count`), args)];
  });
}

function isIncomplete({ folder: { roster, people } }: Dossier): boolean {
  return roster?.data.people.some(({ id }) => !people.some((person) => person.id === id)) ?? false;
}

function counts({ programme, folder }: Dossier): Finding[] {
  const { data } = programme;
  const listed = listedPeople(folder);
  const place: Place = folder.roster ? placeOf(folder.roster, 'people') : { file: folder.round.file };
  const gone = folder.takenDown.map((one) => tierOf(one.data, data));
  // Whoever was taken down stood on the list as published and still counts.
  const inTier = (key: string): number =>
    [...listed.map((person) => tierOf(person.data, data)), ...gone].filter((tier) => tier === key).length;
  const perTier = data.rules.tiers.flatMap(({ key, name, limit, clause }) => {
    const stated = folder.round.data.tiers.find((tier) => tier.key === key);
    const what = `“${name}”`;
    if (stated) {
      const own: Limit = { count: stated.count, kind: 'exactly' };
      return judge(what, inTier(key), own, '（依据：本届 round.md 的 tiers）', place);
    }
    return limit ? judge(what, inTier(key), limit, basis(data, clause), place) : [];
  });
  if (perTier.length > 0) return perTier;
  const titles = titleTiers(data);
  const all = titles.reduce((sum, { key }) => sum + inTier(key), 0);
  const what = titles.length > 1 ? '各档合计' : `“${data.title}”`;
  return judge(what, all, data.rules.quota, basis(data, data.rules.quota.clause), place);
}

function judge(what: string, count: number, limit: Limit, rests: string, where: Place): Finding[] {
  const verdict = judgeCount(count, limit);
  if (verdict === 'fits') return [];
  const args = { what, count, limit: chineseLimit(limit), remedy: chineseRemedy(count, limit), basis: rests };
  return [finding(`quota-${verdict}`, where, args)];
}
