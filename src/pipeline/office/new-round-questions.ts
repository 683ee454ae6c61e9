import { parsePlainDate, plainDate } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import { type Finding, sentence } from '#core/catalogue/finding.ts';
import type { ContactChannel } from '#core/channels/contact-channel.ts';
import { idSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { writtenDate } from '#core/prose/written-date.ts';
import { checkPrintedWindow } from '#core/window/printed-window.ts';
import type { DayCount } from '#core/window/publicity-window.ts';
import type { Answers, Question } from '#pipeline/commands/ask.ts';
import { contactDefaults, contactQuestions, line } from './contact-questions.ts';
import { bodyOf, openTiersOf, tierOf } from './new-round.ts';
import type { RoundFlag } from './new-round-options.ts';

/** What a round needs to know beyond its programme. Rules that the programme states are not asked. */
export function roundQuestions(
  programme: Programme,
  edition: string,
  calendar: WorkCalendar,
  site: readonly ContactChannel[] = [],
): readonly Question<RoundFlag>[] {
  const { publicity, outlets, tiers, nominatingQuotas } = programme.rules;
  const year = /^(?:19|20)\d{2}/.exec(edition)?.[0];
  const label = `${year ?? edition}年度`;
  return [
    { flag: 'label', about: '届次的叫法', example: '2027年度', ...(year && { fallback: [label] }), check: line },
    { flag: 'year', about: '年份', example: '2027', ...(year && { fallback: [year] }), check: yearCheck },
    {
      flag: 'title',
      about: '本届的名称',
      example: `${label}${programme.title}选树`,
      check: line,
    },
    { flag: 'published', about: '公示发布之日', example: '2026-11-20', read: day, check: date },
    { flag: 'opens', about: '公示首日', example: '2026-11-23', read: day, check: date },
    {
      flag: 'opening-time',
      about: '首日几点开始，不写即全天都算',
      example: '09:00',
      optional: true,
      check: (text) => (text === '24:00' ? '首日不能从24:00开始。' : time(text)),
    },
    ...(publicity.stated
      ? []
      : [
          { flag: 'length' as const, about: `公示几天（${programme.name}的文件没有写明）`, example: '5', check: days },
          {
            flag: 'unit' as const,
            about: '天数单位：working 工作日，calendar 天',
            example: '工作日',
            read: wordFor({ working: ['工作日', '个工作日'], calendar: ['天', '自然日', '日'] }),
            check: among(['working', 'calendar']),
          },
          {
            flag: 'counts-from' as const,
            about: '起算：opening-day 首日算第1天，next-day 次日起算',
            fallback: ['opening-day'],
            read: wordFor({ 'opening-day': ['首日', '首日起算', '当日'], 'next-day': ['次日', '次日起算'] }),
            check: among(['opening-day', 'next-day']),
          },
        ]),
    {
      flag: 'closes',
      about: '公示截止日',
      example: '2026-11-27',
      read: day,
      check: date,
      judge: (text, answers) => windowFault(programme, { ...answers, closes: [text] }, calendar),
    },
    { flag: 'closing-time', about: '截止日的钟点，不写即到当天24时', example: '17:00', optional: true, check: time },
    {
      flag: 'outlet',
      about: '公示媒体',
      example: '威海日报',
      many: true,
      ...(outlets.required.length > 0 && {
        fallback: [...outlets.required, ...(outlets.atEmployer ? ['候选人所在单位公示栏'] : [])],
      }),
      check: line,
    },
    ...contactDefaults(contactQuestions, site),
    {
      flag: 'postmark',
      about: '来信以哪天的邮戳为准：dispatch 寄出，arrival 到达',
      read: wordFor({
        dispatch: ['寄出', '寄出为准', '以寄出为准', '寄出地邮戳', '以寄出地邮戳为准', '寄出邮戳'],
        arrival: ['到达', '到达为准', '以到达为准', '收到为准', '到达日邮戳', '以到达日邮戳为准'],
      }),
      check: among(['dispatch', 'arrival']),
    },
    {
      flag: 'anonymous',
      about: '匿名反映：refused 不受理，discouraged 提倡实名',
      read: wordFor({ refused: ['不受理', '不予受理', '匿名不受理'], discouraged: ['提倡实名', '受理', '鼓励实名'] }),
      check: among(['refused', 'discouraged']),
    },
    ...(tiers.length > 0
      ? [
          {
            flag: 'tier' as const,
            about: `各档公示几名（${tiers.map(({ name }) => name).join('，')}）；差额公示的再写至多命名几名`,
            example: `${tiers[0]?.name}=10，或 ${tiers[0]?.name}=25，至多20`,
            many: true as const,
            optional: true as const,
            read: (text: string) => withTier(text, tiers),
            check: (text: string) =>
              tierCheck(
                text,
                tiers.map(({ key }) => key),
              ),
          },
          {
            flag: 'open-tiers' as const,
            about: '公示时不分档次、以后由谁评定；差额的再写至多命名几名',
            example: '市评审委员会，或 市评审委员会=50',
            optional: true as const,
            read: (text: string) => text.replace(/\s*[=＝]\s*(?:至多)?(\d+)[名人个]?$/u, '=$1'),
            check: openTiersCheck,
          },
        ]
      : []),
    {
      flag: 'nominating-body',
      about: `推荐单位${nominatingQuotas ? `，等号后写类别（${nominatingQuotas.byKind.map(({ kind, name }) => `${kind} ${name}`).join('，')}）` : ''}`,
      example: nominatingQuotas ? `环翠区总工会=${nominatingQuotas.byKind[0]?.kind}` : '环翠区总工会',
      many: true,
      split: /[、；;，,\n\t]+/u,
      read: (text) => withKind(text, nominatingQuotas?.byKind ?? []),
      check: (text) => bodyCheck(text, nominatingQuotas?.byKind.map(({ kind }) => kind) ?? []),
    },
    { flag: 'notice-title', about: '公示的标题', example: `关于${label}${programme.title}候选人的公示`, check: line },
    { flag: 'notice-document', about: '公示的文号', optional: true, check: line },
    { flag: 'issuer', about: '公示的落款单位', many: true, fallback: programme.organisers, check: line },
  ];
}

/** The printed dates against the programme's rule and the calendar. Only errors: a warning is for `check` and for a person. */
export function windowFindings(
  programme: Programme,
  answers: Answers,
  calendar: WorkCalendar,
  file = 'round.md',
): Finding[] {
  const rule = programme.rules.publicity;
  const one = (flag: string): string => answers[flag]?.[0] ?? '';
  const countsFrom = rule.stated ? rule.countsFrom : (one('counts-from') as 'opening-day' | 'next-day');
  const printed = {
    opensOn: plainDate(one('opens')),
    closesOn: plainDate(one('closes')),
    published: plainDate(one('published')),
    length: rule.stated ? rule.length : Number(one('length')),
    unit: rule.stated ? rule.unit : (one('unit') as DayCount),
    countsFrom,
  };
  const { findings } = checkPrintedWindow(printed, calendar, { file, field: 'publicity' });
  return findings.filter(({ level }) => level === 'error');
}

function windowFault(programme: Programme, answers: Answers, calendar: WorkCalendar): string | undefined {
  const found = windowFindings(programme, answers, calendar);
  return found.length > 0 ? found.map(sentence).join('') : undefined;
}

function day(text: string): string {
  return writtenDate(text) ?? text;
}

/** The word a file has for one an office has. */
function wordFor(words: Readonly<Record<string, readonly string[]>>): (text: string) => string {
  return (text) => Object.entries(words).find(([, known]) => known.includes(text))?.[0] ?? text;
}

/** 环翠区总工会=县区 → 环翠区总工会=county. */
function withKind(text: string, kinds: readonly { kind: string; name: string }[]): string {
  const [name = '', stated] = text.split(/[=＝]/u).map((part) => part.trim());
  if (stated === undefined) return text;
  return `${name}=${kinds.find((one) => one.name === stated)?.kind ?? stated}`;
}

function date(text: string): string | undefined {
  return parsePlainDate(text) ? undefined : '不是一个存在的日期，请按“年-月-日”写，例如 2026-11-23。';
}

function time(text: string): string | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text) ? undefined : '要写成 17:00 的样子。';
}

