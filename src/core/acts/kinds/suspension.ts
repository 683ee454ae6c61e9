import { chineseDate, chineseFullDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import { halt } from '#core/window/course.ts';
import { actInstant } from '../act-instant.ts';
import { actKind } from '../act-kind.ts';
import { AFTER_RESULT } from '../turn.ts';
import { oldClose } from '../window-remarks.ts';

/** 中止: from the instant of publication nothing is counted, that day included, because the public did not have it whole. */
export const suspension = actKind({
  kind: 'suspension',
  words: '中止公示',
  reasons: [
    'objection-examined',
    'contact-wrong',
    'outage',
    'outlet-late',
    'force-majeure',
    'procedure-faulty',
    'superior-decision',
  ],
  shape: { oldClosesOn: plainDateSchema },

  turns: ['open'],
  instead: {
    before: '公示还没有开始，要改期请用重新公示（re-publicity），不再公示请用撤销公示（withdraw-notice）。',
    suspended: '已经中止，不必再办。',
    closed: '公示期已满，没有可以中止的日子。',
    announced: AFTER_RESULT,
  },
  take(standing, act, _entry, { calendar }) {
    const { course } = standing;
    if (!course) return { next: standing, remarks: [] };
    return {
      next: { ...standing, course: halt(course, actInstant(act), calendar) },
      remarks: oldClose(course, act),
    };
  },

  questions: {},
  read: () => ({}),
  make: (_, { promisedClose }) => ({ oldClosesOn: promisedClose }),
  effect: () => ['从公布时起公示中止，当天不计；恢复以后从恢复之日继续计算剩下的日子。'],

  whom: () => [],
  changes: ({ oldClosesOn }) => [{ label: '公示截止', before: chineseFullDate(oldClosesOn), after: '恢复时另行公告' }],
  feed: ({ date }, reason) => `${chineseDate(date)}起中止公示，恢复的日期另行公告。原因：${reason}。`,
  closes: ({ oldClosesOn }) => ({ old: oldClosesOn, new: null }),
});
