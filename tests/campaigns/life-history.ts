import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ACT_KINDS, actId, actSchema, reasonsFor } from '#core/acts/act.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { aDossier, aNotice, aProgramme, aResult, aRound, people } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { type Act, addDays, closeOf, dayOf, isWorkday, lastClose, type Story, tell } from './life-model.ts';

/** One random thing somebody does, so long after the thing before. */
interface Move {
  kind: (typeof ACT_KINDS)[number];
  minutes: number;
  /** Days beside the right day, mostly none. */
  shift: number;
  who: number;
  many: boolean;
}

export interface History {
  story: Story;
  acts: Act[];
  life: Dossier;
}

const DAY = 1440;

const move: fc.Arbitrary<Move> = fc.record({
  // Half of all moves suspend or resume, or nothing long would ever be suspended.
  kind: fc.oneof(fc.constantFrom(...ACT_KINDS), fc.constantFrom('suspension', 'resumption', 'extension')),
  minutes: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.constantFrom(0, 1, DAY, 7 * DAY, 12 * DAY)),
  shift: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -3, max: 12 })),
  who: fc.integer({ min: 0, max: 3 }),
  many: fc.boolean(),
});

export const history: fc.Arbitrary<History> = fc
  .record({
    opening: fc.integer({ min: 0, max: 3100 }),
    eve: fc.integer({ min: 0, max: 3 }),
    hour: fc.constantFrom('00:00', '09:00'),
    length: fc.integer({ min: 1, max: 10 }),
    working: fc.boolean(),
    nextDay: fc.boolean(),
    closingTime: fc.constantFrom('24:00' as const, '17:00' as const),
    result: fc.option(fc.integer({ min: 0, max: 40 * DAY })),
    conferred: fc.subarray([0, 1, 2], { minLength: 1 }),
    moves: fc.array(move, { maxLength: 9 }),
  })
  .map(historyOf);

interface Draft {
  opening: number;
  eve: number;
  hour: string;
  length: number;
  working: boolean;
  nextDay: boolean;
  closingTime: '24:00' | '17:00';
  result: number | null;
  conferred: number[];
  moves: Move[];
}

const three = people(3);
const ids = three.map(({ id }) => id);

function historyOf(draft: Draft): History {
  const { length, working, nextDay, closingTime, hour, conferred, moves } = draft;
  const opensOn = addDays('2018-02-01', draft.opening);
  const published = Date.parse(`${addDays(opensOn, -draft.eve)}T${hour}:00+08:00`);
  const story: Story = {
    published,
    opensOn,
    length,
    working,
    nextDay,
    closingTime,
    announced: draft.result === null ? undefined : Math.floor((published + draft.result * 60_000) / 60_000) * 60_000,
    conferred: conferred.map((index) => ids[index] ?? ''),
    people: ids,
  };
  const acts: Act[] = [];
  let at = published - DAY * 60_000;
  for (const one of moves) {
    // Acts of one minute stand in the order of their names; here each has a minute of its own.
    at += Math.max(1, one.minutes) * 60_000;
    acts.push(actOf(one, story, acts, at));
  }
  return { story, acts, life: lifeOf(story, acts) };
}

/** The dates an act states are right, or a little beside it; a stated day is always a day that can count. */
function actOf({ kind, shift, who, many }: Move, story: Story, before: readonly Act[], at: number): Act {
  const { told } = tell(story, before, at);
  const counting = (day: string): string => {
    let date = day;
    while (story.working && !isWorkday(date)) date = addDays(date, 1);
    return date;
  };
  const person = [...story.people, 'nobody'][who] ?? '';
  switch (kind) {
    case 'extension':
      return { kind, at, day: counting(addDays(closeOf(story, told) ?? dayOf(at), 1 + shift)) };
    case 'resumption':
      return { kind, at, day: counting(addDays(dayOf(at), 1 + shift)) };
    case 're-publicity': {
      const day = counting(addDays(dayOf(at), 1 + shift));
      return { kind, at, day, closes: there(closeOf(story, { ...told, opens: day, need: story.length, gaps: [] })) };
    }
    case 'withdraw-candidate':
      return { kind, at, people: [person] };
    case 'revoke':
      return { kind, at, people: who === 3 ? [] : many ? [...new Set([person, story.people[0] ?? ''])] : [person] };
    default:
      return { kind, at };
  }
}

function lifeOf(story: Story, acts: readonly Act[]): Dossier {
  const { length, working, nextDay, closingTime, opensOn, announced } = story;
  const unit = working ? 'working' : 'calendar';
  const countsFrom = nextDay ? 'next-day' : 'opening-day';
  const first = there(closeOf(story, tell(story, [], 0).told));
  const time = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  const result = aResult(three, {
    conferred: [{ tier: 'craftsman', people: [...story.conferred] }],
    published: dayOf(announced ?? 0),
    publishedTime: time(announced ?? 0),
  });
  const records: Entry<ReturnType<typeof actSchema.parse>>[] = [];
  acts.forEach((act, index) => {
    const { told } = tell(story, acts.slice(0, index), act.at);
    const taken = records.map(({ id }) => id);
    const data = actSchema.parse({
      kind: act.kind,
      date: dayOf(act.at),
      publishedTime: time(act.at),
      reasonCode: reasonsFor(act.kind as (typeof ACT_KINDS)[number])[0],
      reason: '据实办理。',
      ...fieldsOf(story, told, act, first),
    });
    const id = actId(data, taken);
    records.push({ id, file: `acts/${id}.md`, data, lines: {}, sections: [] });
  });
  return aDossier({
    programme: aProgramme({ publicity: { stated: true, length, unit, countsFrom, clause: '三' } }),
    round: aRound({ publicity: { opensOn, closesOn: first, ...(closingTime !== '24:00' && { closingTime }) } }),
    notice: aNotice({ published: dayOf(story.published), publishedTime: time(story.published) }),
    people: three,
    result: announced === undefined ? undefined : result,
    acts: records,
    calendar,
  });
}

function fieldsOf(story: Story, told: ReturnType<typeof tell>['told'], act: Act, first: string): object {
  const oldClosesOn = closeOf(story, told) ?? lastClose(story, told) ?? first;
  const { day, closes, people: who = [] } = act;
  switch (act.kind) {
    case 'correction':
      return { of: 'notice', field: 'title', old: '甲', new: '乙' };
    case 'extension':
      return { oldClosesOn, newClosesOn: day };
    case 'suspension':
      return { oldClosesOn };
    case 'resumption': {
      const gaps = told.gaps.map((gap) => (gap.to === undefined ? { ...gap, to: day } : gap));
      return { oldClosesOn, resumesOn: day, newClosesOn: closeOf(story, { ...told, gaps }) ?? day };
    }
    case 're-publicity':
      return { title: '重新公示', opensOn: day, closesOn: closes };
    case 'withdraw-candidate':
      return { person: who[0] };
    case 'revoke':
      return who.length === 0 ? { whole: true } : { people: who };
    default:
      return {};
  }
}

const calendar = createWorkCalendar(
  Array.from({ length: 9 }, (_, index) =>
    calendarYearSchema.parse(JSON.parse(readFileSync(`content/calendar/${2018 + index}.json`, 'utf8'))),
  ),
);
