import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { TAKEDOWN_REASONS } from '#core/acts/act-reason.ts';
import { calendarYearSchema, createWorkCalendar } from '#core/calendar/work-calendar.ts';
import { type Candidate, candidateSchema } from '#core/candidate/candidate.ts';
import { chinesePlace, type Finding, sentence } from '#core/catalogue/finding.ts';
import { type Programme, programmeSchema } from '#core/programme/programme.ts';
import type { Dossier, Entry, RoundFolder, Section } from '#core/records/content.ts';
import { type Notice, NOTICE_PARTS, type NoticePart, noticeSchema } from '#core/records/notice.ts';
import { type ResultAnnouncement, resultSchema } from '#core/records/result.ts';
import { type Roster, rosterSchema } from '#core/records/roster.ts';
import { type Round, roundSchema } from '#core/records/round.ts';
import { type TakenDown, takenDownSchema } from '#core/records/taken-down.ts';

/**
 * A round that no rule objects to, in parts: a test says only what matters to it. The programme asks for little by itself
 * (a route, five working days, one title); a test adds the rule it is about.
 */
const FOLDER = 'programmes/chenghu-craftsman/rounds/2024';

/** The days of 2024 as 国办发明电〔2023〕7号 orders them. */
export const calendar2024 = createWorkCalendar([
  calendarYearSchema.parse(
    JSON.parse(readFileSync(new URL('fixtures/content/base/calendar/2024.json', import.meta.url), 'utf8')),
  ),
]);

type ProgrammeInput = z.input<typeof programmeSchema>;
type Rules = Partial<ProgrammeInput['rules']>;

/** `aProgramme({ quota: { count: 20, kind: 'exactly', clause: '二' } })`. */
export function aProgramme(rules: Rules = {}, rest: Partial<Omit<ProgrammeInput, 'rules'>> = {}): Entry<Programme> {
  const data = programmeSchema.parse({
    name: '澄湖工匠',
    title: '澄湖工匠',
    region: '示例省澄湖市',
    organisers: ['澄湖市总工会'],
    conferringAuthority: ['澄湖市总工会'],
    source: { title: '关于选树澄湖工匠的通知', number: '澄工发〔2024〕8号', issuers: ['澄湖市总工会'] },
    stages: [{ kind: 'publicity', name: '公示', text: '向社会公示5个工作日。', clause: '三、（三）' }],
    ...rest,
    rules: {
      publicity: { stated: true, length: 5, unit: 'working', clause: '三、（三）' },
      outlets: { text: '向社会公示。', clause: '三、（三）' },
      quota: { count: 20, kind: 'at-most', clause: '二' },
      tiers: [{ key: 'craftsman', name: '澄湖工匠', clause: '二' }],
      routes: { allowed: [{ route: 'unionNomination', name: '工会推荐' }], clause: '三、（一）' },
      objection: { text: '异议经查实的，取消资格。', clause: '三、（三）' },
      conferral: { text: '由市总工会命名。', clause: '四' },
      ...rules,
    },
  } satisfies ProgrammeInput);
  return entry('chenghu-craftsman', 'programmes/chenghu-craftsman/programme.md', data);
}

type RoundInput = z.input<typeof roundSchema>;

/** `aRound({ publicity: { closesOn: '2024-09-20' } })`; the window's other date stays. */
export function aRound({
  publicity,
  ...rest
}: Partial<Omit<RoundInput, 'publicity'>> & { publicity?: Partial<RoundInput['publicity']> } = {}): Entry<Round> {
  const data = roundSchema.parse({
    edition: '2024年度',
    year: 2024,
    title: '2024年度澄湖工匠选树',
    publicity: { opensOn: '2024-09-11', closesOn: '2024-09-18', ...publicity },
    outlets: [{ name: '《澄湖日报》' }],
    channels: [
      { kind: 'phone', number: '0000000' },
      { kind: 'email', address: 'objection@chenghu.example.org' },
    ],
    objection: { postmark: 'dispatch', anonymous: 'refused' },
    nominatingBodies: [{ name: '东湾区总工会' }],
    ...rest,
  } satisfies RoundInput);
  return entry('chenghu-craftsman/2024', `${FOLDER}/round.md`, data);
}

type CandidateInput = z.input<typeof candidateSchema>;

/** `aCandidate({ name: '庾岚', texts: { 事迹材料: '…' } })`; the id is the name's place among the defaults unless given. */
export function aCandidate({
  id = 'p3wd9hz',
  texts = {},
  ...change
}: Partial<CandidateInput> & { id?: string; texts?: Record<string, string> } = {}): Entry<Candidate> {
  const data = candidateSchema.parse({
    name: '骆青川',
    employer: '澄湖市远航渡轮有限公司',
    trade: '船舶轮机员',
    route: 'unionNomination',
    nominatingBody: '东湾区总工会',
    summary: '渡轮轮机长，听音辨缸，十八年无误航。',
    ...change,
  } satisfies CandidateInput);
  const sections = Object.entries(texts).map(([heading, text], index) => aSection({ heading, text, line: 20 + index }));
  return { ...entry(id, `${FOLDER}/candidates/${id}.md`, data), sections };
}

