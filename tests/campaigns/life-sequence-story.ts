import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { actId, actSchema, reasonsFor } from '#core/acts/act.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Dossier, LaterFolder } from '#core/records/content.ts';
import { laterNoticeSchema } from '#core/records/notice.ts';
import { aDossier, aNotice, aProgramme, aResult, aRoster, aRound, people } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { type Act, addDays, closeOf, dayOf, isWorkday, lastClose, startOf, type Story, tell } from './life-model.ts';

/** One notice told a second time, and what it is called. */
export interface Told {
  id: string;
  kind: 'shortlist' | 'candidates' | 'supplementary' | 're-publicity';
  story: Story;
}

/** An act about one notice, or about a person wherever they are listed. */
export interface SequenceAct extends Act {
  notice: string;
}

export interface Draft {
  opening: number;
  length: number;
  gap: number;
  eve: number;
  third: 'none' | 'supplementary' | 're-publicity';
  later: number;
  advanced: number[];
  result: number | null;
  moves: { kind: string; minutes: number; shift: number; which: number; who: number }[];
}

const DAY = 1440;
const six = people(6);
export const ids = six.map(({ id }) => id);

export const draft: fc.Arbitrary<Draft> = fc.record({
  opening: fc.integer({ min: 0, max: 2900 }),
  length: fc.integer({ min: 1, max: 7 }),
  gap: fc.integer({ min: 1, max: 60 }),
  eve: fc.integer({ min: 0, max: 3 }),
  third: fc.constantFrom('none' as const, 'supplementary' as const, 're-publicity' as const),
  later: fc.integer({ min: 1, max: 12 }),
  advanced: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
  result: fc.option(fc.integer({ min: 0, max: 40 })),
  moves: fc.array(
    fc.record({
      kind: fc.constantFrom('extension', 'suspension', 'resumption', 'withdraw-candidate', 'withdraw-notice'),
      minutes: fc.oneof(fc.integer({ min: 1, max: 6 * DAY }), fc.constantFrom(1, DAY, 20 * DAY)),
      shift: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 8 })),
      which: fc.integer({ min: 0, max: 2 }),
      who: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 8 },
  ),
});

/** The notices with their dates, the people of each, and the days that each owes the public. */
export function storiesOf({ opening, length, gap, eve, third, later, advanced, result }: Draft): Told[] {
  const common = { length, working: true, nextDay: false, closingTime: '24:00' as const };
  const first = addDays('2018-02-01', opening);
  const shortlisted = storyAt(first, first, ids.slice(0, 4), common);
  const close = there(closeOf(shortlisted, tell(shortlisted, [], 0).told));
  const second = addDays(close, gap);
  const last = addDays(second, later);
  const own = advanced.map((index) => there(ids[index]));
  const notices: Told[] = [
    { id: 'first', kind: 'shortlist', story: shortlisted },
    { id: 'final', kind: 'candidates', story: storyAt(second, addDays(second, eve), own, common) },
    ...(third === 'none'
      ? []
      : [
          {
            id: 'third',
            kind: third,
            story: storyAt(
              last,
              addDays(last, eve),
              third === 'supplementary' ? [there(ids[4])] : [...own.slice(1), there(ids[5])],
              common,
            ),
          },
        ]),
  ];
  const announced = result === null ? undefined : startOf(addDays(third === 'none' ? second : last, 1 + result));
  const deciding = third === 're-publicity' ? notices.slice(2) : notices.slice(1);
  const conferred = deciding.flatMap(({ story }) => story.people).slice(0, 2);
  return notices.map((one) => ({ ...one, story: { ...one.story, announced, conferred } }));
}

function storyAt(
  published: string,
  from: string,
  listed: readonly string[],
  common: Pick<Story, 'length' | 'working' | 'nextDay' | 'closingTime'>,
): Story {
  let opensOn = from;
  while (!isWorkday(opensOn)) opensOn = addDays(opensOn, 1);
  return {
    ...common,
    published: startOf(published),
    opensOn,
    announced: undefined,
    conferred: [],
    again: undefined,
    reserves: [],
    people: listed,
  };
}

export function actsOf({ moves }: Draft, notices: readonly Told[]): SequenceAct[] {
  const acts: SequenceAct[] = [];
  let at = there(notices[0]).story.published;
  for (const { kind, minutes, shift, which, who } of moves) {
    at += minutes * 60_000;
    const notice = there(notices[which % notices.length]);
    const { told } = tell(notice.story, actsAbout(notice, notices, acts, at), at);
    const counting = (day: string): string => (isWorkday(day) ? day : counting(addDays(day, 1)));
    const id = notice.id;
    if (kind === 'extension') {
      acts.push({ kind, at, notice: id, day: counting(addDays(closeOf(notice.story, told) ?? dayOf(at), 1 + shift)) });
    } else if (kind === 'resumption') {
      acts.push({ kind, at, notice: id, day: counting(addDays(dayOf(at), 1 + shift)) });
    } else if (kind === 'withdraw-candidate') acts.push({ kind, at, notice: id, people: [there(ids[who])] });
    else acts.push({ kind, at, notice: id });
  }
  return acts;
}

