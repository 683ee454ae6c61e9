import { type Act, actInstant } from '#core/acts/act.ts';
import type { Standing as StandingOf } from '#core/acts/standing.ts';
import type { StateName } from '#core/acts/turn.ts';
import type { Instant, PlainDate } from '#core/calendar/plain-date.ts';
import type { Entry } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Course, daysOf, ordinalsIn, windowOf } from '#core/window/course.ts';
import { windowPhaseAt } from '#core/window/publicity-window.ts';
import { type Life, resultInstant } from './life.ts';
import { appears, restartedBy } from './notices-of.ts';

/** Where a notice stands at an instant; always exactly one. Instants in milliseconds. */
export type NoticeState = Stated & { state: StateName };

type Stated =
  /** In no output file. */
  | { state: 'scheduled'; publishes: Instant | undefined }
  /** Published, not yet open. */
  | { state: 'before'; publicity: number; opens: Instant }
  /** `ordinal`: counted days begun, of `of`; `today`: today is one of them. */
  | { state: 'open'; publicity: number; ordinal: number; of: number; today: boolean; closes: Instant }
  /** `resumes` once that is public; until then nobody can say when the window closes. */
  | { state: 'suspended'; publicity: number; since: Instant; counted: number; of: number; resumes: Instant | undefined }
  | { state: 'closed'; publicity: number; since: Instant }
  | { state: 'announced'; since: Instant; revoked: 'none' | 'some' | 'whole' }
  | { state: 'withdrawn'; since: Instant }
  /** Another notice of the round with a list of its own restarted it. */
  | { state: 'replaced'; since: Instant }
  /** The calendar does not reach: dates can be shown as printed, no state is claimed, least of all that it is closed. */
  | { state: 'unknown'; message: string; opensOn: PlainDate; closesOn: PlainDate };

/** All that the acts public so far have brought about. */
export type Standing = StandingOf<Entry<Act>>;

/** The state that follows from the rules, the dates, the standing of the acts, the result, and a clock. */
export function stateFrom(life: Life, standing: Standing, now: Instant): NoticeState {
  const { notice, round } = life.folder;
  const publishes = notice && publishedAt(notice.data);
  if (publishes === undefined || now < publishes) return { state: 'scheduled', publishes };
  const { noticeWithdrawn, revoked, wholeRevoked } = standing;
  if (noticeWithdrawn) return { state: 'withdrawn', since: actInstant(noticeWithdrawn.data) };
  const next = restartedBy(life.folder, now);
  if (next) return { state: 'replaced', since: appears(next) };
  const announced = resultInstant(life);
  if (announced !== undefined && now >= announced) {
    return {
      state: 'announced',
      since: announced,
      revoked: wholeRevoked ? 'whole' : revoked.size > 0 ? 'some' : 'none',
    };
  }
  const { opensOn, closesOn } = round.data.publicity;
  if (!standing.course) return { state: 'unknown', message: '没有写明公示几天。', opensOn, closesOn };
  return windowState(life, standing.course, now);
}

function windowState(life: Life, course: Course, now: Instant): NoticeState {
  const { publicity, length: of, stretch, opensOn } = course;
  const pause = course.pauses.find(({ since, until }) => since <= now && (until === undefined || now < until));
  if (pause) {
    const { since, until: resumes } = pause;
    return { state: 'suspended', publicity, since, counted: ordinalsIn(course.passed), of, resumes };
  }
  const read = daysOf(course, life.calendar);
  if (!read.ok) return { state: 'unknown', message: read.message, opensOn, closesOn: stretch.closesOn };
  const window = windowOf(course, read.days);
  const { opens, closes } = window;
  const phase = windowPhaseAt(window, now);
  switch (phase.phase) {
    case 'before':
      return { state: 'before', publicity, opens };
    case 'open':
      return { state: 'open', publicity, ordinal: phase.ordinal, of, today: phase.today, closes };
    case 'closed':
      return { state: 'closed', publicity, since: closes };
  }
}
