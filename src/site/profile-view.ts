import type { Section } from '#core/content.ts';
import { chineseDate, chineseFullDate } from '#core/plain-date.ts';
import { chineseHonourLevel, chineseSkillLevel } from '#core/words.ts';
import { dateRange } from './chinese-dates.ts';
import { candidateWord } from './person-row.ts';
import type { Person, PublicRound } from './publication.ts';
import { windowView, type WindowView } from './window-view.ts';

/** One person's page. Who is not conferred keeps the line of the list and nothing more: the record fades with the window. */
export interface ProfileView {
  id: string;
  name: string;
  /** The first character, for the seal. */
  initial: string;
  standing: Standing;
  window: WindowView;
  facts: { label: string; text: string }[];
  /** Absent from a faded record. */
  story: StoryView | undefined;
  steps: StepView[];
  hasPhoto: boolean;
}

export type Standing =
  | { kind: 'candidate'; text: string }
  | { kind: 'honouree'; text: string; authority: string }
  | { kind: 'not-conferred'; text: string };

export interface StoryView {
  summary: string;
  photo: Person['data']['photo'];
  sections: readonly Section[];
  honours: { name: string; note: string }[];
  skills: { label: string; items: string[] }[];
}

export interface StepView {
  name: string;
  text: string;
  target: 'notice' | 'result' | undefined;
}

export function profileView(person: Person, round: PublicRound): ProfileView {
  const standing = standingOf(person, round);
  const faded = standing.kind === 'not-conferred';
  const facts = faded ? factsOf(person, round).filter(({ label }) => label === '工作单位') : factsOf(person, round);
  return {
    id: person.id,
    name: person.data.name,
    initial: [...person.data.name][0] ?? '',
    standing,
    window: windowView(round.window),
    facts,
    story: faded ? undefined : storyOf(person, round),
    steps: stepsOf(person, round, standing),
    hasPhoto: !faded && person.data.photo !== undefined,
  };
}

function standingOf(person: Person, round: PublicRound): Standing {
  const { programme, data, result } = round;
  const where = `${data.edition}${programme.data.title}`;
  const tier = result?.data.conferred.find(({ people }) => people.includes(person.id))?.tier;
  if (!result) return { kind: 'candidate', text: `${where}${candidateWord(round)}` };
  if (tier === undefined) return { kind: 'not-conferred', text: `${where}${candidateWord(round)}，未列入命名名单` };
  const rule = programme.data.rules.tiers.find(({ key }) => key === tier);
  const title = rule?.name ?? programme.data.title;
  const date = chineseDate(result.data.conferredOn);
  const verb = rule?.title === false ? '获得' : '被命名为';
  return {
    kind: 'honouree',
    text: `${date}${verb}${title}`,
    authority: programme.data.conferringAuthority.join('、'),
  };
}

function factsOf({ data }: Person, { programme }: PublicRound): ProfileView['facts'] {
  const route = programme.data.rules.routes.allowed.find(({ route }) => route === data.route)?.name;
  const facts: [string, string | undefined][] = [
    ['工作单位', data.employer],
    ['所在区市', data.district],
    ['岗位', data.post],
    ['工种', data.trade],
    ['行业', data.industry],
    ['技能等级', data.skillLevel && chineseSkillLevel[data.skillLevel]],
    ['职称', data.professionalTitle],
    ['从业年限', data.yearsInTrade === undefined ? undefined : `${data.yearsInTrade}年`],
    ['推荐单位', data.nominatingBody],
    ['推荐途径', route],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function storyOf({ data, sections }: Person, { programme }: PublicRound): StoryView {
  const conditions = programme.data.rules.conditions?.oneOf.filter(({ key }) => data.conditions.includes(key)) ?? [];
  const patents = data.patents.map(({ name, number }) => `${name}${number ? `（专利号 ${number}）` : ''}`);
  const skills: [string, string[]][] = [
    ['绝技绝活', data.signatureSkills],
    ['先进操作法', data.workMethods],
    ['发明专利', patents],
    ['传帮带', data.mentoring === undefined ? [] : [data.mentoring]],
    ['符合的推荐条件', conditions.map(({ text }) => text)],
  ];
  return {
    summary: data.summary,
    photo: data.photo,
    sections,
    honours: data.honours.map(({ name, level, year }) => ({
      name,
      note: [year && `${year}年`, level && chineseHonourLevel[level]].filter(Boolean).join('，'),
    })),
    skills: skills.flatMap(([label, items]) => (items.length > 0 ? [{ label, items }] : [])),
  };
}

/** 推荐 → 公示 → 命名: what is known, with its date; nothing that only a clock could say. */
function stepsOf({ data }: Person, round: PublicRound, standing: Standing): StepView[] {
  const { window, result, programme } = round;
  const { earlierPublicity } = data;
  const by = programme.data.rules.earlierPublicity?.by === 'district' ? '区市' : '本单位';
  const earlier = earlierPublicity && `，${dateRange(earlierPublicity.opensOn, earlierPublicity.closesOn)}在${by}公示`;
  return [
    { name: '推荐', text: `${data.nominatingBody}${earlier ?? ''}`, target: undefined },
    { name: '公示', text: windowView(window).range, target: 'notice' },
    result && standing.kind === 'honouree'
      ? { name: '命名', text: `${chineseFullDate(result.data.conferredOn)}，${standing.authority}`, target: 'result' }
      : result
        ? { name: '结果', text: `${chineseDate(result.data.published)}公布，未列入命名名单`, target: 'result' }
        : { name: '命名', text: '以正式公布的结果为准', target: undefined },
  ];
}
