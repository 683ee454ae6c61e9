import { chineseDate, chineseFullDate } from '#core/calendar/plain-date.ts';
import { ALL_FIELDS, type Candidate, type OwnLayout, valueOf } from '#core/candidate/candidate.ts';
import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { inOrder } from '#core/candidate/field.ts';
import { isPerson, subjectOf, SUBJECTS } from '#core/formats/subject.ts';
import { chineseHonourLevel } from '#core/formats/words.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import { conferralOf, numberOf } from '#core/lifecycle/results.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { districtWord } from '#core/programme/districts.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Section } from '#core/records/content.ts';
import { noticeAddress } from '#site/address.ts';
import { pictureOf } from '#site/person-picture.ts';
import { employerOf } from '#site/person-row.ts';
import { type StandingView, standingView } from '#site/person-standing.ts';
import type { Person, PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { type ActView, correctionsView } from './acts-view.ts';
import { objectionView } from './objection-view.ts';
import { officeAnchor, officeFor } from './office-view.ts';
import { timelineView, type TimelineYear } from './timeline-view.ts';
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
  /** What was corrected of this person, old and new. */
  corrections: ActView[];
  hasPhoto: boolean;
  /** The craft whose motif stands where there is no portrait. */
  motif: CraftFamily | undefined;
  /** Where the lists have offices of their own: the one that takes objections to this person, and its place on the page of objections. */
  office: { text: string; anchor: string } | undefined;
}

export interface StoryView {
  /** Absent where nobody wrote one. */
  summary: string | undefined;
  photo: Person['data']['photo'];
  sections: readonly Section[];
  honours: { name: string; note: string }[];
  skills: { label: string; items: string[] }[];
  quote: Candidate['quote'];
  figures: Candidate['figures'];
  film: Candidate['film'];
  process: Candidate['process'];
  works: Candidate['works'];
  timeline: TimelineYear[];
  /** Who of them may be named is known to the whole site alone (`lineageView`). */
  lineage: Candidate['lineage'];
}

export interface StepView {
  name: string;
  text: string;
  target: 'notice' | 'result' | undefined;
  /** Of a notice among several. */
  address?: string;
  /** Of a result: 1, or 2 and on for a 补充公布. */
  announcement?: number;
}

export function profileView(visible: VisiblePerson, round: PublicRound): ProfileView {
  const { id, person, profile: shown, sentence } = visible;
  const standing = standingView(visible, round);
  const window = termView(currentNotice(round), round.window);
  if (!person || shown === 'neutral') {
    const nothing = {
      name: undefined,
      initial: '',
      facts: [],
      story: undefined,
      steps: [],
      corrections: [],
      hasPhoto: false,
      motif: undefined,
      office: undefined,
    };
    return { id, shown: 'neutral', standing, sentence, window, ...nothing };
  }
  const whole = shown === 'whole';
  const programme = round.programme.data;
  const picture = pictureOf(visible);
  return {
    id,
    ...OWN_LAYOUT.name(person.data.name),
    // A collective has no portrait, nor the seal that stands for one.
    ...(!isPerson(person.data) && { initial: '' }),
    shown,
    standing,
    sentence,
    window,
    facts: factsOf(person.data, programme, whole),
    story: whole ? storyOf(person, programme) : undefined,
    steps: stepsOf(person, round, standing),
    corrections: correctionsView(id, round),
    hasPhoto: picture.kind === 'photo',
    motif: picture.kind === 'motif' ? picture.family : undefined,
    office: ownOffice(person.data, round),
  };
}

function ownOffice({ tier }: Candidate, round: PublicRound): ProfileView['office'] {
  const { offices } = objectionView(round);
  if (offices[0].heading === undefined) return undefined;
  const office = officeFor(offices, tier);
  const lines = office.channels.map(({ label, text }) => `${label} ${text}`);
  return { text: `异议受理：${office.to}，${lines.join('；')}`, anchor: officeAnchor(office) };
}

/** The notice that rules: the latest 重新公示, where there is one. */
export function currentNotice({ notices }: Pick<PublicRound, 'notices'>): PublicNotice {
  return notices.at(-1) ?? notices[0];
}

/** The facts beside the portrait; with a mark alone stand those that do not fade. */
function factsOf(person: Candidate, programme: Programme, whole: boolean): ProfileView['facts'] {
  const fields = ALL_FIELDS.flatMap((field) => {
    const { key, profile, fades } = field;
    return typeof profile === 'object' && profile.as === 'fact' && (whole || !fades)
      ? [
          {
            key,
            behind: profile.behind,
            label: key === 'employer' ? SUBJECTS[subjectOf(person)].heads.employer : labelOf(profile.label, programme),
            text: profile.text(valueOf(person, field), programme),
          },
        ]
      : [];
  }).filter(({ key }) => key !== 'employer' || employerOf(person) !== '');
  return inOrder(fields).flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text }]));
}