/** What concerns a notice: what names it, and what is about somebody on it while it stands. */
export function actsAbout(
  notice: Told,
  all: readonly Told[],
  acts: readonly SequenceAct[],
  until: number,
): SequenceAct[] {
  const about = (act: SequenceAct, one: Told): boolean => {
    if (act.people === undefined) return act.notice === one.id;
    const stands = one.story.published <= act.at && act.at < replacedAt(one, all);
    return stands && act.people.some((person) => one.story.people.includes(person));
  };
  return acts
    .filter((act) => act.at <= until)
    .filter((act) => {
      const concerned = all.filter((one) => about(act, one));
      return concerned.length === 0 ? notice.id === 'first' : concerned.includes(notice);
    });
}

/** When another list took the place of this one and restarted it. */
export function replacedAt({ kind, story }: Told, all: readonly Told[]): number {
  const next =
    kind === 'shortlist'
      ? undefined
      : all.find((one) => one.kind === 're-publicity' && one.story.published > story.published);
  return next?.story.published ?? Infinity;
}

export function roundOf({ length }: Draft, notices: readonly Told[], acts: readonly SequenceAct[]): Dossier {
  const [first, ...others] = notices.map((one) => ({
    ...one,
    close: there(closeOf(one.story, tell(one.story, [], 0).told)),
  }));
  const { story, close } = there(first);
  const listed = (own: Story) =>
    six.filter(({ id }) => own.people.includes(id)).sort((a, b) => own.people.indexOf(a.id) - own.people.indexOf(b.id));
  const later = others.map(({ id, kind, story: own, close: closesOn }): LaterFolder => {
    const data = laterNoticeSchema.parse({
      ...{ kind, title: `公示${id}`, issuers: ['澄湖市总工会'], published: dayOf(own.published) },
      publicity: { opensOn: own.opensOn, closesOn },
    });
    const entry = { id, file: `notices/${id}/notice.md`, data, lines: {}, sections: [] };
    return { id, notice: entry, roster: aRoster(listed(own)), approval: undefined };
  });
  const { announced, conferred } = story;
  const dossier = aDossier({
    programme: aProgramme({ publicity: { stated: true, length, unit: 'working', clause: '三' } }),
    round: aRound({ publicity: { opensOn: story.opensOn, closesOn: close } }),
    notice: aNotice({ kind: 'shortlist', published: dayOf(story.published) }),
    people: [...six],
    roster: aRoster(listed(story)),
    result:
      announced === undefined
        ? undefined
        : aResult([], {
            conferred: [{ tier: 'craftsman', people: [...conferred] }],
            published: dayOf(announced),
            conferredOn: dayOf(announced),
          }),
    acts: recordsOf(notices, acts),
    calendar,
  });
  const everywhere = new Set(notices.flatMap((one) => one.story.people));
  return { ...dossier, folder: { ...dossier.folder, people: six.filter(({ id }) => everywhere.has(id)), later } };
}

function recordsOf(notices: readonly Told[], acts: readonly SequenceAct[]): Dossier['folder']['acts'] {
  const taken: string[] = [];
  return acts.map((act, index) => {
    const { kind, at, notice, day, people: who = [] } = act;
    const own = there(notices.find(({ id }) => id === notice));
    const { told } = tell(own.story, actsAbout(own, notices, acts.slice(0, index), at), at);
    const oldClosesOn = closeOf(own.story, told) ?? lastClose(own.story, told);
    const gaps = told.gaps.map((gap) => (gap.to === undefined ? { ...gap, to: day } : gap));
    const fields: Record<string, object> = {
      extension: { oldClosesOn, newClosesOn: day },
      suspension: { oldClosesOn },
      resumption: { oldClosesOn, resumesOn: day, newClosesOn: closeOf(own.story, { ...told, gaps }) ?? day },
      'withdraw-candidate': { person: who[0] },
      'withdraw-notice': {},
    };
    const data = actSchema.parse({
      ...{ kind, date: dayOf(at), publishedTime: new Date(at + 28_800_000).toISOString().slice(11, 16) },
      ...{ reasonCode: reasonsFor(kind as 'extension')[0], reason: '据实办理。', notice },
      ...fields[kind],
    });
    const id = actId(data, taken);
    taken.push(id);
    return { id, file: `acts/${id}.md`, data, lines: {}, sections: [] };
  });
}

const calendar = createWorkCalendar(
  Array.from({ length: 9 }, (_, index) =>
    calendarYearSchema.parse(JSON.parse(readFileSync(`content/calendar/${2018 + index}.json`, 'utf8'))),
  ),
);
