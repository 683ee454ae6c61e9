import { CORNERS, ORDER, READINGS, SERIES, STROKES, STROKES_BEYOND } from './han-table.ts';

/** What the national table and Unihan say of Han characters: strokes, order, readings, shape. Source and licence: `han-table.ts`. */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
const FIRST = 0x4e00;
/** Where the second and the third level of 通用规范汉字表 begin. */
const LEVELS = [3500, 6500];

/** Pairs that dictionaries warn of and that neither their corners nor their parts show. */
const TAKEN_FOR_ANOTHER =
  '祎袆 禇褚 昊旻 炅昃 汨汩 毋母 冶治 析折拆 侯候 天夭 千干于 免兔 亳毫 妹姝 茶荼 祟崇 曌瞾 尹伊 卞卡 闫闰';

const inTable: readonly string[] = [...ORDER];
const places: ReadonlyMap<string, number> = new Map(inTable.map((sign, place) => [sign, place]));
const beyond: ReadonlyMap<string, string> = new Map(
  [...STROKES_BEYOND.matchAll(/(\P{ASCII})(\p{ASCII})/gu)].map(([, sign = '', digit = '']) => [sign, digit]),
);
const readings: ReadonlyMap<string, readonly string[]> = groupsOf(
  [...READINGS.matchAll(/([a-z]+)([^a-z]+)/gu)].map(([, syllable = '', signs = '']) => [syllable, signs]),
);
const series: ReadonlyMap<string, readonly string[]> = groupsOf(
  `${SERIES} ${TAKEN_FOR_ANOTHER}`.split(' ').map((signs, index) => [String(index), signs]),
);

function groupsOf(groups: readonly (readonly [name: string, signs: string])[]): Map<string, string[]> {
  const of = new Map<string, string[]>();
  for (const [name, signs] of groups) for (const sign of signs) of.set(sign, [...(of.get(sign) ?? []), name]);
  return of;
}

/** How many strokes a character has; `undefined` where the table does not know it. */
export function strokesOf(sign: string): number | undefined {
  const digit = beyond.get(sign) ?? STROKES[(sign.codePointAt(0) ?? 0) - FIRST];
  const strokes = digit === undefined ? 0 : DIGITS.indexOf(digit);
  return strokes > 0 ? strokes : undefined;
}

/**
 * Which of two characters of as many strokes comes first: 横竖撇点折, stroke by stroke, as the table orders them within a level.
 * `undefined` where the table has not both in one level.
 */
export function compareStrokeOrder(one: string, other: string): number | undefined {
  const [first, second] = [places.get(one), places.get(other)];
  if (first === undefined || second === undefined || levelOf(first) !== levelOf(second)) return undefined;
  return first - second;
}

function levelOf(place: number): number {
  return LEVELS.filter((from) => place >= from).length;
}

/** Whether two characters can be read alike, tones aside: 磊 and 蕾, 重 and 崇. */
export function soundsAlike(one: string, other: string): boolean {
  return share(readings.get(one), readings.get(other));
}

/** Whether two characters look alike: the same four corners (己 and 已), or the same part by which they are read (清 and 晴). */
export function looksAlike(one: string, other: string): boolean {
  const corners = cornersOf(one);
  return (corners !== undefined && corners === cornersOf(other)) || share(series.get(one), series.get(other));
}

function cornersOf(sign: string): string | undefined {
  const place = places.get(sign);
  const corners = place === undefined ? '0000' : CORNERS.slice(place * 4, place * 4 + 4);
  return corners === '0000' ? undefined : corners;
}

function share(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.some((one) => others.includes(one));
}
