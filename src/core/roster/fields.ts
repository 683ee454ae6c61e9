import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import { parsePlainDate, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Programme } from '#core/records/programme.ts';
import { chineseSkillLevel, type Route, type SkillLevel } from '#core/formats/words.ts';
import { headKey, line } from './tidy.ts';

/** What a cell says, or why nobody can tell; an empty cell says `undefined`. */
export type Parsed<T> = { value: T | undefined } | { problem: FindingCode; args: Args };

/** 无, 暂无, /, —: how forms say that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:无|暂无|没有|[/\\\-—–－_]+)?[。.]?$/u.test(line(text));
}

/** `高级技师`, `一级/高级技师`, `国家职业资格二级（技师）`, `□技师 ☑高级工`. */
export function parseSkillLevel(text: string): Parsed<SkillLevel> {
  const ticked = tickedOf(text.slice(0, 400));
  if ('problem' in ticked) return ticked;
  let rest = headless(ticked.value ?? '');
  if (rest === '') return { value: undefined };
  const found = new Set<SkillLevel>();
  for (const [pattern, level] of LEVEL_WORDS) {
    const without = rest.split(pattern).join('');
    if (without !== rest) found.add(level);
    rest = without;
  }
  const left = rest.replace(/国家|职业|资格|技能|等级|证书|[()[\]/、,]/gu, '');
  const [level, ...more] = found;
  if (level === undefined || left !== '') return unknownWord(Object.values(chineseSkillLevel));
  return more.length > 0 ? { problem: 'import-two-values', args: {} } : { value: level };
}

export function parseTitle(text: string): Parsed<string> {
  const ticked = tickedOf(text);
  return 'problem' in ticked ? ticked : { value: ticked.value === '' ? undefined : ticked.value };
}

/** The programme's own name of a route, with or without its bracket, or a common word that fits only one of those allowed. */
export function parseRoute(text: string, { rules }: Programme, body?: string): Parsed<Route> {
  const ticked = tickedOf(text);
  if ('problem' in ticked) return ticked;
  const word = whole(ticked.value ?? '');
  if (word === '') return { value: undefined };
  const { allowed } = rules.routes;
  const fits = [
    allowed.filter(({ name }) => whole(name) === word),
    allowed.filter(({ name }) => headKey(name) === headKey(text)),
    allowed.filter(({ route }) => ROUTE_WORDS[route].split(' ').includes(word)),
  ].find((some) => some.length > 0);
  const routes = new Set(fits?.map(({ route }) => route));
  const [route] = routes;
  // 单位推荐 in a notice that means unions above all (包总工办发〔2023〕2号四、（一）): who nominates says which.
  if (routes.size === 2 && routes.has('unionNomination') && routes.has('employerNomination') && body !== undefined) {
    return { value: /工会/u.test(body) ? 'unionNomination' : 'employerNomination' };
  }
  return routes.size === 1 ? { value: route } : unknownWord(allowed.map(({ name }) => name));
}

export function parseTier(text: string, { rules }: Programme): Parsed<string> {
  const word = whole(text);
  if (word === '') return { value: undefined };
  const tier = rules.tiers.find(({ name }) => whole(name) === word);
  return tier ? { value: tier.key } : unknownWord(rules.tiers.map(({ name }) => name));
}

/** One of the programme's districts, where it lists them; else what at least ends like one: never the words of a stamp box. */
export function parseDistrict(text: string, { districts = [], region }: Programme): Parsed<string> {
  const word = line(text);
  if (word === '') return { value: undefined };
  const listed = districts.find(
    (one) => one === word || (word.endsWith(one) && region.endsWith(word.slice(0, -one.length))),
  );
  if (listed !== undefined) return { value: listed };
  const fits = districts.length === 0 && /^\p{Script=Han}{1,16}[区县市旗盟园]$/u.test(word);
  return fits ? { value: word } : { problem: 'import-district-unknown', args: { allowed: districts.join('、') } };
}

/** `1、3`, `①③`, `第1、3条`. */
export function parseConditions(text: string, { rules }: Programme): Parsed<string[]> {
  const keys = (rules.conditions?.oneOf ?? []).map(({ key }) => key);
  const said = text
    .replace(/[①-⑳]/gu, ' $& ')
    .normalize('NFKC')
    .replace(/符合|具备|条件|第|[条款项]|[()]/gu, ' ')
    .split(/[\s、,;.和及与]+/u)
    .filter((word) => word !== '');
  if (said.length === 0) return { value: undefined };
  if (said.every((word) => keys.includes(word))) return { value: [...new Set(said)] };
  return unknownWord(keys);
}

