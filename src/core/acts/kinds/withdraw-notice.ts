import { actKind } from '../act-kind.ts';
import { AFTER_RESULT } from '../turn.ts';

/** 撤销公示: the whole notice; nothing is decided on it any more. */
export const withdrawNotice = actKind({
  kind: 'withdraw-notice',
  words: '撤销公示',
  reasons: [
    'materials-untrue',
    'objection-upheld',
    'force-majeure',
    'material-change',
    'procedure-faulty',
    'published-by-mistake',
    'superior-decision',
    'secrecy',
  ],
  shape: {},

  turns: ['before', 'open', 'suspended', 'closed', 'unknown'],
  instead: { announced: AFTER_RESULT },
  fades: true,
  take: (standing, _act, entry) => ({ next: { ...standing, noticeWithdrawn: entry }, remarks: [] }),

  questions: {},
  read: () => ({}),
  make: () => ({}),
  effect: () => ['公示撤销以后不能再办理任何事项。'],

  whom: () => [],
  changes: () => [],
  feed: (_, reason) => `撤销本次公示。原因：${reason}。`,
  closes: () => ({ old: null, new: null }),
});
