import { chineseReason } from '#core/acts/act-reason.ts';
import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import { chineseSkillLevel } from '#core/formats/words.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
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
  /** What became of the person by an act: `2024年9月12日取消候选资格（异议成立）`. */
  mark: string | undefined;
  /** The profile answers with a neutral sentence only. */
  faded: boolean;
}

export interface PersonGroup {
  /** The tier, where a round has several. */
  tier: string | undefined;
  rows: PersonRow[];
}

export function personRow({ id, position, person, state, profile, line, sentence }: VisiblePerson): PersonRow {
  const faded = profile === 'neutral';
  if (!person || line === 'neutral') {
    const empty = { name: '', employer: '', trade: '', level: undefined, summary: '', mark: undefined };
    return { id, position, ...empty, gone: sentence ?? '', faded };
  }
  const { name, employer, trade = '', skillLevel, professionalTitle, summary = '' } = person.data;
  const level = skillLevel ? chineseSkillLevel[skillLevel] : professionalTitle;
  return { id, position, name, employer, trade, level, summary, gone: undefined, mark: markOf(state), faded };
}

/** What became of a person by an act, as every list, card, index and picture says it. */
export function markOf(state: VisiblePerson['state']): string | undefined {
  if (state.state !== 'withdrawn' && state.state !== 'revoked') return undefined;
  // A notice withdrawn as a whole says so once, above the list.
  if (state.state === 'withdrawn' && state.by === 'notice') return undefined;
  const what = state.state === 'revoked' ? '撤销称号' : '取消候选资格';
  return `${chineseDate(chinaDate(state.since))}${what}（${chineseReason[state.act.data.reasonCode]}）`;
}

/** The list in the office's order, cut where the tier changes. */
export function personGroups({ programme }: PublicRound, visible: readonly VisiblePerson[]): PersonGroup[] {
  const tiers = programme.data.rules.tiers;
  const groups: PersonGroup[] = [];
  let key: string | undefined;
  for (const one of visible) {
    // Whoever was taken down stands where the list had them: in the group they interrupt.
    const own = one.person ? one.person.data.tier : (key ?? visible.find(({ person }) => person)?.person?.data.tier);
    const row = personRow(one);
    const last = groups.at(-1);
    if (last && own === key) last.rows.push(row);
    else groups.push({ tier: tiers.find((tier) => tier.key === own)?.name, rows: [row] });
    key = own;
  }
  return named(groups);
}

/** The list a reader looks for: who was conferred, once that is known; until then the candidates who still are. */
export function standingGroups(round: PublicRound): PersonGroup[] {
  const { result, programme, decided } = round;
  if (!result) return personGroups(round, decided.filter(isStanding));
  const groups = result.data.conferred.map(({ tier, people: ids }) => ({
    tier: programme.data.rules.tiers.find(({ key }) => key === tier)?.name,
    rows: ids.flatMap((id) => {
      const line = lineOf(round, id);
      return line && isStanding(line) ? [personRow(line)] : [];
    }),
  }));
  return named(groups.filter(({ rows }) => rows.length > 0));
}

function isStanding({ state, line }: VisiblePerson): boolean {
  return line === 'whole' && state.state !== 'withdrawn' && state.state !== 'notConferred';
}

/** A single group needs no name. */
function named(groups: PersonGroup[]): PersonGroup[] {
  return groups.length === 1 ? groups.map(({ rows }) => ({ tier: undefined, rows })) : groups;
}

/** What the people of a round are called before the decision: the notice's own word. */
export function candidateWord({ notice, kind }: Pick<PublicRound, 'notice' | 'kind'>): string {
  return kind.person ?? CANDIDATE_WORDS.find((word) => notice.data.title.includes(word)) ?? '公示人选';
}

const CANDIDATE_WORDS = ['拟命名人选', '拟公布人选', '拟表彰人选', '候选人', '人选'];

/** A person of whom everything may be shown, marked or not; the others are in no index. */
export function isIndexed({ profile, person }: VisiblePerson): boolean {
  return profile !== 'neutral' && person !== undefined;
}
