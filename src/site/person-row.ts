import { chineseReason, leavingWords } from '#core/acts/act-reason.ts';
import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import { chineseCount, type Subject, SUBJECTS } from '#core/formats/subject.ts';
import { chineseSkillLevel } from '#core/formats/words.ts';
import { lineSubject, listTables } from '#core/lifecycle/list-tables.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Programme } from '#core/programme/programme.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import type { PublicRound } from './publication.ts';
import { lineOf } from './sequence.ts';

/** One line of a list of people. */
export interface PersonRow {
  id: string;
  /** The number in the list as published. */
  position: number;
  name: string;
  employer: string;
  /** Empty where the office's form asks for none. */
  trade: string;
  /** `高级技师`; the professional title where there is no skill level. */
  level: string | undefined;
  /** Empty where nobody wrote one. */
  summary: string;
  /** What stands in the place of the whole line of a person who was taken down; name and all else are empty then. */
  gone: string | undefined;
  /** What the line is about. */
  subject: Subject;
  /** What is to be known of the line and is no mark: `后备第1名`, `递补`, `暂缓命名，结果另行公布`. */
  note: string | undefined;
  /** What became of the person by an act: `2024年9月12日取消候选资格（异议成立）`. */
  mark: string | undefined;
  /** The profile answers with a neutral sentence only. */
  faded: boolean;
}

export interface PersonGroup {
  /** The tier, where a round has several. */
  tier: string | undefined;
  /** `威海工匠（20人）`, `集体（2个）`; absent where one group is all there is. */
  heading: string | undefined;
  rows: PersonRow[];
}

export function personRow(visible: VisiblePerson): PersonRow {
  const { id, position, person, state, profile, line, sentence } = visible;
  const subject = lineSubject(visible);
  const faded = profile === 'neutral';
  if (!person || line === 'neutral') {
    const empty = { name: '', employer: '', trade: '', level: undefined, summary: '', mark: undefined };
    return { id, position, ...empty, gone: sentence ?? '', subject, note: undefined, faded };
  }
  const { name, trade = '', skillLevel, professionalTitle, summary = '' } = person.data;
  const level = skillLevel ? chineseSkillLevel[skillLevel] : professionalTitle;
  const mark = markOf(state);
  const employer = employerOf(person.data);
  return {
    id,
    position,
    name,
    employer,
    trade,
    level,
    summary,
    gone: undefined,
    subject,
    note: noteOf(state),
    mark,
    faded,
  };
}

/** Where somebody works or a collective belongs; a unit that is its own is named once. */
export function employerOf({ name, employer }: Pick<Candidate, 'name' | 'employer'>): string {
  return employer === name ? '' : employer;
}

/** What became of a person by an act, as every list, card, index and picture says it. */
export function markOf(state: VisiblePerson['state']): string | undefined {
  if (state.state !== 'withdrawn' && state.state !== 'revoked') return undefined;
  // A notice withdrawn as a whole says so once, above the list.
  if (state.state === 'withdrawn' && state.by === 'notice') return undefined;
  return `${chineseDate(chinaDate(state.since))}${markWords(state)}`;
}

/** `取消候选资格（异议成立）`; of who left of their own will `退出`, which says all there is to say. */
export function markWords({ state, act }: Extract<VisiblePerson['state'], { state: 'withdrawn' | 'revoked' }>): string {
  const { reasonCode } = act.data;
  if (reasonCode === 'own-wish') return state === 'revoked' ? '本人放弃称号' : leavingWords(reasonCode);
  const what = state === 'revoked' ? '撤销称号' : leavingWords(reasonCode);
  return `${what}（${chineseReason[reasonCode]}）`;
}

/** What is put off is said without a reason, and no longer once it is settled. */
function noteOf(state: VisiblePerson['state']): string | undefined {
  switch (state.state) {
    case 'deferred':
      return state.lifted === undefined ? '暂缓命名，结果另行公布' : '暂缓已解除，结果另行公布';
    case 'honouree':
      return state.movedUp ? '递补' : undefined;
    default:
      return undefined;
  }
}

/** The list in the office's order, cut where the tier changes, persons and collectives in tables of their own. */
export function personGroups({ programme }: PublicRound, visible: readonly VisiblePerson[]): PersonGroup[] {
  const tiers = programme.data.rules.tiers;
  return headed(
    listTables(visible).map(({ tier, lines }) => ({
      tier: tiers.find(({ key }) => key === tier)?.name,
      rows: lines.map((line) => withReserve(line, visible, programme.data)),
    })),
  );
}

/** Reserves are numbered in the order in which they move up. */
function withReserve(line: VisiblePerson, visible: readonly VisiblePerson[], programme: Programme): PersonRow {
  const row = personRow(line);
  const tier = line.person?.data.tier;
  if (row.gone !== undefined || tier === undefined || reserveTarget(tier, programme) === undefined) return row;
  const before = visible.filter(({ person, position }) => position <= line.position && person?.data.tier === tier);
  const own = `后备第${before.length}名`;
  return { ...row, note: row.note === undefined ? own : `${own}，${row.note}` };
}

