import type { Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { shownTier } from '#core/judging/held-to.ts';
import type { Rule } from '#core/judging/rule.ts';
import { everShown } from '#core/lifecycle/decided.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import { chineseTiers } from '#core/programme/tiers.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import type { Roster } from '#core/records/roster.ts';
import { resultsOf } from '../lifecycle/results.ts';
import { standingAt } from '../lifecycle/standing.ts';
import { limitFindings } from './result-limits.ts';

export const resultNames: Rule = {
  name: 'result-names',
  asks: 'decision',
  description:
    '命名的人都经过公示，公示过的人都有交代，次序、档次、名额与公示一致，后备人选有空缺才递补：各活动都在公示之后从公示名单里决定人选。',
  check(dossier) {
    const { result, roster, notice, takenDown, further = [] } = dossier.folder;
    const limits = limitFindings(dossier);
    if (!result) return [...further.map(({ file }) => finding('result-further-alone', { file })), ...limits];
    const results = resultsOf(dossier.folder);
    const gone = [...takenDown.map(({ id }) => id), ...shownBefore(dossier, results)];
    return [
      ...(notice ? [] : [finding('result-without-notice', { file: result.file })]),
      ...sequence(results),
      ...(roster
        ? [...accountedFor(dossier, results, roster, gone), ...results.flatMap((one) => order(one, roster))]
        : []),
      ...results.flatMap((one) => tiers(dossier, one)),
      ...results.flatMap(accusations),
      ...limits,
    ];
  },
};

type Result = Entry<ResultAnnouncement>;

/** An award that is no title (入围奖) may go to whoever an earlier notice of the round showed. */
function shownBefore({ programme, folder }: Dossier, results: readonly Result[]): string[] {
  const shown = everShown(folder);
  const awards = programme.data.rules.tiers.filter(({ title }) => !title).map(({ key }) => key);
  return results
    .flatMap(({ data }) => data.conferred)
    .flatMap(({ tier, people }) => (awards.includes(tier) ? people.filter((person) => shown.has(person)) : []));
}

/** A 补充公布 comes after what it adds to, and adds something. */
function sequence([, ...further]: readonly Result[]): Finding[] {
  return further.flatMap((one) =>
    one.data.conferred.length + one.data.notConferred.length === 0
      ? [finding('result-further-empty', { file: one.file })]
      : [],
  );
}

/** Every mention in an announcement, with its place. */
function mentions({ data }: Result): { id: string; field: string }[] {
  return [
    ...data.conferred.flatMap(({ people }, group) =>
      people.map((id, index) => ({ id, field: `conferred.${group}.people.${index}` })),
    ),
    ...data.notConferred.map(({ person }, index) => ({ id: person, field: `notConferred.${index}.person` })),
  ];
}

/** @param gone those who were listed and then taken down: they may still be named by their id */
function accountedFor(
  dossier: Dossier,
  results: readonly Result[],
  roster: Entry<Roster>,
  gone: readonly string[],
): Finding[] {
  const all = results.flatMap((result) => mentions(result).map((mention) => ({ ...mention, result })));
  const nameOf = (id: string): string | undefined => roster.data.people.find((row) => row.id === id)?.name;
  const wrong = all.flatMap(({ id, field, result }, index) => {
    const where = placeOf(result, field, nameOf(id));
    if (nameOf(id) === undefined && !gone.includes(id)) return [finding('result-not-listed', where, { id })];
    const earlier = all.slice(0, index).filter((other) => other.id === id);
    // A reserve that was not wanted at first, and whoever was not named, may be named by a later document.
    const again = earlier.some((other) => other.result === result || other.field.startsWith('conferred'));
    return again ? [finding('result-person-twice', where, { id })] : [];
  });
  const [first] = results;
  const before: Instant = first ? publishedAt(first.data) - 1 : -Infinity;
  const { deferred } = standingAt(dossier, before);
  const silent = (id: string): boolean => {
    const shown = shownTier(id, dossier);
    const isReserve = shown !== undefined && reserveTarget(shown, dossier.programme.data) !== undefined;
    // 未递补 needs no word, and who is put off is named when that is over.
    return isReserve || deferred.has(id);
  };
  const unmentioned = roster.data.people
    .filter(({ id }) => !all.some((mention) => mention.id === id) && !silent(id))
    .map(({ id, name }) =>
      finding('result-person-missing', { file: first?.file ?? roster.file, person: name }, { id }),
    );
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
    if (reserveTarget(key, data) !== undefined) {
      return [finding('result-confers-reserve', placeOf(result, `conferred.${group}.tier`), { tier: tier.name })];
    }
    return people.flatMap((id, index) => {
      const person = folder.people.find((one) => one.id === id);
      const shown = shownTier(id, dossier);
      if (!person || shown === undefined || shown === key || reserveTarget(shown, data) === key) return [];
      // Of more shown than are honoured the others may receive what is no title: 焦作工匠入围奖.
      const margin = folder.round.data.tiers.some((one) => one.key === shown && one.atMost !== undefined);
      if (margin && !tier.title) return [];
      const where = placeOf(result, `conferred.${group}.people.${index}`, person.data.name);
      const shownName = data.rules.tiers.find((one) => one.key === shown)?.name ?? shown;
      return [finding('result-tier-differs', where, { shown: shownName, conferred: tier.name })];
    });
  });
}

/** A reason on a public page that accuses somebody who lost: what is wrong with a candidate is an act, with its own reason. */
function accusations(result: Result): Finding[] {
  return result.data.notConferred.flatMap(({ reason = '' }, index) => {
    const word = ACCUSING.exec(reason)?.[0];
    const where = placeOf(result, `notConferred.${index}.reason`);
    if (word !== undefined) return [finding('result-reason-accuses', where, { word })];
    const interim = INTERIM.exec(reason)?.[0];
    return interim === undefined ? [] : [finding('result-reason-interim', where, { word: interim })];
  });
}

const INTERIM = /正在核实|核实后|待核实|收到反映|另行公布|另行研究|暂缓|暂不|待定/u;

const ACCUSING =
  /违法|违纪|违规|犯罪|处分|造假|虚假|不实|弄虚作假|涉嫌|举报|投诉|异议成立|品行|失信|问题|事故|立案|调查|不合格|不达标/u;
