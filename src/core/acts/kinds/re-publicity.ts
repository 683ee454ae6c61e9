import { z } from 'zod';
import { chineseFullDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { lineSchema } from '#core/formats/words.ts';
import { begin, type Course } from '#core/window/course.ts';
import { checkPrintedWindow } from '#core/window/printed-window.ts';
import { DAY_BEGIN, instantsOf } from '#core/window/publicity-window.ts';
import { actInstant } from '../act-instant.ts';
import { actKind, agreedClose, CannotMake, type Told, wanted } from '../act-kind.ts';
import { AFTER_RESULT, type Remark } from '../turn.ts';

const shape = {
  title: lineSchema,
  issuers: z.array(lineSchema).min(1).optional(),
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
};

/** 重新公示: a complete new window and a notice of its own, whose text is the body of this file. */
export const rePublicity = actKind({
  kind: 're-publicity',
  words: '重新公示',
  reasons: [
    'objection-upheld',
    'contact-wrong',
    'calendar-amended',
    'outage',
    'outlet-late',
    'force-majeure',
    'material-change',
    'procedure-faulty',
    'superior-decision',
  ],
  shape,

  turns: ['before', 'open', 'suspended', 'closed', 'unknown'],
  instead: { announced: AFTER_RESULT },
  take(standing, act, _entry, { calendar }) {
    const { course } = standing;
    if (!course) return { next: standing, remarks: [] };
    // Nothing is credited from the window before.
    const { promised: length, unit, countsFrom, closingTime } = course;
    // The hour at which the first notice opened was its own.
    const rules = { length, unit, countsFrom, closingTime, openingTime: DAY_BEGIN };
    const next = begin(course.publicity + 1, act.opensOn, act.closesOn, rules);
    return { next: { ...standing, course: next }, remarks: remarksOn(course, act, calendar) };
  },
  notice: ({ title, issuers, opensOn, closesOn }) => ({ title, issuers, opensOn, closesOn }),

  questions: {
    opens: { type: 'string', value: '日期', help: '重新公示的首日' },
    closes: { type: 'string', value: '日期', help: '重新公示的截止日；不写由程序推算，写了要相符' },
    title: { type: 'string', value: '文字', help: '重新公示的标题，默认把原标题的“公示”改为“重新公示”' },
    issuer: { type: 'string', value: '单位', help: '重新公示的落款单位，可写多次，默认同原公示', multiple: true },
  },
  read: (answers) => ({
    opensOn: answers.date('opens'),
    closesOn: answers.date('closes'),
    title: answers.line('title'),
    issuers: answers.texts('issuer'),
  }),
  make(stated, { wholeWindow, noticeTitle }) {
    const opensOn = wanted(stated.opensOn, 'opens', '重新公示的首日');
    const closesOn = agreedClose(wholeWindow(opensOn), stated.closesOn, 'closes') ?? opensOn;
    const { title = again(noticeTitle), issuers } = stated;
    return { title, ...(issuers.length > 0 && { issuers }), opensOn, closesOn };
  },
  effect: ({ opensOn, closesOn }) => [`${opensOn} 至 ${closesOn} 重新公示，原来过去的日子不计。`],

  whom: () => [],
  changes: ({ opensOn, closesOn }) => [
    { label: '新的公示期', before: undefined, after: `${chineseFullDate(opensOn)}至${chineseFullDate(closesOn)}` },
  ],
  feed: ({ opensOn, closesOn }, reason) =>
    `${chineseFullDate(opensOn)}至${chineseFullDate(closesOn)}重新公示，以前的公示期不计。原因：${reason}。`,
  closes: ({ closesOn }) => ({ old: null, new: closesOn }),
});

function again(title: string): string {
  if (!title.endsWith('公示')) throw new CannotMake('缺少 --title（重新公示的标题）。请补上。');
  return title.replace(/公示$/, '重新公示');
}

const FIELDS: Record<string, string> = { 'published-after-opening': 'opensOn', 'opens-on-rest-day': 'opensOn' };

function remarksOn(course: Course, act: Told<typeof shape>, calendar: WorkCalendar): Remark[] {
  const { date, opensOn, closesOn } = act;
  const { unit, countsFrom, stretch } = course;
  const printed = { opensOn, closesOn, length: course.promised, unit, countsFrom, published: date };
  const remarks = checkPrintedWindow(printed, calendar, { file: '' }).findings.map(({ code, args }): Remark => ({
    code,
    field: FIELDS[code] ?? 'closesOn',
    args,
    ...((code === 'published-after-opening' || code === 'closes-before-opening') && { void: true }),
  }));
  if (opensOn === date && actInstant(act) >= instantsOf(opensOn, opensOn, course).closes) {
    const args = { published: `${date} ${act.publishedTime}`, opensOn };
    remarks.push({ code: 'published-after-opening', field: 'opensOn', args, void: true });
  }
  // Whoever relied on the day last promised, even if it was suspended since, must not find the door shut.
  if (closesOn < stretch.closesOn) {
    const args = { closesOn, before: stretch.closesOn };
    remarks.push({ code: 're-publicity-closes-earlier', field: 'closesOn', args, void: true });
  }
  return remarks;
}