function labelOf(label: string | ((programme: Programme) => string), programme: Programme): string {
  return typeof label === 'string' ? label : label(programme);
}

/** The lists under 荣誉和成果, behind the honours. */
function listsOf(person: Candidate, programme: Programme): StoryView['skills'] {
  const fields = ALL_FIELDS.flatMap((field) => {
    const { key, profile } = field;
    return typeof profile === 'object' && profile.as === 'list'
      ? [{ key, behind: profile.behind, label: profile.label, items: profile.items(valueOf(person, field), programme) }]
      : [];
  });
  return inOrder(fields).flatMap(({ label, items }) => (items.length > 0 ? [{ label, items: [...items] }] : []));
}

/** What the page lays out by itself: a field of which the table says so and that is not here does not compile. */
const OWN_LAYOUT = {
  name: (name) => ({ name, initial: [...name][0] ?? '' }),
  summary: (summary) => summary,
  photo: (photo) => photo,
  quote: (quote) => quote,
  figures: (figures) => figures,
  film: (film) => film,
  process: (process) => process,
  works: (works) => works,
  timeline: (timeline) => timeline,
  lineage: (lineage) => lineage,
  honours: (honours) =>
    honours.map(({ name, level, year }) => ({
      name,
      note: [year && `${year}年`, level && chineseHonourLevel[level]].filter(Boolean).join('，'),
    })),
  earlierPublicity: (window, { rules, districts }) => {
    const by = rules.earlierPublicity?.by === 'district' ? `所在${districtWord({ districts })}` : '本单位';
    return window ? `，${dateRange(window.opensOn, window.closesOn)}在${by}公示` : '';
  },
} satisfies { [K in OwnLayout]: (value: Candidate[K], programme: Programme) => unknown };

function storyOf({ data, sections }: Person, programme: Programme): StoryView {
  return {
    summary: OWN_LAYOUT.summary(data.summary),
    photo: OWN_LAYOUT.photo(data.photo),
    sections,
    honours: OWN_LAYOUT.honours(data.honours),
    skills: listsOf(data, programme),
    quote: OWN_LAYOUT.quote(data.quote),
    figures: OWN_LAYOUT.figures(data.figures),
    film: OWN_LAYOUT.film(data.film),
    process: OWN_LAYOUT.process(data.process),
    works: OWN_LAYOUT.works(data.works),
    timeline: timelineView({ ...data, timeline: OWN_LAYOUT.timeline(data.timeline) }),
    lineage: OWN_LAYOUT.lineage(data.lineage),
  };
}

/** Every notice that lists the person, with its window. */
function noticeSteps(id: string, { sequence, ...round }: PublicRound): StepView[] {
  const listing = sequence.filter(({ visible }) => visible.some((line) => line.id === id));
  if (sequence.length < 2) {
    return [{ name: '公示', text: termView(currentNotice(round), round.window).range, target: 'notice' }];
  }
  return listing.map((one) => ({
    name: publicityWord(one),
    text: termView(currentNotice(one), one.window).range,
    target: 'notice',
    address: noticeAddress(one.id),
  }));
}

function outcome({ text }: StandingView): string {
  return text.endsWith('未递补') ? '未递补' : '未命名';
}

/** 推荐 → 公示 → 命名: what is known, with its date; nothing that only a clock could say. */
function stepsOf({ id, data }: Person, round: PublicRound, standing: StandingView): StepView[] {
  const { results, programme } = round;
  const [result] = results;
  const named = conferralOf(id, results)?.result;
  const earlier = OWN_LAYOUT.earlierPublicity(data.earlierPublicity, programme.data);
  return [
    { name: '推荐', text: `${data.nominatingBody}${earlier}`, target: undefined },
    ...noticeSteps(id, round),
    named && (standing.kind === 'honouree' || standing.kind === 'revoked')
      ? {
          name: '命名',
          text: `${chineseFullDate(named.data.conferredOn)}，${programme.data.conferringAuthority.join('、')}`,
          target: 'result',
          announcement: numberOf(named),
        }
      : standing.kind === 'notAdvanced'
        ? { name: '结果', text: standing.text, target: undefined }
        : result && standing.kind !== 'deferred'
          ? { name: '结果', text: `${chineseDate(result.data.published)}公布，${outcome(standing)}`, target: 'result' }
          : { name: '命名', text: '以正式公布的结果为准', target: undefined },
  ];
}
