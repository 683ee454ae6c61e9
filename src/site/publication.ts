import type { Act } from '#core/acts/act.ts';
import { chineseDate, type Instant } from '#core/calendar/plain-date.ts';
import type { CalendarYear, RegionalCalendar, WorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import { changesAhead } from '#core/lifecycle/changes-ahead.ts';
import { type Life, publicActs } from '#core/lifecycle/life.ts';
import { type EffectiveWindow, effectiveWindow, noticeState } from '#core/lifecycle/notice-state.ts';
import { addressOf, kindIn, noticeLives } from '#core/lifecycle/notices-of.ts';
import type { NoticeState } from '#core/lifecycle/phase.ts';
import { type PublicNotice, publicNotices } from '#core/lifecycle/public-notice.ts';
import { announcedBy } from '#core/lifecycle/results.ts';
import { visiblePeople, type VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { AnyNoticeKind } from '#core/notices/kind-of.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { Approval } from '#core/records/approval.ts';
import { calendarOf, type Content, type Entry, type ProgrammeFolder } from '#core/records/content.ts';
import { type Notice, publishedAt } from '#core/records/notice.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import type { Round } from '#core/records/round.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import type { PublicityWindow } from '#core/window/publicity-window.ts';

/** What the public may see at the instant of the build; nothing else reaches a page. */
export interface Publication {
  site: SiteSettings;
  /** The address of the first publication, for ids that stay when the site moves. */
  identity: string;
  now: Instant;
  /** When something of any round changes next that the public knows of, so that pages built now no longer say everything; what is under embargo is not betrayed by its hour. */
  due: Instant | undefined;
  programmes: PublicProgramme[];
  /** Of all programmes, the latest publicity window first: each by the notice that leads, the last with a whole list. */
  rounds: PublicRound[];
  /** Every public notice, the latest window first: of a round with one notice the round itself. */
  notices: PublicRound[];
  /** The covered years, and what holds in the site's region only. */
  calendar: { years: CalendarYear[]; regional: RegionalCalendar[] };
}

export interface PublicProgramme {
  id: string;
  data: Programme;
  sections: Entry<Programme>['sections'];
  /** The latest first. */
  rounds: PublicRound[];
}

export type Person = Entry<Candidate>;

/** One notice of a round, with all of the round that it needs; of a round with one notice the round itself. */
export interface PublicRound {
  /** Below which its own pages stand: `<programme>/<edition>`, of a later notice `<programme>/<edition>-<notice>`. */
  id: string;
  /** `<programme>/<edition>`: where the round and its result stand. */
  roundId: string;
  kind: AnyNoticeKind;
  /** Every public notice of the round in its order, this one among them. */
  sequence: readonly PublicRound[];
  /** Whom the decision is about: the last whole list, and who was added to it. */
  decided: VisiblePerson[];
  programme: Pick<PublicProgramme, 'id' | 'data'>;
  data: Round;
  /** Folder below the content folder. */
  folder: string;
  notice: Entry<Notice>;
  /** Absent until announced. */
  result: Entry<ResultAnnouncement> | undefined;
  /** The announcement and every 补充公布 that is public; none before it. */
  results: Entry<ResultAnnouncement>[];
  /** SHA-256 of what was approved, as the signed sheet shows it in short; absent for a round that was never approved. */
  approved: string | undefined;
  /** Who decided, and on which paper, as it stands beside the fingerprint: `批准：市总工会，威工发〔2026〕7号（2026年11月20日）`. */
  approval: string | undefined;
  /** In the office's order, whatever became of them; what may be shown of each says `visible`. */
  people: Person[];
  orderedBy: string;
  /** As first published; `effective` is what the acts have made of it. */
  window: PublicityWindow;
  /** What the states follow from, for a clock other than the build's. */
  life: Life;
  /** At the instant of the build, as all that follows. */
  state: NoticeState;
  effective: EffectiveWindow;
  /** The acts public so far, in order. */
  acts: Entry<Act>[];
  /** Every line of the list as published and how much of the person may be shown. */
  visible: VisiblePerson[];
  /** The notice, and every 重新公示 after it. */
  notices: [PublicNotice, ...PublicNotice[]];
}

/**
 * Leaves out what is not yet public: a round whose notice is still to be published, with all its people, and a result still to be
 * announced. People stand in the order of the approved list.
 */
export function publish(content: Content, now: Instant): Publication {
  const site = content.site.data;
  const calendar = calendarOf(content, site.regionalCalendar);
  const programmes = content.programmes.map((folder) => publicProgramme(folder, calendar, now, site));
  const rounds = programmes.flatMap((programme) => programme.rounds).sort(latestFirst);
  const notices = rounds.flatMap(({ sequence }) => sequence).sort(latestFirst);
  const years = content.calendarYears.map(({ data }) => data).sort((a, b) => a.year - b.year);
  const regional = content.regionalCalendars
    .map(({ data }) => data)
    .filter(({ region }) => region === site.regionalCalendar);
  const identity = content.identity ?? site.address;
  return {
    site,
    identity,
    now,
    due: nextDue(notices, now),
    programmes,
    rounds,
    notices,
    calendar: { years, regional },
  };
}

/** When something of a round changes next that the public knows of. */
export function dueOf({ sequence }: Pick<PublicRound, 'sequence'>, now: Instant): Instant | undefined {
  return nextDue(sequence, now);
}

function nextDue(rounds: readonly PublicRound[], now: Instant): Instant | undefined {
  const known = rounds.flatMap(({ life, acts, results: [result, ...further] }) => {
    const seen: Life = { ...life, folder: { ...life.folder, acts, result, further } };
    return changesAhead(seen, now).filter(({ kind }) => kind !== 'day');
  });
  return known.map(({ at }) => at).sort((a, b) => a - b)[0];
}

function publicProgramme(
  folder: ProgrammeFolder,
  calendar: WorkCalendar,
  now: Instant,
  site: SiteSettings,
): PublicProgramme {
  const { id, programme } = folder;
  const own = { id, data: programme.data };
  const rounds = folder.rounds
    .flatMap((round) => publicRound({ programme, folder: round, calendar }, own, now, site))
    .sort(latestFirst);
  return { ...own, sections: programme.sections, rounds };
}

/** No private person's name unless the office sets it. */
function approvalText({ body, document, date, office, approver }: Approval, { approverNames }: SiteSettings): string {
  const by = [office, ...(approverNames ? [approver] : [])].filter((text) => text !== undefined).join(' ');
  return `批准：${body}，${document}（${chineseDate(date)}）${by === '' ? '' : `，批准人：${by}`}`;
}

/** The notice that leads, and behind it every other one; none before the first is public. */
function publicRound(life: Life, programme: PublicRound['programme'], now: Instant, site: SiteSettings): PublicRound[] {
  const later = life.folder.later?.filter(({ notice }) => notice !== undefined && publishedAt(notice.data) <= now);
  const lives = noticeLives({ ...life, folder: { ...life.folder, later } });
  const sequence: PublicRound[] = [];
  for (const one of lives) sequence.push(...publicNotice(one, programme, sequence, { now, site }));
  const lead = sequence.findLast(({ kind }) => kind.list === 'whole');
  if (!lead) return [];
  const added = sequence.slice(sequence.indexOf(lead) + 1);
  const decided = decidedOf(lead, added);
  for (const one of sequence) one.decided = decided;
  return [lead];
}

/** One list of all whom the decision is about; the numbers of those added go on behind the others. */
function decidedOf(lead: PublicRound, added: readonly PublicRound[]): VisiblePerson[] {
  if (added.length === 0) return lead.visible;
  const all = [lead, ...added].flatMap(({ visible }) => visible);
  return all.map((line, index) => ({ ...line, position: index + 1 }));
}

function publicNotice(
  life: Life,
  programme: PublicRound['programme'],
  sequence: readonly PublicRound[],
  { now, site }: { now: Instant; site: SiteSettings },
): PublicRound[] {
  const { folder } = life;
  const { id, round, notice, roster } = folder;
  const results = announcedBy(folder, now);
  if (!notice || publishedAt(notice.data) > now) return [];
  if (!roster) throw new Error(`${id} 已有公示而没有名册 roster.json，无法确定名单次序。`);
  const people = roster.data.people.map((row) => {
    const person = folder.people.find((one) => one.id === row.id);
    if (!person) throw new Error(`${id} 的名册上有 ${row.id}，却没有这个人的文件。`);
    return person;
  });
  const visible = visiblePeople(life, now);
  return [
    {
      id: addressOf(folder),
      roundId: id,
      kind: kindIn(folder),
      sequence,
      decided: visible,
      programme,
      data: round.data,
      folder: round.file.replace(/\/[^/]*$/, ''),
      notice,
      result: results[0],
      results,
      approved: folder.approval?.data.current.digest,
      approval: folder.approval && approvalText(folder.approval.data.current, site),
      people,
      orderedBy: roster.data.orderedBy,
      window: windowAsPublished(life),
      life,
      state: noticeState(life, now),
      effective: effectiveWindow(life, now),
      acts: publicActs(life, now),
      visible,
      notices: publicNotices(life, notice, now),
    },
  ];
}

/** Everybody once, each by the last notice that lists them, in the order of the lists. */
export function publicPeople({ rounds }: Pick<Publication, 'rounds'>): { person: VisiblePerson; round: PublicRound }[] {
  return rounds.flatMap(({ sequence }) =>
    sequence.flatMap((round, index) =>
      round.visible
        .filter(({ id }) => !sequence.slice(index + 1).some(({ visible }) => visible.some((line) => line.id === id)))
        .map((person) => ({ person, round })),
    ),
  );
}

/** What was printed stands, day by day, whatever acts or a calendar amended since have made of it. */
function windowAsPublished(life: Life): PublicityWindow {
  const first = effectiveWindow({ ...life, folder: { ...life.folder, acts: [] } }, -Infinity);
  if (first.course !== 'running') {
    throw new Error(`${life.folder.id}：${first.course === 'unknown' ? first.message : '公示期无法推算。'}`);
  }
  return first.window;
}

function latestFirst(a: PublicRound, b: PublicRound): number {
  const [first, second] = [a.window.closesOn + a.id, b.window.closesOn + b.id];
  return first < second ? 1 : first > second ? -1 : 0;
}
