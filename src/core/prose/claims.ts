import { NUMBER, numberOf } from './numerals.ts';

/** Something that running text states and that data states too. */
export type Claim = {
  /** As it is written, white space aside. */
  words: string;
  /** The sentence it stands in. */
  sentence: string;
} & (
  | { kind: 'date'; year: number | undefined; month: number; day: number; role: Role; weekday: string | undefined }
  | { kind: 'hour'; hour: number; minute: number; half: 'morning' | 'afternoon' | undefined; role: Role }
  /** `around`: what stands right before and right behind, to see whose number it is. */
  | { kind: 'count'; count: number; around: readonly [string, string] }
  | { kind: 'length'; length: number; unit: 'working' | 'calendar' }
  | { kind: 'telephone'; digits: string }
  | { kind: 'mailbox'; address: string }
  | { kind: 'postcode'; digits: string }
);
/** Whether a date or hour is said to be the end or the beginning of something. */
type Role = 'end' | 'start' | undefined;

/** Every date, hour, count, length, telephone, mailbox and postcode of a text, in its order. */
export function claimsIn(text: string): Claim[] {
  return sentencesOf(text).flatMap((sentence) =>
    [
      ...dates(sentence),
      ...hours(sentence),
      ...counts(sentence),
      ...lengths(sentence),
      ...telephones(sentence),
      ...others(sentence),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ claim }) => ({ ...claim, sentence })),
  );
}

type Own<C> = C extends Claim ? Omit<C, 'sentence'> : never;
interface Found {
  at: number;
  claim: Own<Claim>;
}

/** Titles of documents and their numbers say nothing of this round. */
function sentencesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[^\S\n]+/gu, '')
    .replace(/《[^《》]*》/gu, '《》')
    .replace(/[〔[(【](?:19|20)\d\d[〕\])】]第?\d+号/gu, '')
    .split(/(?<=[。;!?])|\n/u)
    .filter((sentence) => sentence !== '');
}

const N = NUMBER;
const DATE = new RegExp(
  `(?:(\\d{4}|[〇零一二三四五六七八九]{4})年)?(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:\\((?:星期|周)([一二三四五六日天])\\))?(?:(?:[-—–~至到]+)(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:\\((?:星期|周)([一二三四五六日天])\\))?)?`,
  'gu',
);
const NUMERIC_DATE = /(?<![\d.])(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?![\d.])/gu;

function dates(sentence: string): Found[] {
  const chinese = [...sentence.matchAll(DATE)].flatMap((match): Found[] => {
    const [whole, y, m = '', d = '', weekday, until, untilDay] = match;
    const year = y === undefined ? undefined : numberOf(y);
    const [month, day] = [numberOf(m), numberOf(d)];
    const start = match.index;
    // A limit of age is a rule of the programme.
    const isBirth = /^(?:\([^)]*\))?(?:以后|以前|之后|之前|后|前)?出生/u.test(sentence.slice(start + whole.length));
    if (month === undefined || day === undefined || isBirth) return [];
    const first = until === undefined ? roleOf(sentence, start, start + whole.length) : 'start';
    const found: Found[] = [
      { at: start, claim: { kind: 'date', words: whole, year, month, day, role: first, weekday } },
    ];
    const last = until === undefined ? undefined : numberOf(until);
    if (last !== undefined) {
      found.push({
        at: start + 1,
        claim: { kind: 'date', words: whole, year, month, day: last, role: 'end', weekday: untilDay },
      });
    }
    return found;
  });
  const numeric = [...sentence.matchAll(NUMERIC_DATE)].map((match): Found => {
    const [words, y, m, d] = match;
    const role = roleOf(sentence, match.index, match.index + words.length);
    const claim = { kind: 'date' as const, words, role, weekday: undefined };
    return { at: match.index, claim: { ...claim, year: Number(y), month: Number(m), day: Number(d) } };
  });
  return [...chinese, ...numeric];
}

/** By what stands right before and right behind it. */
function roleOf(sentence: string, from: number, to: number): Role {
  const [before, behind] = [sentence.slice(Math.max(0, from - 6), from), sentence.slice(to, to + 14)];
  const hour = '(?:[上下中]?[午晚]?\\d{1,2}(?:[时点](?:\\d{1,2}分|整|半)?|:\\d\\d))?';
  if (new RegExp(`^${hour}(?:\\([^)]*\\))?(?:之前|以前|前|止|为止|截止|结束|期满)`, 'u').test(behind)) return 'end';
  if (/(?:截止(?:于|到|至|日期为|时间为|日期:|时间:)?|截至|延长至|延长到|止于|[至到—–~-])$/u.test(before)) return 'end';
  if (new RegExp(`^${hour}(?:起|开始|至|到|—|–|-|~)`, 'u').test(behind)) return 'start';
  return /(?:自|从)$/u.test(before) ? 'start' : undefined;
}

const HOUR =
  /(上午|早上|中午|下午|傍晚|晚上|晚)?(?<![\d:])(\d{1,2}|[一二三四五六七八九十]{1,3})(?:(?:时|点)(?:(\d{1,2}|[一二三四五六七八九十]{1,3})分|(半)|整)?|:(\d\d))(?![\d候段间])/gu;

