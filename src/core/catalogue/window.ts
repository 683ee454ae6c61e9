import type { FindingText } from './finding-text.ts';

/** Printed dates of a publicity window against the computed ones. */
export const windowTexts = {
  'closes-before-opening': {
    level: 'error',
    text: ({ opensOn, closesOn }) => `公示截止 ${closesOn} 早于公示首日 ${opensOn}。请核对两个日期的年、月、日。`,
  },
  'window-disagrees': {
    level: 'error',
    text: ({ closesOn, opensOn, length, expected, why }) =>
      `公示截止写的是 ${closesOn}，自 ${opensOn} 起${length}应为 ${expected}${why}。请改为 ${expected}，或核对公示首日与天数。`,
  },
  'counts-from-next-day': {
    level: 'error',
    text: ({ closesOn, opensOn, length }) =>
      `公示截止 ${closesOn} 只有从 ${opensOn} 的次日起算才合${length}。如确系次日起算，请写明 countsFrom: "next-day"；否则请改截止日期。`,
  },
  'fits-other-unit': {
    level: 'warning',
    text: ({ opensOn, closesOn, printed, other }) =>
      `${opensOn} 至 ${closesOn} 不合${printed}，却正好是${other}。请核对通知写的是“工作日”还是“天”。`,
  },
  'opens-on-rest-day': {
    level: 'warning',
    // In calendar days every day counts, the resting one too; there is then no other first day to name.
    text: ({ opensOn, reason, next }) =>
      next === undefined
        ? `公示首日 ${opensOn} 是${reason}，当天无人接听来电。建议公示首日安排在工作日。`
        : `公示首日 ${opensOn} 是${reason}，不计入工作日，实际从 ${next} 起算。建议把公示首日改为 ${next}。`,
  },
  'closes-on-rest-day': {
    level: 'warning',
    text: ({ closesOn, reason }) => `公示截止 ${closesOn} 是${reason}，当天无人接听来电。建议截止日安排在工作日。`,
  },
  'published-after-opening': {
    level: 'error',
    text: ({ published, opensOn }) =>
      `公示 ${published} 才发布，晚于公示首日 ${opensOn}，公众看到的时间少于承诺。请把公示首日改到发布之日或其后，并重算截止日期。`,
  },
  'first-day-cut': {
    level: 'warning',
    text: ({ opensOn, from, why, whole, unit, hours, promised, next }) =>
      `公示首日 ${opensOn} 从 ${from} 才开始（${why}），这一天不完整，公众实际得到 ${whole} 个完整的${unit}，另加首日 ${hours}，少于承诺的${promised}。中止的当天不计入公示期，首日不完整也是同样的道理。请把公示首日改为 ${next} 并重算截止日期；确需如此的，请在 round.md 的 accepted 中写明。`,
  },
  'calendar-unknown': {
    level: 'error',
    text: ({ message }) => String(message),
  },
} as const satisfies Record<string, FindingText>;
