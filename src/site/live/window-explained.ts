import {
  chineseFullDate,
  chineseMonthDay,
  chineseWeekday,
  parsePlainDate,
  type PlainDate,
} from '#core/calendar/date-arithmetic.ts';
import { chineseDayKind, isWorkingDay, type WorkCalendar } from '#core/calendar/day-kind.ts';
import {
  chineseLength,
  chineseSegments,
  computeWindow,
  type CountsFrom,
  DAY_END,
  type DayCount,
  type PublicityWindow,
  type WindowDay,
} from '#core/window/publicity-window.ts';

/** What a person who drafts a notice has chosen; runs in the browser. */
export interface DraftTerms {
  opensOn: string;
  length: number;
  unit: DayCount;
  countsFrom: CountsFrom;
}

export type ExplainedWindow =
  | {
      ok: true;
      closesOn: PlainDate;
      /** As a notice prints it. */
      sentence: string;
      /** What the drafter should look at once more. */
      remarks: string[];
      days: ExplainedDay[];
    }
  | { ok: false; message: string };

export interface ExplainedDay {
  date: PlainDate;
  /** `9月14日（星期六）`. */
  day: string;
  /** `第4个工作日`, `不计`. */
  mark: string;
  counted: boolean;
  reason: string;
  /** The rule or the notice that makes the day what it is. */
  source: string;
  address: string | undefined;
}

export function explainWindow({ opensOn, ...terms }: DraftTerms, calendar: WorkCalendar): ExplainedWindow {
  const opening = parsePlainDate(opensOn);
  if (opening === undefined) return { ok: false, message: '请填写公示首日。' };
  if (!Number.isInteger(terms.length) || terms.length < 1 || terms.length > 366) {
    return { ok: false, message: '天数请填1到366的整数。' };
  }
  const computed = computeWindow({ opensOn: opening, ...terms }, calendar);
  if (!computed.ok) return { ok: false, message: computed.refusal.message };
  const { window } = computed;
  const { closesOn, closingTime, segments, length, unit } = window;
  return {
    ok: true,
    closesOn,
    sentence: `公示时间：${chineseSegments(segments)}（${chineseLength(length, unit)}），${chineseFullDate(closesOn)}${closingTime}截止。`,
    remarks: remarksOn(window),
    days: window.days.map((day) => explainedDay(day, window)),
  };
}

const WEEK = '《国务院关于职工工作时间的规定》第七条';

function explainedDay(day: WindowDay, { unit, countsFrom, opensOn }: PublicityWindow): ExplainedDay {
  const { date, ordinal, document } = day;
  const counted = ordinal !== undefined;
  const base = {
    date,
    day: `${chineseMonthDay(date)}（${chineseWeekday(date)}）`,
    mark: counted ? `第${ordinal}${unit === 'working' ? '个工作日' : '天'}` : '不计',
    counted,
  };
  const kind = day.kind === 'working' ? '星期一至星期五为工作日' : chineseDayKind(day);
  const source = document ? `${document.title}${document.number ? `（${document.number}）` : ''}` : WEEK;
  if (countsFrom === 'next-day' && date === opensOn) {
    return { ...base, reason: '公示首日不计，次日起算', source: '《民法典》第二百零一条', address: undefined };
  }
  if (day.kind === 'unknown') {
    return { ...base, reason: '尚无放假通知，按天计算的照样计入', source: '', address: undefined };
  }
  const reason = unit === 'calendar' && !isWorkingDay(day) ? `${kind}，按天计算的也计入` : kind;
  return { ...base, reason, source, address: document?.address };
}

function remarksOn({ unit, days, closingTime }: PublicityWindow): string[] {
  const [first, last] = [days[0], days[days.length - 1]];
  const remarks: string[] = [];
  if (first && first.kind !== 'unknown' && !isWorkingDay(first)) {
    remarks.push(`公示首日是${chineseDayKind(first)}，不是工作日；建议改在工作日开始。`);
  }
  if (unit === 'calendar' && last && last.kind !== 'unknown' && !isWorkingDay(last)) {
    remarks.push(
      `最后一日是${chineseDayKind(last)}。《民法典》第二百零三条：最后一日是法定休假日的，以休假日结束的次日为最后一日。建议避开，或者在公示里写明。`,
    );
  }
  if (closingTime === DAY_END) remarks.push('没有写明截止时刻的，到最后一日24:00为止（《民法典》第二百零三条）。');
  return remarks;
}
