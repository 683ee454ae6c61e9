import { addDays, chinaDate, chinaInstant, chineseFullDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { closeAfterResuming, type Course, resume } from '#core/window/course.ts';
import { chineseLength } from '#core/window/publicity-window.ts';
import { actInstant } from '../act-instant.ts';
import { actKind, agreedClose, type Told, wanted } from '../act-kind.ts';
import { AFTER_RESULT, NEW_WINDOW, type Remark } from '../turn.ts';
import { closing, oldClose, resting } from '../window-remarks.ts';

const shape = { resumesOn: plainDateSchema, oldClosesOn: plainDateSchema, newClosesOn: plainDateSchema };

/** 恢复: from 00:00 of `resumesOn`, which is the first of the days that were left. */
export const resumption = actKind({
  kind: 'resumption',
  words: '恢复公示',
  reasons: ['examination-finished', 'outage', 'force-majeure', 'superior-decision'],
  shape,

  turns: ['suspended'],
  instead: {
    before: '没有中止过。',
    open: '没有中止，或已经恢复。',
    closed: NEW_WINDOW,
    announced: AFTER_RESULT,
  },
  take(standing, act, _entry, { calendar }) {
    const { course } = standing;
    if (!course) return { next: standing, remarks: [] };
    const pending = course.pauses.at(-1)?.until;
    if (pending !== undefined) {
      const args = { resumesOn: chinaDate(pending) };
      return { next: standing, remarks: [{ code: 'resumption-twice', field: 'kind', args, void: true }] };
    }
    const { resumesOn, newClosesOn: closesOn } = act;
    return {
      next: { ...standing, course: resume(course, { resumesOn, closesOn }, calendar) },
      remarks: remarksOn(course, act, calendar),
    };
  },

  questions: {
    'resumes-on': { type: 'string', value: '日期', help: '恢复公示，从哪一天起继续计算；截止日由程序推算' },
    'new-close': { type: 'string', value: '日期', help: '恢复后的截止日，可不写；写了要与推算的相符' },
  },
  read: (answers) => ({ resumesOn: answers.date('resumes-on'), newClose: answers.date('new-close') }),
  make(stated, { promisedClose: oldClosesOn, closeIfResumed }) {
    const resumesOn = wanted(stated.resumesOn, 'resumes-on', '从哪一天起继续计算');
    const newClosesOn = agreedClose(closeIfResumed(resumesOn), stated.newClose, 'new-close') ?? oldClosesOn;
    return { resumesOn, oldClosesOn, newClosesOn };
  },

  whom: () => [],
  changes: ({ resumesOn, oldClosesOn, newClosesOn }) => [
    { label: '恢复之日', before: undefined, after: chineseFullDate(resumesOn) },
    closing(oldClosesOn, newClosesOn),
  ],
  feed: ({ resumesOn, newClosesOn }, reason) =>
    `${chineseFullDate(resumesOn)}起恢复公示，截止日改为${chineseFullDate(newClosesOn)}。原因：${reason}。`,
  closes: ({ oldClosesOn, newClosesOn }) => ({ old: oldClosesOn, new: newClosesOn }),
});

function remarksOn(course: Course, act: Told<typeof shape>, calendar: WorkCalendar): Remark[] {
  const { date, resumesOn, newClosesOn } = act;
  const remarks = oldClose(course, act);
  // A day of which a part was suspended is not the public's as a whole, neither at the beginning nor at the end.
  if (chinaInstant(resumesOn, '00:00') < actInstant(act)) {
    const published = `${date} ${act.publishedTime}`;
    const earliest = addDays(date, act.publishedTime === '00:00' ? 0 : 1);
    const args = { published, resumesOn, earliest };
    remarks.push({ code: 'resumption-backdated', field: 'resumesOn', args, void: true });
  }
  const rests = resting('恢复之日', resumesOn, 'resumesOn', course, calendar);
  if (rests.length > 0) return [...remarks, ...rests];
  const computed = closeAfterResuming(course, resumesOn, calendar);
  if (!computed.ok) {
    return [...remarks, { code: 'calendar-unknown', field: 'resumesOn', args: { message: computed.refusal.message } }];
  }
  const expected = computed.window.closesOn;
  if (expected === newClosesOn) return remarks;
  const left = chineseLength(course.stretch.length, course.unit);
  const args = { stated: newClosesOn, expected, left, resumesOn };
  return [...remarks, { code: 'resumption-close-differs', field: 'newClosesOn', args }];
}
