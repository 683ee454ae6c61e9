import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { addDays, type PlainDate, weekday } from '#core/calendar/plain-date.ts';
import { isWorkingDay, type WorkCalendar } from '#core/calendar/work-calendar.ts';
import { chineseDayKind } from '#core/window/printed-window.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { readCalendars } from '#pipeline/content/read-calendar.ts';
import { ADD_OPTIONS, addCalendar } from './calendar-add.ts';

/** Days off and make-up workdays by date, as another project transcribed them. */
interface IndependentDays {
  source: string;
  daysOff: ReadonlySet<string>;
  makeUpWorkdays: ReadonlySet<string>;
}

interface Difference {
  date: PlainDate;
  ours: string;
  theirs: string;
}

/** `npm run calendar -- add | check`. */
export const calendarCommand = defineCommand({
  verb: 'calendar',
  summary:
    'add：从国务院办公厅通知的全文录入一年的放假安排，由两人核对；check：把已录入的每一天与另一份独立数据逐日核对，列出不同之处。',
  positionals: 'add|check',
  options: ADD_OPTIONS,
  examples: [
    'npm run calendar -- add --from 通知.txt',
    'npm run calendar -- add --from 通知.txt --address https://www.gov.cn/… --by 甲某 --reviewer 乙某',
    'npm run calendar -- check',
  ],
  run: async (given, clock) => {
    switch (given.positionals.join(' ')) {
      case 'add':
        return addCalendar(given, clock);
      case 'check':
        return checkCalendar(given);
      default:
        throw new UsageError('请写明要做什么：npm run calendar -- add，或者 npm run calendar -- check。');
    }
  },
});

async function checkCalendar(given: Given<typeof CONTENT>): Promise<Outcome> {
  const { calendar, coverage } = await readCalendars(contentOf(given));
  const independent = await chineseDays();
  const days = coverage.flatMap(({ from, to }) => datesBetween(from, to));
  const differences = compareDays(calendar, days, independent);
  const rows = differences.map(({ date, ours, theirs }) => `✗ ${date}  本站：${ours}  对照：${theirs}`);
  return {
    exit: differences.length > 0 ? 1 : 0,
    json: { source: independent.source, days: days.length, differences },
    text: [
      ...rows,
      `核对 ${days.length} 天，与 ${independent.source} 不同的有 ${differences.length} 天。`,
      ...(differences.length > 0 ? ['请对照国务院办公厅的通知原文，以通知为准。'] : []),
      '',
    ].join('\n'),
  };
}

/** Every covered day against the independent data, where an unlisted day is a plain weekday or weekend. */
function compareDays(calendar: WorkCalendar, days: readonly PlainDate[], other: IndependentDays): Difference[] {
  return days.flatMap((date) => {
    const ours = calendar.day(date);
    const off = other.daysOff.has(date);
    const makeUp = other.makeUpWorkdays.has(date);
    const works = makeUp || (!off && weekday(date) < 6);
    // A holiday that falls on a weekend is named in one set and left out of the other: only the nature of the day counts.
    if (works === isWorkingDay(ours) && makeUp === (ours.kind === 'make-up')) return [];
    return [
      { date, ours: chineseDayKind(ours), theirs: makeUp ? '调休上班' : off ? '放假' : works ? '工作日' : '周末' },
    ];
  });
}

/** chinese-days (MIT): its data file, not its code, which takes unknown years for plain weekdays and errs west of UTC. */
async function chineseDays(): Promise<IndependentDays> {
  let path: string;
  try {
    path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  } catch {
    throw new Refusal('independent-days-missing', '没有安装用来对照的数据（chinese-days）。请运行 npm ci 后再试。');
  }
  const { holidays, workdays } = JSON.parse(await readFile(path, 'utf8')) as Record<'holidays' | 'workdays', object>;
  return {
    source: 'chinese-days',
    daysOff: new Set(Object.keys(holidays)),
    makeUpWorkdays: new Set(Object.keys(workdays)),
  };
}

function datesBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
