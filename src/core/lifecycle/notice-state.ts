import type { Instant, PlainDate } from '#core/calendar/plain-date.ts';
import {
  closeAfterResuming,
  daysOf,
  type EffectiveDay,
  isHalted,
  ordinalsIn,
  type Pause,
  windowOf,
} from '#core/window/course.ts';
import { computeWindow, type PublicityWindow, type WindowResult } from '#core/window/publicity-window.ts';
import type { Life } from './life.ts';
import { type NoticeState, stateFrom } from './phase.ts';
import { rulesOf, standingAt } from './standing.ts';

/** Where the notice of a round stands at an instant. */
export function noticeState(life: Life, now: Instant): NoticeState {
  return stateFrom(life, standingAt(life, now), now);
}

/** The window as the acts public at an instant have made it. */
export type EffectiveWindow =
  | { course: 'running'; publicity: number; window: PublicityWindow & { days: EffectiveDay[] }; pauses: Pause[] }
  /** Suspended without a resumption: the close it had no longer holds, and no other is known. */
  | {
      course: 'halted';
      publicity: number;
      opensOn: PlainDate;
      lastClosesOn: PlainDate;
      since: Instant;
      counted: number;
      remaining: number;
      days: EffectiveDay[];
      pauses: Pause[];
    }
  | { course: 'unknown'; message: string };

/** After extension, suspension, resumption and 重新公示, of which the last credits nothing from the window before. */
export function effectiveWindow(life: Life, now: Instant): EffectiveWindow {
  const { course } = standingAt(life, now);
  if (!course) return { course: 'unknown', message: '没有写明公示几天。' };
  const { publicity, pauses, passed, opensOn, stretch } = course;
  if (isHalted(course)) {
    const since = pauses.at(-1)?.since ?? now;
    const counted = ordinalsIn(passed);
    const halted = { publicity, opensOn, lastClosesOn: stretch.closesOn, since, counted, remaining: stretch.length };
    return { course: 'halted', ...halted, days: passed, pauses };
  }
  const read = daysOf(course, life.calendar);
  if (!read.ok) return { course: 'unknown', message: read.message };
  return { course: 'running', publicity, window: windowOf(course, read.days), pauses };
}

/** The close that is promised at an instant; of a suspended notice the last one promised. */
export function promisedClose(life: Life, now: Instant): PlainDate {
  return standingAt(life, now).course?.stretch.closesOn ?? life.folder.round.data.publicity.closesOn;
}

/** Where the days left of a suspended window end when they go on from `resumesOn`; `undefined` unless it is suspended. */
export function closeIfResumed(life: Life, now: Instant, resumesOn: PlainDate): WindowResult | undefined {
  const { course } = standingAt(life, now);
  return course && isHalted(course) ? closeAfterResuming(course, resumesOn, life.calendar) : undefined;
}

/** A complete new window from a day on; `undefined` where no length is stated. */
export function wholeWindow(life: Life, opensOn: PlainDate): WindowResult | undefined {
  const rules = rulesOf(life);
  return rules && computeWindow({ opensOn, ...rules }, life.calendar);
}