function yearCheck(text: string): string | undefined {
  return /^20\d{2}$/.test(text) ? undefined : '要写四位年份，例如 2027。';
}

function days(text: string): string | undefined {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 366 ? undefined : '要写 1 到 366 之间的整数。';
}

export function among(allowed: readonly string[]): (text: string) => string | undefined {
  return (text) => (allowed.includes(text) ? undefined : `只能是 ${allowed.join('、')} 之一。`);
}

/** 荷城大工匠=25名，至多20名 → great=25,20. */
function withTier(text: string, tiers: Programme['rules']['tiers']): string {
  const [, called = '', count = '', atMost] =
    /^([^=＝]+)[=＝]\s*(\d+)[名人个]?(?:\s*[，,；;]?\s*(?:至多|最多)?(\d+)[名人个]?)?$/u.exec(text) ?? [];
  if (count === '') return text;
  const key = tiers.find(({ name }) => name === called.trim())?.key ?? called.trim();
  return `${key}=${count}${atMost === undefined ? '' : `,${atMost}`}`;
}

function tierCheck(text: string, keys: readonly string[]): string | undefined {
  const { key, count, atMost } = tierOf(text);
  if (!keys.includes(key) || !(count > 0))
    return `要写成“${keys[0]}=10”的样子，等号前是 ${keys.join('、')} 或它的名称。`;
  if (atMost === undefined) return undefined;
  return atMost > 0 && atMost <= count ? undefined : '至多命名的人数不能是 0，也不能多于公示的人数。';
}

function openTiersCheck(text: string): string | undefined {
  const { by, atMost } = openTiersOf(text);
  if (line(by) !== undefined) return '要写评定的单位或办法，例如 市评审委员会。';
  return atMost === undefined || atMost > 0 ? undefined : '至多命名的人数要写成大于 0 的整数，例如 市评审委员会=50。';
}

function bodyCheck(text: string, kinds: readonly string[]): string | undefined {
  const { name, kind } = bodyOf(text);
  if (line(name) !== undefined) return '要写单位名称。';
  if (kind === undefined) return undefined;
  if (kinds.length === 0) return '这个活动不分推荐单位的类别，请去掉等号和后面的字。';
  return kinds.includes(kind) && idSchema.safeParse(kind).success
    ? undefined
    : `等号后面只能是 ${kinds.join('、')} 之一。`;
}