function hours(sentence: string): Found[] {
  return [...sentence.matchAll(HOUR)].flatMap((match): Found[] => {
    const [words, part, h = '', m, half, colon] = match;
    const hour = numberOf(h);
    const minute = colon !== undefined ? Number(colon) : half ? 30 : m === undefined ? 0 : numberOf(m);
    if (hour === undefined || minute === undefined || hour > 24 || minute > 59) return [];
    const day = part === undefined ? undefined : /上午|早上/.test(part) ? 'morning' : 'afternoon';
    const behind = sentence.slice(match.index + words.length);
    const role = /^(?:之前|以前|前|止|为止|截止|结束)/u.test(behind) ? 'end' : undefined;
    return [{ at: match.index, claim: { kind: 'hour', words, hour, minute, half: day, role } }];
  });
}

const COUNT = new RegExp(`(${N})(?:名|人|位|个(?=候选|人选|人))(?!次|均|民|民币|员|工|数|士|才|社|力|大)`, 'gu');

/** Counts of the people of the list; what is said of those who applied, of every unit, or of a limit is something else. */
function counts(sentence: string): Found[] {
  return [...sentence.matchAll(COUNT)].flatMap((match): Found[] => {
    const [words, n = ''] = match;
    const count = numberOf(n);
    const before = sentence.slice(0, match.index);
    const behind = sentence.slice(match.index + words.length);
    const clause = before.split(/[,，、(]/u).at(-1) ?? '';
    if (count === undefined || NOT_THE_LIST.test(clause) || /^(?:以内|以上|以下|左右|多|余)/u.test(behind)) return [];
    const after = behind.split(/[,，。;!?()]/u)[0] ?? '';
    const isOfTheList =
      OF_THE_LIST.test(after) ||
      /公示.{0,4}(?:共|计)$/u.test(clause) ||
      (/(?:共|计|共计|合计|总计|等|确定了?|产生了?|提出了?|命名|表彰|授予)$/u.test(clause) &&
        OF_THE_LIST.test(sentence));
    return isOfTheList ? [{ at: match.index, claim: { kind: 'count', words, count, around: [clause, after] } }] : [];
  });
}

const NOT_THE_LIST =
  /申报|报名|推荐(?!(?:人选|对象))|收到|参[评加选与]|海选|初选|初审|符合|审核|不超过|不少于|至少|最多|至多|每|各|限|评委|专家|带徒|徒弟|职工|平均|第$|覆盖|培训|带领|累计|奖励|由$|前$/u;
const OF_THE_LIST = /候选|人选|工匠|技师|名单|同志|对象|获奖|获得者|先进|劳模|劳动模范|拟(?:命名|表彰|公布|认定)|入围/u;

const LENGTH = new RegExp(
  `(公示(?:期|时间|期限)?(?:为期|为|:|共|共计)?|(?:[,(]|[日号])(?:共|共计|为期|历时)?)(${N})(个?工作日|天|日|个?自然日)(?![内期前后])`,
  'gu',
);

function lengths(sentence: string): Found[] {
  return [...sentence.matchAll(LENGTH)].flatMap((match): Found[] => {
    const [whole, lead = '', n = '', unit = ''] = match;
    const length = numberOf(n);
    const before = sentence.slice(0, match.index).split(/[,，]/u).at(-1) ?? '';
    // `9月11日至9月18日,共5个工作日`: said behind the dates of the publicity, and never the day of a date itself.
    const apart = !lead.startsWith('公示');
    if (apart && (unit === '日' || !/公示(?:期|时间|为|自|从)/u.test(sentence.slice(0, match.index)))) return [];
    const words = apart ? whole.replace(/^[,(日号]/u, '') : whole;
    // The publicity in the own unit or district came before.
    if (length === undefined || /单位|本企业|区市|县区|基层|初审|车间|逐级/u.test(before)) return [];
    return [
      {
        at: match.index,
        claim: { kind: 'length', words, length, unit: /工作日/u.test(unit) ? 'working' : 'calendar' },
      },
    ];
  });
}

const LINE =
  /(?<![\d-])(?:\(?(0\d{2,3})\)?[-—–]?)?([2-9]\d{6,7}|0{7,8}|1[3-9]\d{9}|[48]00[-—]?\d{3}[-—]?\d{4})(?![\d-])/gu;
const SHORT_LINE = /(?<!\d)(?:(0\d{2,3})[-—–]?)?(1[12]\d{1,3}|123\d\d)(?!\d|[年月日号时点元人名位个件项岁%])/gu;
const SPEAKS_OF_LINES = /电话|热线|传真|拨打|致电|联系方式|来电|咨询|举报|监督|值班/u;

function telephones(sentence: string): Found[] {
  if (!SPEAKS_OF_LINES.test(sentence)) return [];
  return [...sentence.matchAll(LINE), ...sentence.matchAll(SHORT_LINE)].map((match): Found => {
    const [words, area = '', number = ''] = match;
    return { at: match.index, claim: { kind: 'telephone', words, digits: `${area}${number}`.replace(/\D/g, '') } };
  });
}

function others(sentence: string): Found[] {
  return [
    ...[...sentence.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu)].map((match): Found => ({
      at: match.index,
      claim: { kind: 'mailbox', words: match[0], address: match[0].toLowerCase() },
    })),
    ...[...sentence.matchAll(/(?:邮编|邮政编码)[:为]?(\d{6})(?!\d)/gu)].map((match): Found => ({
      at: match.index,
      claim: { kind: 'postcode', words: match[0], digits: match[1] ?? '' },
    })),
  ];
}
