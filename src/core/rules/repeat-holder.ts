import type { PlainDate } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { basis } from '#core/judging/basis.ts';
import { haveSameName, isSameEmployer, type Person } from '#core/judging/naming.ts';
import type { Rule } from '#core/judging/rule.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type Dossier, placeOf, type RoundFolder } from '#core/records/content.ts';
import { resultsOf } from '../lifecycle/results.ts';

export const repeatHolder: Rule = {
  name: 'repeat-holder',
  description: '已获称号的人不再推荐，出自各活动通知关于不重复参评的条款（rules.repeat），例如连工发〔2019〕33号三。',
  check(dossier) {
    const { programme, folder, earlier } = dossier;
    const rule = programme.data.rules.repeat;
    if (!rule) return [];
    const holders = earlier
      .flatMap((round) => holdersOf(round, programme.data))
      .filter(({ since }) => isBarred(since, rule.withinYears, folder.round.data.publicity.opensOn));
    return folder.people.flatMap((person) =>
      holders
        .filter((holder) => haveSameName(person.data, holder))
        .map((holder) => verdict(dossier, person, holder, rule)),
    );
  },
};

interface Holder extends Person {
  edition: string;
  since: PlainDate;
}

/** Those who received a title; an 入围奖 bars nobody. */
function holdersOf(folder: RoundFolder, programme: Programme): Holder[] {
  const { round, roster, people } = folder;
  const titled = resultsOf(folder).flatMap(({ data }) =>
    data.conferred
      .filter(({ tier }) => programme.rules.tiers.find(({ key }) => key === tier)?.title !== false)
      .map((group) => ({ ...group, since: data.conferredOn })),
  );
  return titled.flatMap((group) =>
    group.people.flatMap((id) => {
      const known = roster?.data.people.find((row) => row.id === id) ?? people.find((one) => one.id === id)?.data;
      if (!known) return [];
      const { name, employer } = known;
      return [{ name, employer, edition: round.data.edition, since: group.since }];
    }),
  );
}

function isBarred(since: PlainDate, years: number | undefined, opensOn: PlainDate): boolean {
  if (years === undefined) return true;
  const freeFrom = `${Number(since.slice(0, 4)) + years}${since.slice(4)}`;
  return opensOn < freeFrom;
}

function verdict(
  { programme: { data } }: Dossier,
  person: Dossier['folder']['people'][number],
  holder: Holder,
  { strength, text, clause }: NonNullable<Programme['rules']['repeat']>,
): Finding {
  const where = placeOf(person, 'name', person.data.name);
  const { name, employer, edition, since } = holder;
  const args = { name, employer, edition, since, title: data.title, text, basis: basis(data, clause) };
  if (!isSameEmployer(person.data, holder)) return finding('repeat-holder-namesake', where, args);
  return finding(strength === 'general' ? 'repeat-holder-general' : 'repeat-holder', where, args);
}
