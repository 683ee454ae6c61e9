import { chineseFullDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import { extend } from '#core/window/course.ts';
import { actKind, wanted } from '../act-kind.ts';
import { AFTER_RESULT, NEW_WINDOW, type Remark, RESUME_FIRST } from '../turn.ts';
import { closing, oldClose, resting } from '../window-remarks.ts';

/** 延长: the window closes later. */
export const extension = actKind({
  kind: 'extension',
  words: '延长公示',
  reasons: [
    'objection-examined',
    'contact-wrong',
    'calendar-amended',
    'outage',
    'outlet-late',
    'force-majeure',
    'procedure-faulty',
    'superior-decision',
  ],
  shape: { oldClosesOn: plainDateSchema, newClosesOn: plainDateSchema },

  turns: ['before', 'open'],
  instead: { suspended: RESUME_FIRST, closed: NEW_WINDOW, announced: AFTER_RESULT },
  take(standing, act, _entry, { calendar }) {
    const { course } = standing;
    if (!course) return { next: standing, remarks: [] };
    const { closesOn } = course.stretch;
    const { newClosesOn } = act;
    const shorter: Remark[] =
      newClosesOn > closesOn
        ? []
        : [{ code: 'extension-not-longer', field: 'newClosesOn', args: { newClosesOn, closesOn }, void: true }];
    return {
      next: { ...standing, course: extend(course, newClosesOn, calendar) },
      remarks: [
        ...oldClose(course, act),
        ...shorter,
        ...resting('延长后的截止日', newClosesOn, 'newClosesOn', course, calendar),
      ],
    };
  },

  questions: { 'new-close': { type: 'string', value: '日期', help: '延长后的截止日' } },
  read: (answers) => ({ newClose: answers.date('new-close') }),
  make: ({ newClose }, { promisedClose }) => ({
    oldClosesOn: promisedClose,
    newClosesOn: wanted(newClose, 'new-close', '延长后的截止日'),
  }),

  whom: () => [],
  changes: ({ oldClosesOn, newClosesOn }) => [closing(oldClosesOn, newClosesOn)],
  feed: ({ oldClosesOn, newClosesOn }, reason) =>
    `公示截止日由${chineseFullDate(oldClosesOn)}延长到${chineseFullDate(newClosesOn)}。原因：${reason}。`,
  closes: ({ oldClosesOn, newClosesOn }) => ({ old: oldClosesOn, new: newClosesOn }),
});
