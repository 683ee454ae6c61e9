import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import { calendarYearSchema } from '#core/calendar/work-calendar.ts';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { type Programme, programmeSchema } from '#core/programme/programme.ts';
import type { Content, Entry, RoundFolder, Section } from '#core/records/content.ts';
import { noticeSchema } from '#core/records/notice.ts';
import { type ResultAnnouncement, resultSchema } from '#core/records/result.ts';
import { rosterSchema } from '#core/records/roster.ts';
import { type Round, roundSchema } from '#core/records/round.ts';
import { type SiteSettings, siteSettingsSchema } from '#core/records/site-settings.ts';
import { type Person, type Publication, type PublicRound, publish } from '#site/publication.ts';

/** Shapes as they stand in content files, before the schema has filled in its defaults. */
type Written<T> = { [K in keyof T]?: unknown };

/** 中秋节 of 2024 as the State Council announced it, 国办发明电〔2023〕7号. */
const CALENDAR_2024 = {
  year: 2024,
  coverage: { from: '2024-01-01', to: '2024-12-31' },
  document: {
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    number: '国办发明电〔2023〕7号',
    date: '2023-10-25',
  },
  holidays: [{ name: '中秋节', daysOff: ['2024-09-15', '2024-09-16', '2024-09-17'], makeUpWorkdays: ['2024-09-14'] }],
};

export function aSection(html: string, heading?: string): Section {
  return { ...(heading !== undefined && { heading }), html, text: html.replace(/<[^>]*>/g, ''), parts: [], line: 1 };
}

export function aSite(given: Written<SiteSettings> = {}): SiteSettings {
  return siteSettingsSchema.parse({
    name: '示例榜',
    description: '公示与结果。',
    organiser: '示例市总工会',
    address: 'https://example.org/gongjiang/',
    ...given,
  });
}

export function aProgramme(given: Written<Programme> = {}, rules: Written<Programme['rules']> = {}): Programme {
  return programmeSchema.parse({
    name: '示例工匠',
    title: '示例工匠',
    region: '示例市',
    organisers: ['示例市总工会'],
    conferringAuthority: ['示例市人民政府'],
    source: { title: '关于选树示例工匠的通知', number: '示工〔2024〕1号', issuers: ['示例市总工会'] },
    stages: [
      { kind: 'nomination', name: '推荐', text: '逐级推荐。', clause: '一' },
      { kind: 'publicity', name: '公示', text: '向社会公示。', clause: '二' },
      { kind: 'conferral', name: '市政府公布', text: '发文公布。', clause: '三' },
    ],
    rules: {
      publicity: { stated: true, length: 5, unit: 'working', clause: '二' },
      outlets: { text: '在报纸公示。', clause: '二' },
      quota: { count: 2, kind: 'at-most', clause: '四' },
      tiers: [{ key: 'craftsman', name: '示例工匠', prize: 10_000, awards: ['证书'], clause: '五' }],
      routes: { allowed: [{ route: 'unionNomination', name: '工会推荐' }], clause: '一' },
      objection: { text: '异议成立的，取消资格。', clause: '二' },
      conferral: { text: '由市政府公布。', clause: '三' },
      ...rules,
    },
    ...given,
  });
}

export function aPerson(id: string, given: Written<Person['data']> = {}): Person {
  const data = candidateSchema.parse({
    name: '李明',
    employer: '示例机床厂',
    trade: '钳工',
    route: 'unionNomination',
    nominatingBody: '示例区总工会',
    summary: '从事钳工二十年。',
    ...given,
  });
  return entry(id, data, [aSection('<p>手上有准头。</p>', '主要事迹')]);
}

export interface ARound {
  edition?: string;
  round?: Written<Round>;
  publicity?: Written<Round['publicity']>;
  published?: string;
  publishedTime?: string;
  people?: Person[];
  result?: Written<ResultAnnouncement>;
  text?: Section[];
}

/** A window of 5 working days over 中秋节 2024: 11, 12, 13, 14 (make-up) and 18 September. */
function aRoundFolder(programme: string, given: ARound = {}): RoundFolder {
  const { edition = '2024', people = [aPerson('p1')] } = given;
  const id = `${programme}/${edition}`;
  const round = roundSchema.parse({
    edition: `${edition}年度`,
    year: Number(edition.slice(0, 4)),
    title: `${edition}年度示例工匠选树`,
    publicity: { opensOn: '2024-09-11', closesOn: '2024-09-18', ...given.publicity },
    outlets: [{ name: '示例日报' }],
    channels: [
      {
        kind: 'phone',
        name: '生产部',
        areaCode: '0631',
        number: '0000000',
        hours: [{ from: '08:30', to: '17:30' }],
      },
      { kind: 'email', name: '生产部', address: 'office@example.org' },
    ],
    objection: { postmark: 'dispatch', anonymous: 'refused' },
    nominatingBodies: [{ name: '示例区总工会' }],
    ...given.round,
  });
  const notice = noticeSchema.parse({
    title: `关于${edition}年度示例工匠候选人的公示`,
    issuers: ['示例市总工会'],
    published: given.published ?? '2024-09-10',
    ...(given.publishedTime && { publishedTime: given.publishedTime }),
  });
  const roster = rosterSchema.parse({
    orderedBy: '按姓氏笔画排序',
    people: people.map((person) => ({ id: person.id, name: person.data.name, employer: person.data.employer })),
  });
  const result =
    given.result &&
    resultSchema.parse({
      title: `关于公布${edition}年度示例工匠的通知`,
      issuers: ['示例市人民政府'],
      conferredOn: '2024-10-16',
      published: '2024-10-16',
      conferred: [{ tier: 'craftsman', people: people.map((person) => person.id) }],
      ...given.result,
    });
  return {
    id,
    edition,
    round: entry(id, round),
    roster: entry(id, roster),
    people: [...people].reverse(),
    notice: entry(id, notice, given.text ?? [aSection('<p>现予公示。</p>')]),
    result: result && entry(id, result),
    acts: [],
    takenDown: [],
  };
}

export function aContent(given: { site?: SiteSettings; programme?: Programme; rounds?: ARound[] } = {}): Content {
  const { site = aSite(), programme = aProgramme(), rounds = [{}] } = given;
  return {
    site: entry('site', site),
    calendarYears: [entry('2024', calendarYearSchema.parse(CALENDAR_2024))],
    regionalCalendars: [],
    programmes: [
      {
        id: 'example',
        programme: entry('example', programme),
        rounds: rounds.map((round) => aRoundFolder('example', round)),
      },
    ],
  };
}

/** What is public at an instant, by default long after everything. */
export function aPublication(
  given: Parameters<typeof aContent>[0] = {},
  now = '2025-01-01T00:00:00+08:00',
): Publication {
  return publish(aContent(given), instant(now));
}

export function aPublicRound(given: ARound = {}, programme: Programme = aProgramme()): PublicRound {
  const [round] = aPublication({ programme, rounds: [given] }).rounds;
  if (!round) throw new Error('the round is not public');
  return round;
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
}

function entry<T>(id: string, data: T, sections: Section[] = []): Entry<T> {
  return { id, file: `programmes/${id.replace('/', '/rounds/')}/round.md`, data, lines: {}, sections };
}