/** Whole years; a start, `2001.7` or 197510, is a date and asked about: a year too many is a false record. */
export function parseYears(text: string, opensOn: PlainDate | undefined): Parsed<number> {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (plain === '') return { value: undefined };
  const years = /^满?(\d{1,2})(?:周?年)?$/u.exec(plain)?.[1];
  if (years !== undefined) return { value: Number(years) };
  const start = /^((?:19|20)\d{2})[年.\-/]?(\d{1,2})?(?:[月.\-/](?:\d{1,2}日?)?)?(?:至今|起|-至今)?$/u.exec(plain);
  if (!start) return { problem: 'import-years-unclear', args: {} };
  const [year, month] = [Number(start[1]), Number(start[2] ?? 0)];
  const now = opensOn && { year: Number(opensOn.slice(0, 4)), month: Number(opensOn.slice(5, 7)) };
  const certain = now && month >= 1 && month <= 12 && month !== now.month && !/\.1$/u.test(plain);
  const full = certain ? now.year - year - (month > now.month ? 1 : 0) : undefined;
  return { problem: 'import-years-start', args: { opensOn: opensOn ?? '', years: full ?? '' } };
}

/** `2026-03-02`, `2026.3.2`, `2026年3月2日`, `2026/3/2`. */
export function parseDay(text: string): Parsed<PlainDate> {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (plain === '') return { value: undefined };
  const [, year = '', month = '', day = ''] = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/u.exec(plain) ?? [];
  const date = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date ? { value: date } : { problem: 'import-date-unclear', args: {} };
}

/** The one ticked choice of `□高级技师 ☑技师 □高级工` or `高级技师□ 技师☑`; a text without boxes as it is. */
function tickedOf(text: string): Parsed<string> {
  const plain = line(text);
  if (!/[□☐○▢◻☑☒■√✓✔▣●]/u.test(plain)) return { value: plain };
  const choices = [...plain.matchAll(/([□☐○▢◻☑☒■√✓✔▣●]*)\s*([^\s□☐○▢◻☑☒■√✓✔▣●]*)\s*/gu)];
  const leads = /^[□☐○▢◻☑☒■√✓✔▣●]/u.test(plain);
  // Between two words a tick may belong to either.
  if (!leads && !/[□☐○▢◻☑☒■√✓✔▣●]$/u.test(plain)) return { problem: 'import-two-values', args: {} };
  const marks = choices.map((choice) => choice[1] ?? '');
  const words = choices.map((choice) => choice[2] ?? '');
  const ticked = words.filter(
    (word, at) => word !== '' && /[☑☒■√✓✔▣●]/u.test((leads ? marks[at] : marks[at + 1]) ?? ''),
  );
  return ticked.length > 1 ? { problem: 'import-two-values', args: {} } : { value: ticked[0] ?? '' };
}

function unknownWord(allowed: readonly string[]): { problem: FindingCode; args: Args } {
  return { problem: 'import-word-unknown', args: { allowed: allowed.join('、') } };
}

function headless(text: string): string {
  return text.normalize('NFKC').replace(/[\s:]/gu, '');
}

/** For comparing words: brackets and white space do not count, what stands in them does. */
function whole(text: string): string {
  return text.normalize('NFKC').replace(/[\s()[\]“”"]/gu, '');
}

/** Longer words first; the five levels of 国家职业资格, 一级 the highest. */
const LEVEL_WORDS: [RegExp, SkillLevel][] = [
  [/特级技师/u, 'special-technician'],
  [/首席技师/u, 'chief-technician'],
  [/高级技师/u, 'senior-technician'],
  [/高级工(?!程)/u, 'senior-worker'],
  [/中级工(?!程)/u, 'intermediate-worker'],
  [/初级工(?!程)/u, 'junior-worker'],
  [/技师/u, 'technician'],
  [/[一1]级/u, 'senior-technician'],
  [/[二2]级/u, 'technician'],
  [/[三3]级/u, 'senior-worker'],
  [/[四4]级/u, 'intermediate-worker'],
  [/[五5]级/u, 'junior-worker'],
];

const ROUTE_WORDS: Record<Route, string> = {
  unionNomination: '工会推荐 工会组织推荐 各级工会推荐 组织推荐 联合推荐 单位推荐 集中推荐',
  employerNomination: '单位推荐 单位申报 用人单位申报 用人单位推荐 企业推荐 所在单位推荐',
  associationNomination: '社团推荐 协会推荐 行业协会推荐 社会推荐 社会团体推荐 商会推荐 学会推荐',
  selfNomination: '个人自荐 自荐 个人申报 本人自荐 职工自荐',
};
