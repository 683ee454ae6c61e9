import { chinaDate, type Instant, parseInstant, yearOf } from '#core/calendar/plain-date.ts';
import { icsCalendar } from '#core/formats/ics.ts';
import { reviewables, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import type { Content, RoundFolder } from '#core/records/content.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOW } from '#pipeline/commands/shared-options.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { chinaText, type Due, dueEvents, duesAfter } from './due.ts';

const options = {
  since: {
    type: 'string',
    value: '时刻',
    help: '网站上次生成的时刻；其后到现在有变化的，列出来并以 1 退出，表示该重新生成了',
  },
  ics: { type: 'string', value: '文件', help: '把以后的各个时刻写成日历文件' },
  ...NOW,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run due`. */
export const dueCommand = defineCommand({
  verb: 'due',
  summary: '网站何时必须重新生成，为什么：公示发布、开始、期满，更正等公布，结果公布，个人材料到期，称号期满。',
  options,
  examples: ['npm run due', 'npm run due -- --since 2026-11-25T10:00:00+08:00 --json', 'npm run due -- --ics due.ics'],
  run: tellDue,
});

async function tellDue(given: Asked, clock: () => Instant): Promise<Outcome> {
  const directory = contentOf(given);
  const { content, findings } = await readContent(directory);
  if (!content) {
    throw new Refusal(
      'content-unreadable',
      `内容目录有错误，说不准何时该生成。请先改正：\n${reportText(findings).trimEnd()}`,
    );
  }
  const { sampleClock, address, name } = content.site.data;
  const now = given.instant('now') ?? (sampleClock === undefined ? clock() : (parseInstant(sampleClock) ?? clock()));
  const since = given.instant('since');
  if (since !== undefined && since > now) throw new UsageError('--since 晚于现在。请写上次生成的时刻。');
  const dues = duesAfter(content, Math.min(since ?? now, now));
  const ahead = dues.filter(({ at }) => at > now);
  const unreviewed = content.programmes.flatMap(({ rounds }) => rounds).flatMap(openReviews);
  const overdue = dues.filter(({ at }) => at <= now);
  const missing = missingYear(content, now);
  const ics = given.text('ics');
  if (ics !== undefined) {
    await replaceFile(ics, icsCalendar(`${name}：何时重新生成`, dueEvents(ahead, new URL(address).hostname, now)));
  }
  return {
    exit: overdue.length > 0 ? 1 : 0,
    json: {
      now: new Date(now).toISOString(),
      next: ahead[0] ? shown(ahead[0]) : null,
      ahead: ahead.map(shown),
      ...(unreviewed.length > 0 && { unreviewed }),
      ...(since !== undefined && { overdue: overdue.map(shown) }),
      ...(missing !== undefined && { calendarMissing: missing }),
      ...(ics !== undefined && { ics }),
    },
    text: `${told(ahead, overdue, ics)}${toReview(unreviewed)}${missing === undefined ? '' : calendarWarning(missing)}`,
  };
}

/** The State Council tells a year's days off in October or November before it; from 1 November on it is worth asking for. */
function missingYear({ calendarYears }: Content, now: Instant): number | undefined {
  const today = chinaDate(now);
  const next = yearOf(today) + 1;
  return today.slice(5) >= '11-01' && !calendarYears.some(({ data }) => data.year === next) ? next : undefined;
}

function calendarWarning(year: number): string {
  return `△ 还没有${year}年的放假安排（calendar/${year}.json）。国务院办公厅的通知公布后，请用 npm run calendar -- add 录入；在那以前，用到${year}年的公示期推算不出来。\n`;
}

function shown(due: Due): object {
  const { at, kind, round, act, why } = due;
  return { at: new Date(at).toISOString(), china: chinaText(due), kind, round, act: act ?? null, why };
}

function told(ahead: readonly Due[], overdue: readonly Due[], ics: string | undefined): string {
  const line = (due: Due): string => `  ${chinaText(due)}　${due.why}`;
  return [
    ...(overdue.length > 0 ? ['上次生成以后已经有变化，请现在重新生成：', ...overdue.map(line), ''] : []),
    ...(ahead[0]
      ? [`下一次：${chinaText(ahead[0])}（北京时间）之后重新生成。`, ...ahead.map(line)]
      : ['以后没有到时会变的内容。']),
    ...(ics === undefined ? [] : ['', `已写入 ${ics}`]),
    '',
  ].join('\n');
}

/** What nobody has looked at yet: a takedown after it went, everything else before it may go. */
function openReviews(folder: RoundFolder): { round: string; of: string; id: string; what: string }[] {
  return reviewables(folder)
    .filter((one) => reviewOf(folder, one) === undefined)
    .map((one) => ({ round: folder.id, of: one.of, id: one.id, what: chineseReviewable(one) }));
}

function toReview(open: ReturnType<typeof openReviews>): string {
  if (open.length === 0) return '';
  return ['', '还没有人复核（npm run approve）：', ...open.map(({ round, what }) => `  ${round}　${what}`), ''].join(
    '\n',
  );
}
