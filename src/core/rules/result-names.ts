import { type Finding, finding } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import { chineseLimit, judgeCount } from '#core/judging/headcount.ts';
import { chineseTiers, tierOf, titleTiers } from '#core/judging/listed.ts';
import type { Rule } from '#core/judging/rule.ts';
import { everShown } from '#core/lifecycle/decided.ts';
import type { Limit, Tier } from '#core/programme/programme.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import type { Roster } from '#core/records/roster.ts';

export const resultNames: Rule = {
  name: 'result-names',
  asks: 'decision',
  description:
    '命名的人都经过公示，公示过的人都有交代，次序、档次、名额与公示一致：各活动都在公示之后从公示名单里决定人选。',
  check(dossier) {
    const { result, roster, notice, takenDown } = dossier.folder;
    if (!result) return [];
    const gone = [...takenDown.map(({ id }) => id), ...shownBefore(dossier, result)];
    return [
      ...(notice ? [] : [finding('result-without-notice', { file: result.file })]),
      ...(roster ? [...accountedFor(result, roster, gone), ...order(result, roster)] : []),
      ...tiers(dossier, result),
    ];
  },
};

type Result = Entry<ResultAnnouncement>;

/** An award that is no title (入围奖) may go to whoever an earlier notice of the round showed. */
function shownBefore({ programme, folder }: Dossier, { data }: Result): string[] {
  const shown = everShown(folder);
  const awards = programme.data.rules.tiers.filter(({ title }) => !title).map(({ key }) => key);
  return data.conferred.flatMap(({ tier, people }) =>
    awards.includes(tier) ? people.filter((person) => shown.has(person)) : [],
  );
}

/** Every mention in the announcement, with its place. */
function mentions({ data }: Result): { id: string; field: string }[] {
  return [
    ...data.conferred.flatMap(({ people }, group) =>
      people.map((id, index) => ({ id, field: `conferred.${group}.people.${index}` })),
    ),
    ...data.notConferred.map(({ person }, index) => ({ id: person, field: `notConferred.${index}.person` })),
  ];
}

/** @param gone those who were listed and then taken down: they may still be named by their id */
function accountedFor(result: Result, roster: Entry<Roster>, gone: readonly string[]): Finding[] {
  const all = mentions(result);
  const nameOf = (id: string): string | undefined => roster.data.people.find((row) => row.id === id)?.name;
  const wrong = all.flatMap(({ id, field }, index) => {
    const where = placeOf(result, field, nameOf(id));
    if (nameOf(id) === undefined && !gone.includes(id)) return [finding('result-not-listed', where, { id })];
    const again = all.slice(0, index).some((other) => other.id === id);
    return again ? [finding('result-person-twice', where, { id })] : [];
  });
  const unmentioned = roster.data.people
    .filter(({ id }) => !all.some((mention) => mention.id === id))
    .map(({ id, name }) => finding('result-person-missing', { file: result.file, person: name }, { id }));
  return [...wrong, ...unmentioned];
}

/** The office's order is authoritative: inside a tier the announcement keeps it. */
function order(result: Result, { data }: Entry<Roster>): Finding[] {
  const position = (id: string): number => data.people.findIndex((row) => row.id === id);
  return result.data.conferred.flatMap(({ people }, group) => {
    const index = people.findIndex((id, at) => position(id) >= 0 && position(id) < position(people[at - 1] ?? ''));
    if (index < 0) return [];
    const [before, name] = [people[index - 1], people[index]].map((id) => data.people[position(id ?? '')]?.name ?? '');
    const where = placeOf(result, `conferred.${group}.people.${index}`, name);
    return [finding('result-order', where, { name: name ?? '', before: before ?? '' })];
  });
}

function tiers(dossier: Dossier, result: Result): Finding[] {
  const { programme, folder } = dossier;
  const { data } = programme;
  return result.data.conferred.flatMap(({ tier: key, people }, group) => {
    const tier = data.rules.tiers.find((one) => one.key === key);
    if (!tier) {
      const where = placeOf(result, `conferred.${group}.tier`);
      return [finding('tier-unknown', where, { tier: key, allowed: chineseTiers(data) })];
    }
    const moved = people.flatMap((id, index) => {
      const person = folder.people.find((one) => one.id === id);
      const shown = person && tierOf(person.data, data);
      if (!person || shown === undefined || shown === key) return [];
      const where = placeOf(result, `conferred.${group}.people.${index}`, person.data.name);
      const shownName = data.rules.tiers.find((one) => one.key === shown)?.name ?? shown;
      return [finding('result-tier-differs', where, { shown: shownName, conferred: tier.name })];
    });
    return [...moved, ...overfilled(dossier, result, tier, group)];
  });
}

/** Fewer than shown is the purpose of publicity; more is not. */
function overfilled({ programme: { data }, folder }: Dossier, result: Result, tier: Tier, group: number): Finding[] {
  const groups = result.data.conferred;
  if (groups.findIndex(({ tier: key }) => key === tier.key) < group) return [];
  const count = groups.filter(({ tier: key }) => key === tier.key).flatMap(({ people }) => people).length;
  const stated = folder.round.data.tiers.find(({ key }) => key === tier.key);
  const isOnly = tier.title && titleTiers(data).length === 1;
  const { clause, ...own } = tier.limit ? { ...tier.limit, clause: tier.clause } : data.rules.quota;
  if (!stated && !tier.limit && !isOnly) return [];
  const limit: Limit = stated ? { count: stated.count, kind: 'at-most' } : ceiling(own);
  const verdict = judgeCount(count, limit);
  if (verdict === 'fits' || count < limit.count) return [];
  const rests = stated ? '（依据：本届 round.md 的 tiers）' : basis(data, clause);
  const args = { tier: tier.name, count, limit: chineseLimit(limit), basis: rests };
  return [finding(`result-quota-${verdict}`, placeOf(result, `conferred.${group}`), args)];
}

function ceiling(limit: Limit): Limit {
  return limit.kind === 'exactly' ? { ...limit, kind: 'at-most' } : limit;
}
