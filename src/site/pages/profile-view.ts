import type { Section } from '#core/records/content.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { chineseDate, chineseFullDate } from '#core/calendar/plain-date.ts';
import { chineseHonourLevel, chineseSkillLevel } from '#core/formats/words.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { standingView, type StandingView } from '#site/person-standing.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import type { Person, PublicRound } from '#site/publication.ts';
import { termView, type WindowView } from './window-view.ts';

/** One person's page: everything, or the name with a mark, or a neutral sentence that names nobody. */
export interface ProfileView {
  id: string;
  /** Absent from a neutral page. */
  name: string | undefined;
  /** The first character, for the seal. */
  initial: string;
  shown: VisiblePerson['profile'];
  standing: StandingView;
  /** What stands in the place of what is not shown. */
  sentence: string | undefined;
  window: WindowView;
  facts: { label: string; text: string }[];
  /** Absent unless everything is shown. */
  story: StoryView | undefined;
  steps: StepView[];
  hasPhoto: boolean;
}

export interface StoryView {
  /** Absent where nobody wrote one. */
  summary: string | undefined;
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

export function profileView(visible: VisiblePerson, round: PublicRound): ProfileView {
  const { id, person, profile: shown, sentence } = visible;
  const standing = standingView(visible, round);
  const window = termView(currentNotice(round), round.window);
  if (!person || shown === 'neutral') {
    const nothing = { name: undefined, initial: '', facts: [], story: undefined, steps: [], hasPhoto: false };
    return { id, shown: 'neutral', standing, sentence, window, ...nothing };
  }
  const whole = shown === 'whole';
  return {
    id,
    name: person.data.name,
    initial: [...person.data.name][0] ?? '',
    shown,
    standing,
    sentence,
    window,
    facts: factsOf(person, round).filter(({ label }) => whole || label === '工作单位'),
    story: whole ? storyOf(person, round) : undefined,
    steps: stepsOf(person, round, standing),
    hasPhoto: whole && person.data.photo !== undefined,
  };
}

/** The notice that rules: the latest 重新公示, where there is one. */
export function currentNotice({ notices }: PublicRound): PublicNotice {
  return notices.at(-1) ?? notices[0];
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
function stepsOf({ data }: Person, round: PublicRound, standing: StandingView): StepView[] {
  const { result, programme } = round;
  const { earlierPublicity } = data;
  const by = programme.data.rules.earlierPublicity?.by === 'district' ? '区市' : '本单位';
  const earlier = earlierPublicity && `，${dateRange(earlierPublicity.opensOn, earlierPublicity.closesOn)}在${by}公示`;
  return [
    { name: '推荐', text: `${data.nominatingBody}${earlier ?? ''}`, target: undefined },
    { name: '公示', text: termView(currentNotice(round), round.window).range, target: 'notice' },
    result && (standing.kind === 'honouree' || standing.kind === 'revoked')
      ? {
          name: '命名',
          text: `${chineseFullDate(result.data.conferredOn)}，${programme.data.conferringAuthority.join('、')}`,
          target: 'result',
        }
      : result
        ? { name: '结果', text: `${chineseDate(result.data.published)}公布，未列入命名名单`, target: 'result' }
        : { name: '命名', text: '以正式公布的结果为准', target: undefined },
  ];
}
