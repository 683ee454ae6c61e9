import { parseInstant, type Instant } from '#core/calendar/plain-date.ts';
import { icsCalendar } from '#core/formats/ics.ts';
import {
  CONTENT_OPTION,
  NOW_OPTION,
  Refusal,
  UsageError,
  type Arguments,
  type Option,
  type Outcome,
} from '#pipeline/commands/command-line.ts';
import { chinaText, dueEvents, duesAfter, type Due } from './due.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { reportText } from '#pipeline/commands/report.ts';

export const dueOptions: Record<string, Option> = {
  since: {
    type: 'string',
    value: '时刻',
    help: '网站上次生成的时刻；其后到现在有变化的，列出来并以 1 退出，表示该重新生成了',
  },
  ics: { type: 'string', value: '文件', help: '把以后的各个时刻写成日历文件' },
  now: NOW_OPTION,
  content: CONTENT_OPTION,
};

/** `npm run due`. */
export async function dueCommand(given: Arguments, clock: () => Instant): Promise<Outcome> {
  const directory = given.text('content') ?? 'content';
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
  const overdue = dues.filter(({ at }) => at <= now);
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
      ...(since !== undefined && { overdue: overdue.map(shown) }),
      ...(ics !== undefined && { ics }),
    },
    text: told(ahead, overdue, ics),
  };
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
