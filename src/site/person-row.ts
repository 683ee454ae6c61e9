import { chineseSkillLevel } from '#core/words.ts';
import type { Person, PublicRound } from './publication.ts';

/** One line of a list of people. */
export interface PersonRow {
  id: string;
  /** 1 for the first of the office's list. */
  position: number;
  name: string;
  employer: string;
  trade: string;
  /** `高级技师`; the professional title where there is no skill level. */
  level: string | undefined;
  summary: string;
}

export interface PersonGroup {
  /** The tier, where a round has several. */
  tier: string | undefined;
  rows: PersonRow[];
}

export function personRow(person: Person, position: number): PersonRow {
  const { name, employer, trade, skillLevel, professionalTitle, summary } = person.data;
  const level = skillLevel ? chineseSkillLevel[skillLevel] : professionalTitle;
  return { id: person.id, position, name, employer, trade, level, summary };
}

/** The list in the office's order, cut where the tier changes. */
export function personGroups({ people, programme }: PublicRound): PersonGroup[] {
  const tiers = programme.data.rules.tiers;
  const groups: PersonGroup[] = [];
  let key: string | undefined;
  people.forEach((person, index) => {
    const row = personRow(person, index + 1);
    const last = groups.at(-1);
    if (last && person.data.tier === key) last.rows.push(row);
    else groups.push({ tier: tiers.find((tier) => tier.key === person.data.tier)?.name, rows: [row] });
    key = person.data.tier;
  });
  return groups.length === 1 ? groups.map(({ rows }) => ({ tier: undefined, rows })) : groups;
}

/** The list a reader looks for: who was conferred, once that is known; the candidates until then. */
export function standingGroups(round: PublicRound): PersonGroup[] {
  const { result, programme, people } = round;
  if (!result) return personGroups(round);
  const groups = result.data.conferred.map(({ tier, people: ids }) => ({
    tier: programme.data.rules.tiers.find(({ key }) => key === tier)?.name,
    rows: ids.flatMap((id) =>
      people.flatMap((person, index) => (person.id === id ? [personRow(person, index + 1)] : [])),
    ),
  }));
  return groups.length === 1 ? groups.map(({ rows }) => ({ tier: undefined, rows })) : groups;
}

/** What the people of a round are called before the decision: the notice's own word. */
export function candidateWord({ notice }: PublicRound): string {
  return CANDIDATE_WORDS.find((word) => notice.data.title.includes(word)) ?? '公示人选';
}

const CANDIDATE_WORDS = ['拟命名人选', '拟公布人选', '拟表彰人选', '候选人', '人选'];
