import { addDays, chineseMonthDay, type PlainDate } from '#core/calendar/plain-date.ts';
import type { CalendarDocument } from '#core/calendar/work-calendar.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import type { PublicityWindow, WindowDay } from '#core/window/publicity-window.ts';
import type { PublicRound } from '#site/publication.ts';
import { cited } from '#site/words/citation.ts';

/** Why the days count as they do: sentences, then the notices that make days off or workdays. */
export interface WindowSources {
  sentences: string[];
  documents: { days: string; title: string; address: string | undefined }[];
}

export function windowSources({ window, programme, data }: PublicRound): WindowSources {
  const { publicity } = programme.data.rules;
  const { title, number } = programme.data.source;
  const rule = publicity.stated
    ? `公示${window.length}${window.unit === 'working' ? '个工作日' : '天'}，依据${cited(title, number)}${publicity.clause}。`
    : `${cited(title, number)}没有写明公示天数，由${data.edition}公示载明。`;
  const special = window.days.some((day) => day.kind === 'holiday' || day.kind === 'make-up');
  const unit =
    window.unit === 'calendar'
      ? '按天计算，周末和节假日也计入。'
      : `工作日为星期一至星期五，放假的除外，调休上班的计入${special ? '' : '；其间没有法定节假日和调休'}。`;
  const from = window.countsFrom === 'opening-day' ? '公示首日计为第1日。' : '公示首日不计，次日起算第1日。';
  const hour =
    data.publicity.closingTime === undefined
      ? '没有写明截止时刻的，到最后一日的24:00为止。'
      : `本次公示写明最后一日${data.publicity.closingTime}截止。`;
  const begins =
    data.publicity.openingTime === undefined ? [] : [`本次公示写明首日${data.publicity.openingTime}开始。`];
  return { sentences: [rule, unit + from, ...begins, hour], documents: documentsOf(window) };
}

function documentsOf({ days }: PublicityWindow): WindowSources['documents'] {
  const byDocument = new Map<CalendarDocument, WindowDay[]>();
  for (const day of days) {
    if (day.document) byDocument.set(day.document, [...(byDocument.get(day.document) ?? []), day]);
  }
  return [...byDocument].map(([document, named]) => ({
    days: runs(named),
    title: cited(document.title, document.number),
    address: document.address,
  }));
}

/** `9月14日中秋节调休上班，9月15日至9月17日中秋节放假`. */
function runs(days: readonly WindowDay[]): string {
  const found: { from: PlainDate; to: PlainDate; kind: string }[] = [];
  for (const day of days) {
    const kind = chineseDayKind(day);
    const last = found.at(-1);
    if (last?.kind === kind && addDays(last.to, 1) === day.date) last.to = day.date;
    else found.push({ from: day.date, to: day.date, kind });
  }
  return found
    .map(({ from, to, kind }) => `${chineseMonthDay(from)}${from === to ? '' : `至${chineseMonthDay(to)}`}${kind}`)
    .join('，');
}
