import { SUBJECT_KEYS, subjectOf } from '#core/formats/subject.ts';
import { tierShown } from '#core/judging/held-to.ts';
import { listedPeople } from '#core/judging/listed.ts';
import { resultsOf } from '#core/lifecycle/results.ts';
import type { Dossier } from '#core/records/content.ts';
import { statedTerms } from '#core/records/round.ts';
import { DAY_END } from '#core/window/publicity-window.ts';
import type { Facts } from './facts.ts';

/** The facts of a round: its own data, its programme's, the acts' and the result's. */
export function factsOf({ programme, folder }: Dossier): Facts {
  const { round, notice, acts } = folder;
  const results = resultsOf(folder).map(({ data }) => data);
  const written = [programme.data, round.data, notice?.data, ...results, ...acts.map(({ data }) => data)];
  const dates = new Set(written.flatMap((data) => valuesOf(data).filter((value) => /^\d{4}-\d\d-\d\d$/.test(value))));
  const { opensOn, closesOn, closingTime = DAY_END } = round.data.publicity;
  const moved = acts.flatMap(({ data }) => [
    ...('newClosesOn' in data ? [data.newClosesOn] : []),
    ...('closesOn' in data ? [data.closesOn] : []),
    ...('oldClosesOn' in data ? [data.oldClosesOn] : []),
  ]);
  const closes = new Set<string>([closesOn, ...moved]);
  const named = (key: RegExp): string[] => written.flatMap((data) => valuesOf(data, key));
  const isDay = (value: string): boolean => /^\d{4}-/.test(value);
  const again = acts.flatMap(({ data }) =>
    'opensOn' in data ? [data.opensOn] : 'resumesOn' in data ? [data.resumesOn] : [],
  );
  return {
    dates,
    closes,
    opens: new Set<string>([opensOn, ...again]),
    ends: new Set([...closes, ...named(/closesOn$|Until$|^to$|ends/).filter(isDay), ...deadlinesIn(round.data.stages)]),
    starts: new Set<string>([
      opensOn,
      ...named(/opensOn$|resumesOn$|published$|conferredOn$|^from$|^date$/).filter(isDay),
    ]),
    years: new Set([...dates].map((date) => Number(date.slice(0, 4)))),
    hours: new Set([
      closingTime,
      ...written.flatMap((data) => valuesOf(data).filter((value) => /^\d\d:\d\d$/.test(value))),
    ]),
    closingTime,
    ...countsOf(programme, folder),
    length: statedTerms(programme.data, round.data),
    ...reachable(round.data.channels),
  };
}

/** The facts of one notice of a round with several: the dates and numbers of the others may be told there, its own close is its own. */
export function factsAmong(own: Facts, all: readonly Facts[]): Facts {
  if (all.length < 2) return own;
  const joined = <T>(of: (facts: Facts) => Iterable<T>): Set<T> => new Set(all.flatMap((facts) => [...of(facts)]));
  return {
    ...own,
    dates: joined(({ dates }) => dates),
    ends: joined(({ ends }) => ends),
    starts: joined(({ starts }) => starts),
    years: joined(({ years }) => years),
    hours: joined(({ hours }) => hours),
    counts: joined(({ counts }) => counts),
    tiers: new Map([...own.tiers.keys()].map((name) => [name, joined(({ tiers }) => tiers.get(name) ?? [])] as const)),
  };
}

/** 申报材料于6月29日前报送: a day that the text of a stage itself names as its end. */
function deadlinesIn(
  stages: readonly { opensOn: string; closesOn?: string | undefined; text?: string | undefined }[],
): string[] {
  return stages.flatMap(({ opensOn, closesOn }) => [closesOn ?? opensOn]);
}

function countsOf(
  programme: Dossier['programme'],
  folder: Dossier['folder'],
): Pick<Facts, 'counts' | 'tiers' | 'places'> {
  const { takenDown, round } = folder;
  const people = listedPeople(folder);
  const results = resultsOf(folder);
  const conferred = results.flatMap(({ data }) => data.conferred);
  const totals = results.map(({ data }) => sumOf(data.conferred.map((group) => group.people.length)));
  const tiers = new Map(
    programme.data.rules.tiers.map(({ key, name }) => {
      const listed = people.filter(({ data }) => tierShown(data, programme.data, folder) === key).length;
      const gone = takenDown.filter(({ data }) => data.tier === key).length;
      // By each document, and by all of them together.
      const own = conferred.filter(({ tier }) => tier === key).map((group) => group.people.length);
      const limits = round.data.tiers.filter((one) => one.key === key).flatMap(({ count, atMost }) => [count, atMost]);
      return [
        name,
        new Set([listed, listed + gone, ...own, sumOf(own), ...limits].filter((count) => count !== undefined)),
      ] as const;
    }),
  );
  const { quota } = programme.data.rules;
  const withdrawn = folder.acts.filter(({ data }) => data.kind === 'withdraw-candidate').length;
  const deferred = folder.acts.map(({ data }) => (data.kind === 'deferral' ? data.people.length : 0));
  const list = people.length + takenDown.length;
  const refused = results.map(({ data }) => data.notConferred.length);
  // A sentence may count each kind of subject, the open tiers, or what may be named of them, for itself.
  const kinds = SUBJECT_KEYS.map((key) => people.filter(({ data }) => subjectOf(data) === key).length);
  const open = round.data.openTiers
    ? [round.data.openTiers.atMost, people.filter(({ data }) => data.tier === undefined).length]
    : [];
  const all = [
    ...[people.length, list, list - withdrawn, withdrawn, sumOf(totals), ...totals],
    ...[...refused, ...deferred, ...kinds, ...open],
  ];
  return {
    counts: new Set(all.flatMap((count) => (count !== undefined && count > 0 ? [count] : []))),
    tiers,
    places: quota?.count,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function reachable(
  channels: Dossier['folder']['round']['data']['channels'],
): Pick<Facts, 'lines' | 'mailboxes' | 'postcodes'> {
  const digits = (text: string): string => text.replace(/\D/g, '');
  const lines = channels.flatMap((channel) => {
    if (channel.kind !== 'phone') return [];
    const number = digits(channel.number);
    return channel.areaCode === undefined ? [number] : [number, `${channel.areaCode}${number}`];
  });
  const of = (key: string): string[] => channels.flatMap((channel) => valuesOf(channel, new RegExp(`^${key}$`)));
  return {
    lines: new Set(lines),
    mailboxes: new Set(
      of('address')
        .filter((one) => one.includes('@'))
        .map((one) => one.toLowerCase()),
    ),
    postcodes: new Set(of('postcode')),
  };
}

/** Every text of a record, of the keys that are asked for. */
function valuesOf(data: unknown, key?: RegExp, own = ''): string[] {
  if (typeof data === 'string') return key === undefined || key.test(own) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => valuesOf(value, key, Array.isArray(data) ? own : name));
}
