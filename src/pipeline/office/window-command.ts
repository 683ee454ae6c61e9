import {
  chinaIso,
  chineseFullDate,
  chineseMonthDay,
  chineseWeekday,
  type PlainDate,
} from '#core/calendar/plain-date.ts';
import { type WorkCalendar, yearsWithoutOverlay } from '#core/calendar/work-calendar.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { calendarOf } from '#core/records/content.ts';
import { refusalWithOutlook } from '#core/window/outlook.ts';
import { checkPrintedWindow, chineseDayKind, type Verdict, type WindowVerdict } from '#core/window/printed-window.ts';
import {
  chineseLength,
  chineseSegments,
  computeWindow,
  type CountsFrom,
  DAY_END,
  type DayCount,
  type PublicityWindow,
} from '#core/window/publicity-window.ts';
import { type Outcome, Refusal, UsageError, width } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { readCalendar } from '#pipeline/content/read-calendar.ts';
import { readContent } from '#pipeline/content/read-content.ts';

interface Terms {
  opensOn: PlainDate;
  length: number;
  unit: DayCount;
  countsFrom: CountsFrom | undefined;
  closingTime: string;
}

const options = {
  opens: { type: 'string', value: '日期', help: '公示首日' },
  closes: { type: 'string', value: '日期', help: '印好的公示截止日；写了就是核对' },
  length: { type: 'string', value: '天数', help: '公示几天' },
  unit: { type: 'string', value: '单位', help: 'working 工作日，calendar 天（每天都算）' },
  'counts-from': { type: 'string', value: '起算', help: 'opening-day 首日算第1天（默认），next-day 次日起算' },
  published: { type: 'string', value: '日期', help: '发布之日（核对时用）' },
  programme: { type: 'string', value: '活动', help: '按这个选树活动的规定取天数和单位' },
  'closing-time': { type: 'string', value: '时间', help: '截止日的钟点，默认 24:00' },
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run window`: computes a window, or checks printed dates when `--closes` is given. */
export const windowCommand = defineCommand({
  verb: 'window',
  summary: '推算公示期，或核对印好的起止日期。',
  options,
  examples: [
    'npm run window -- --opens 2026-09-30 --length 5 --unit working',
    'npm run window -- --opens 2024-09-11 --closes 2024-09-18 --length 5 --unit working --published 2024-09-10',
  ],
  run: tellWindow,
});

async function tellWindow(given: Asked): Promise<Outcome> {
  const { terms, calendar } = await termsOf(given);
  const closesOn = given.date('closes');
  if (closesOn === undefined) {
    if (given.text('published') !== undefined) throw new UsageError('--published 只在核对（写了 --closes）时有用。');
    return computed(terms, calendar);
  }
  const { opensOn, length, unit, countsFrom } = terms;
  const published = given.date('published');
  const printed = {
    opensOn,
    closesOn,
    length,
    unit,
    ...(countsFrom && { countsFrom }),
    ...(published && { published }),
  };
  return checked(checkPrintedWindow(printed, calendar, { file: '--closes' }), chineseLength(length, unit));
}

async function termsOf(given: Asked): Promise<{ terms: Terms; calendar: WorkCalendar }> {
  const opensOn = given.date('opens');
  if (opensOn === undefined) throw new UsageError('缺少 --opens（公示首日）。请补上，例如 --opens 2026-11-23。');
  let length = given.wholeNumber('length', 1, 366);
  let unit = given.oneOf('unit', ['working', 'calendar']);
  let countsFrom = given.oneOf('counts-from', ['opening-day', 'next-day']);
  const closingTime = given.text('closing-time') ?? DAY_END;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(closingTime))
    throw new UsageError('--closing-time 要写成 17:00 的样子。');
  const directory = contentOf(given);
  const programmeId = given.text('programme');
  let calendar: WorkCalendar;
  if (programmeId === undefined) {
    calendar = await readCalendar(directory);
  } else {
    const { readable } = await readContent(directory);
    const programme = readable?.programmes.find(({ id }) => id === programmeId)?.programme.data;
    if (!readable || !programme)
      throw new Refusal('programme-unknown', `内容目录里没有选树活动 ${programmeId}。请核对 --programme。`);
    const rule = programme.rules.publicity;
    if (rule.stated) {
      length ??= rule.length;
      unit ??= rule.unit;
      countsFrom ??= rule.countsFrom;
    } else if (length === undefined || unit === undefined) {
      throw new Refusal(
        'length-not-stated',
        `${programme.name}的文件没有写明公示几天（${rule.clause}）。请用 --length 和 --unit 写明本届的规定。`,
      );
    }
    calendar = calendarOf(readable, readable.site.data.regionalCalendar);
  }
  if (length === undefined) throw new UsageError('缺少 --length（公示几天），或用 --programme 指明选树活动。');
  if (unit === undefined)
    throw new UsageError('缺少 --unit：working 是工作日，calendar 是天。两者天数不同，程序不替您选。');
  return { terms: { opensOn, length, unit, countsFrom, closingTime }, calendar };
}

function computed(terms: Terms, calendar: WorkCalendar): Outcome {
  const result = computeWindow(terms, calendar);
  if (!result.ok) throw new Refusal(result.refusal.code, refusalWithOutlook(result.refusal, terms, calendar));
  const { opensOn, closesOn, closingTime, days, segments } = result.window;
  const bare = yearsWithoutOverlay(opensOn, closesOn, calendar);
  const region = calendar.overlay?.region ?? '';
  return {
    exit: 0,
    json: {
      ...(bare.length > 0 && { withoutRegion: { region, years: bare } }),
      opensOn,
      closesOn,
      closesAt: chinaIso(closesOn, closingTime),
      days: days.map(({ date, kind, name, ordinal }) => ({ date, kind, name: name ?? null, ordinal: ordinal ?? null })),
      segments,
    },
    text:
      strip(result.window) +
      (bare.length > 0
        ? `△ “${region}”的调整里没有${bare.join('、')}年的，这里按全国的安排算。当地${bare.join('、')}年有调整的，请先补上 calendar/regional/${region}-${bare[0]}.json。\n`
        : ''),
  };
}

/** What an official copies into a document: one sentence, then day by day with the reason. */
function strip(window: PublicityWindow): string {
  const { days, length, unit, closesOn, closingTime, segments } = window;
  const rows = days.map((day) => {
    const ordinal = day.ordinal === undefined ? '不计' : `第${day.ordinal}${unit === 'working' ? '个工作日' : '天'}`;
    const cells = [
      `${chineseMonthDay(day.date)}`,
      chineseWeekday(day.date),
      ordinal,
      chineseDayKind(day),
      day.document?.number ?? day.document?.title ?? '',
    ];
    return `  ${cells.map((cell, index) => pad(cell, [12, 8, 14, 18, 0][index] ?? 0)).join('')}`.trimEnd();
  });
  return [
    `公示时间：${chineseSegments(segments)}（${chineseLength(length, unit)}），${chineseFullDate(closesOn)}${closingTime}截止。`,
    '',
    ...rows,
    '',
  ].join('\n');
}

const VERDICTS: Record<Verdict, string> = {
  agrees: '相符：印好的日期与推算一致。',
  'agrees-from-next-day': '相符（次日起算）：首日不计，印好的日期与推算一致。',
  disagrees: '不符：印好的日期与推算不一致。',
  unknown: '无法断定：缺少放假安排的通知。',
};

function checked({ verdict, expected, count, findings }: WindowVerdict, length: string): Outcome {
  const lines = [
    VERDICTS[verdict],
    ...(expected ? [`应截止 ${chineseFullDate(expected)}（${length}）。`] : []),
    ...findings.map((one) => `${one.level === 'error' ? '✗' : '△'} ${sentence(one)} [${one.code}]`),
  ];
  return {
    exit: verdict === 'disagrees' || verdict === 'unknown' || findings.some(({ level }) => level === 'error') ? 1 : 0,
    json: {
      verdict,
      expected: expected ?? null,
      count: count ?? null,
      findings: findings.map((one) => ({ code: one.code, level: one.level, message: sentence(one) })),
    },
    text: `${lines.join('\n')}\n`,
  };
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(columns > 0 ? 1 : 0, columns - width(text)));
}