/** The list a reader looks for: who was conferred, once that is known; until then the candidates who still are. */
export function standingGroups(round: PublicRound): PersonGroup[] {
  const { result, decided } = round;
  if (!result) return personGroups(round, decided.filter(isStanding));
  const deferred = decided.filter(({ state, line }) => state.state === 'deferred' && line === 'whole');
  const groups = [
    ...namedTiers(round).map(({ name, lines }) => ({ tier: name, lines: lines.filter(isStanding) })),
    { tier: '暂缓命名', lines: deferred },
  ].flatMap(({ tier, lines }) => rowTables(lines.map(personRow)).map((rows) => ({ tier, rows })));
  return headed(groups.filter(({ rows }) => rows.length > 0));
}

/** Who was named to each tier by all that was announced so far, in the order of the documents. */
export function namedTiers(round: PublicRound): {
  key: string;
  name: string;
  isTitle: boolean;
  lines: VisiblePerson[];
}[] {
  const { results, programme } = round;
  const groups = results.flatMap(({ data }) => data.conferred);
  return [...new Set(groups.map(({ tier }) => tier))].map((key) => {
    const ids = groups.filter(({ tier }) => tier === key).flatMap(({ people }) => people);
    const tier = programme.data.rules.tiers.find((one) => one.key === key);
    const lines = ids.flatMap((id) => lineOf(round, id) ?? []);
    return { key, name: tier?.name ?? key, isTitle: tier?.title ?? true, lines };
  });
}

/** Rows of one tier, each kind of subject for itself. */
export function rowTables(rows: readonly PersonRow[]): PersonRow[][] {
  return [...new Set(rows.map(({ subject }) => subject))].map((kind) => rows.filter(({ subject }) => subject === kind));
}

function isStanding({ state, line }: VisiblePerson): boolean {
  return line === 'whole' && state.state !== 'withdrawn' && state.state !== 'notConferred';
}

/** A single group needs no name; two of one tier are told apart by what they are lists of. */
function headed(groups: readonly Pick<PersonGroup, 'tier' | 'rows'>[]): PersonGroup[] {
  const [only] = groups;
  if (only && groups.length === 1) return [{ tier: undefined, heading: undefined, rows: only.rows }];
  const mixed = (tier: string | undefined): boolean => groups.filter((one) => one.tier === tier).length > 1;
  return groups.map(({ tier, rows }) => {
    const subject = rows[0]?.subject ?? 'person';
    const { words, counter } = SUBJECTS[subject];
    const own = mixed(tier) && groups.some((one) => (one.rows[0]?.subject ?? 'person') !== subject);
    const heading = own
      ? `${tier === undefined ? '' : `${tier}·`}${words}（${rows.length}${counter}）`
      : tier === undefined
        ? undefined
        : `${tier}（${countOf(rows)}）`;
    return { tier, heading, rows };
  });
}

/** `10人`, `9名个人、2个集体`. */
export function countOf(rows: readonly Pick<PersonRow, 'subject'>[]): string {
  return chineseCount(rows.map(({ subject }) => subject));
}

export function countOfLines(lines: readonly VisiblePerson[]): string {
  return chineseCount(lines.map(lineSubject));
}

/** What those of a round are called before the decision: the notice's own word, which for others than people must not be one of people. */
export function candidateWord({ notice, kind, visible }: Pick<PublicRound, 'notice' | 'kind' | 'visible'>): string {
  const own = kind.person ?? CANDIDATE_WORDS.find((word) => notice.data.title.includes(word)) ?? '公示人选';
  const people = visible.every((line) => SUBJECTS[lineSubject(line)].isPerson);
  if (people || own.endsWith('对象')) return own;
  return kind.person === undefined ? '公示对象' : own.replace(/候选人$|人选$|人员$/u, '对象');
}

/** The same of one of them; of a reserve as its tier is called. */
export function candidateWordOf(
  line: VisiblePerson,
  { notice, kind, programme }: Pick<PublicRound, 'notice' | 'kind' | 'programme'>,
): string {
  const { isPerson, candidate } = SUBJECTS[lineSubject(line)];
  const tier = line.person?.data.tier;
  if (tier !== undefined && reserveTarget(tier, programme.data) !== undefined)
    return programme.data.rules.tiers.find(({ key }) => key === tier)?.name ?? candidate;
  return isPerson ? candidateWord({ notice, kind, visible: [] }) : candidate;
}

/** `候选人10人`, `公示对象9名个人、2个集体`. */
export function candidatesText(round: Pick<PublicRound, 'notice' | 'visible' | 'kind'>): string {
  return `${candidateWord(round)}${countOfLines(round.visible)}`;
}

const CANDIDATE_WORDS = [
  '拟命名人选',
  '拟公布人选',
  '拟表彰人选',
  '拟命名对象',
  '拟表彰对象',
  '拟推荐对象',
  '推荐对象',
  '候选对象',
  '候选人',
  '人选',
];

/** A person of whom everything may be shown, marked or not; the others are in no index. */
export function isIndexed({ profile, person }: VisiblePerson): boolean {
  return profile !== 'neutral' && person !== undefined;
}
