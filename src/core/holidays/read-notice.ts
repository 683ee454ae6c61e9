import {
  addDays,
  chineseMonthDay,
  daysBetween,
  parsePlainDate,
  type PlainDate,
} from '#core/calendar/date-arithmetic.ts';
import { lunarDay } from '#core/calendar/lunar-days.ts';
import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import { type NoticeItem, type NoticeText, takeApart } from './notice-text.ts';

/** What is wrong with a pasted notice, or with how it was understood; `holiday` is the paragraph. */
export interface NoticeFault {
  code: FindingCode;
  holiday: string | undefined;
  args: Args;
}

export interface UnderstoodHoliday {
  name: string;
  daysOff: PlainDate[];
  makeUpWorkdays: PlainDate[];
}

export interface UnderstoodNotice extends Omit<NoticeText, 'items' | 'year'> {
  year: number;
  holidays: UnderstoodHoliday[];
  /** Sentences about days that order nothing, for example 鼓励…在除夕休息: shown, so that a person sees they were not taken. */
  asides: string[];
  faults: NoticeFault[];
}

/** Reads the days of every holiday. A sentence that names a day and is not understood as a whole is a fault: nothing is passed over. */
export function readHolidayNotice(pasted: string): UnderstoodNotice | { faults: NoticeFault[] } {
  const { year, items, ...rest } = takeApart(pasted);
  if (year === undefined) return { faults: [{ code: 'holiday-notice-untitled', holiday: undefined, args: {} }] };
  const read = items.map((item) => readItem(item, year));
  return {
    ...rest,
    year,
    holidays: read.map(({ holiday }) => holiday),
    asides: read.flatMap(({ asides }) => asides),
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface ReadItem {
  holiday: UnderstoodHoliday;
  asides: string[];
  faults: NoticeFault[];
}

function readItem({ name, sentences }: NoticeItem, year: number): ReadItem {
  const read: ReadItem = { holiday: { name, daysOff: [], makeUpWorkdays: [] }, asides: [], faults: [] };
  const days = new DayReader(name, year, read.faults);
  for (const sentence of sentences) {
    const off = OFF.exec(sentence);
    const work = WORK.exec(sentence);
    if (off) {
      const taken = days.spans(off[1] ?? '');
      const stated = Number(off[2] ?? off[3] ?? Number.NaN);
      if (taken && !Number.isNaN(stated) && stated !== taken.length) {
        read.faults.push({ code: 'holiday-notice-count', holiday: name, args: { stated, counted: taken.length } });
      }
      read.holiday.daysOff.push(...(taken ?? []));
    } else if (work) {
      read.holiday.makeUpWorkdays.push(...(days.spans(work[1] ?? '') ?? []));
    } else if (/^(?:鼓励|提倡|倡导)/.test(sentence)) {
      read.asides.push(printed(sentence));
    } else if (/\d{1,2}月|\d日|放假|上班|调休|补休|休息/.test(sentence) && !/^节假日期间/.test(sentence)) {
      read.faults.push({ code: 'holiday-notice-unread', holiday: name, args: { sentence: printed(sentence) } });
    }
  }
  return read;
}

const DAYS = '((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日.*?)';
/** 1月1日（周四）至3日（周六）放假调休，共3天 · 1月1日放假，与周末连休 · 1月1日（周三）放假1天，不调休 · 4月5日放假，共1天. */
const OFF = new RegExp(`^${DAYS}放假(?:调休)?(?:(\\d+)天)?(?:[,,]?(?:与周末连休|不调休|共(\\d+)天))*$`);
/** 2月14日（周六）、2月28日（周六）上班. */
const WORK = new RegExp(`^${DAYS}(?:正常|照常|调休)?上班$`);

class DayReader {
  private readonly holiday: string;
  private readonly year: number;
  private readonly faults: NoticeFault[];

  constructor(holiday: string, year: number, faults: NoticeFault[]) {
    this.holiday = holiday;
    this.year = year;
    this.faults = faults;
  }

  /** `4月4日（周六）至6日（周一）`, or several days and spans; `undefined` with a fault where any of it cannot be read. */
  spans(text: string): PlainDate[] | undefined {
    const all: PlainDate[] = [];
    let month: string | undefined;
    let year: string | undefined;
    for (const piece of text.split(/[、,]|和(?=\d)/).reduce(joinBrackets, [])) {
      const [first = '', last, ...more] = piece.split(/至|到|[-—–~]+/);
      const from = this.day(first, year, month);
      year = from?.year ?? year;
      month = from?.month ?? month;
      const to = last === undefined ? from : this.day(last, year, month);
      if (!from || !to || more.length > 0) return undefined;
      if (to.date < from.date || daysBetween(from.date, to.date) > 15) {
        this.faults.push({
          code: 'holiday-notice-span',
          holiday: this.holiday,
          args: { from: from.date, to: to.date },
        });
        return undefined;
      }
      month = to.month;
      year = to.year;
      for (let date = from.date; date <= to.date; date = addDays(date, 1)) all.push(date);
    }
    return all;
  }

  private day(text: string, year: string | undefined, month: string | undefined): ReadDay | undefined {
    const parts = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\((.*)\))?$/.exec(text);
    const [, ownYear, ownMonth = month, day = '', notes] = parts ?? [];
    const y = ownYear ?? year;
    const date =
      parts && ownMonth !== undefined
        ? parsePlainDate(`${y ?? this.year}-${ownMonth.padStart(2, '0')}-${day.padStart(2, '0')}`)
        : undefined;
    // 元旦 reaches into the year before: whether 12月31日 is of this year or of that one has to be written.
    const ambiguous = date !== undefined && y === undefined && ownMonth === '12';
    if (!date || ambiguous) {
      const code = ambiguous ? 'holiday-notice-december' : 'holiday-notice-date';
      this.faults.push({ code, holiday: this.holiday, args: { text: printed(text) } });
      return undefined;
    }
    this.check(date, notes === undefined ? [] : notes.split(/[、,]/));
    return { date, year: y, month: ownMonth };
  }

  /** What stands in brackets behind a date says it again: 周四, 星期六, 农历正月初七. */
  private check(date: PlainDate, notes: readonly string[]): void {
    const { holiday } = this;
    for (const note of notes) {
      const day = /^(?:星期|周)([一二三四五六日天])$/.exec(note)?.[1]?.replace('天', '日');
      const right = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
      const lunar = day === undefined ? lunarDay(note, Number(date.slice(0, 4))) : undefined;
      const args = { date: chineseMonthDay(date), note: note.replace(/^农历/, '') };
      if (day !== undefined && day !== right) {
        this.faults.push({ code: 'holiday-notice-weekday', holiday, args: { ...args, right: `星期${right}` } });
      } else if (day === undefined && lunar === undefined) {
        this.faults.push({ code: 'holiday-notice-date', holiday, args: { text: `${args.date}（${note}）` } });
      } else if (lunar !== undefined && lunar !== date) {
        this.faults.push({ code: 'holiday-notice-lunar', holiday, args: { ...args, right: chineseMonthDay(lunar) } });
      }
    }
  }
}

interface ReadDay {
  date: PlainDate;
  /** As written, for the days behind it that leave them out. */
  year: string | undefined;
  month: string | undefined;
}

const WEEKDAYS = '日一二三四五六';

/** With the signs of a Chinese text again, which reading has folded. */
function printed(text: string): string {
  return text.replace(/[(),]/g, (sign) => ({ '(': '（', ')': '）', ',': '，' })[sign] ?? sign);
}

/** A comma inside brackets separates nothing: 1月28日（农历除夕、周二）. */
function joinBrackets(pieces: string[], piece: string): string[] {
  const last = pieces.at(-1);
  if (last !== undefined && last.split('(').length > last.split(')').length) {
    return [...pieces.slice(0, -1), `${last}、${piece}`];
  }
  return [...pieces, piece];
}