/** As many people as asked for, each with a name, an employer and an id of their own. */
export function people(count: number, change: (index: number) => Partial<CandidateInput> = () => ({})) {
  return Array.from({ length: count }, (_, index) =>
    aCandidate({
      id: `c${String(index + 1).padStart(3, '0')}`,
      name: `${'骆庾郜祁逄郗阚麴亓仇'[index % 10]}${'川岚雷岭涛澜峰苇舟霖'[Math.floor(index / 10) % 10]}`,
      employer: `澄湖市${'一二三四五六七八九十'[index % 10]}厂`,
      ...change(index),
    }),
  );
}

export function aNotice(
  change: Partial<z.input<typeof noticeSchema>> = {},
  parts: readonly NoticePart[] = NOTICE_PARTS,
): Entry<Notice> {
  const data = noticeSchema.parse({
    title: '关于2024年度澄湖工匠候选人的公示',
    issuers: ['澄湖市总工会'],
    published: '2024-09-10',
    ...change,
  });
  const sections = parts.map((part, index) => aSection({ text: `【${part}】`, parts: [part], line: 6 + index }));
  return { ...entry('chenghu-craftsman/2024', `${FOLDER}/notice.md`, data), sections };
}

/** The announcement that confers everybody listed, unless it says otherwise. */
export function aResult(
  listed: readonly Entry<Candidate>[],
  change: Partial<z.input<typeof resultSchema>> = {},
): Entry<ResultAnnouncement> {
  const data = resultSchema.parse({
    title: '关于命名2024年度澄湖工匠的决定',
    issuers: ['澄湖市总工会'],
    conferredOn: '2024-10-16',
    published: '2024-10-16',
    conferred: [{ tier: 'craftsman', people: listed.map(({ id }) => id) }],
    ...change,
  });
  return entry('chenghu-craftsman/2024', `${FOLDER}/result.md`, data);
}

/** The office's list of these people, in this order. */
export function aRoster(
  listed: readonly Entry<Candidate>[],
  change: (row: Roster['people'][number]) => Partial<Roster['people'][number]> = () => ({}),
): Entry<Roster> {
  const rows = listed.map(({ id, data }) => ({ id, name: data.name, employer: data.employer }));
  const data = rosterSchema.parse({
    orderedBy: '排名不分先后',
    people: rows.map((row) => ({ ...row, ...change(row) })),
  });
  return entry('chenghu-craftsman/2024', `${FOLDER}/roster.json`, data);
}

/** A published round with one candidate; parts given as `undefined` are absent. */
export function aDossier({
  programme = aProgramme(),
  earlier = [],
  calendar = calendar2024,
  ...given
}: Partial<Omit<Dossier, 'folder'>> & Partial<Omit<RoundFolder, 'id' | 'edition'>> = {}): Dossier {
  const { round = aRound(), people: listed = [aCandidate()], result } = given;
  const roster = 'roster' in given ? given.roster : aRoster(listed);
  const notice = 'notice' in given ? given.notice : aNotice();
  const { approval, acts = [], takenDown = [] } = given;
  const folder = { id: round.id, edition: '2024', round, roster, people: listed, notice, approval, result };
  return { programme, folder: { ...folder, acts, takenDown }, earlier, calendar };
}

/** What is left of somebody who was taken down after publication. */
export function aTakenDown(id: string, position: number, tier?: string): Entry<TakenDown> {
  const data = takenDownSchema.parse({
    id,
    programme: 'chenghu-craftsman',
    round: '2024',
    date: '2024-09-20',
    reasonCode: TAKEDOWN_REASONS[0],
    digest: '0'.repeat(64),
    position,
    tier,
  });
  return entry(id, `${FOLDER}/taken-down/${id}.json`, data);
}

export function aSection({ heading, text = '', parts = [], line = 6 }: Partial<Section>): Section {
  return { ...(heading !== undefined && { heading }), html: `<p>${text}</p>`, text, parts, line };
}

/** What the findings say, as a clerk reads it: `✗ roster.json「people」：… [quota-missed]`, paths below the round's folder. */
export function said(findings: readonly Finding[]): string[] {
  return findings.map((one) => {
    const place = chinesePlace({ ...one.where, file: one.where.file.replace(`${FOLDER}/`, '') });
    return `${one.level === 'error' ? '✗' : '△'} ${place}：${sentence(one)} [${one.code}]`;
  });
}

function entry<T>(id: string, file: string, data: T): Entry<T> {
  return { id, file, data, lines: {}, sections: [] };
}
