import type { Chance } from '../chance.ts';

type Dress = (value: string, chance: Chance) => string;

const spelt =
  (digits: string): Dress =>
  (value) =>
    value.replace(/[0-9]/g, (digit) => [...digits][Number(digit)] ?? digit);

/** How somebody types a value by hand, so that a search for the plain digits does not meet it. */
export const DRESSES = {
  plain: (value) => value,
  'full width': (value) => value.replace(/[0-9A-Za-z*]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  grouped: (value, c) => pieces(value).join(c.pick([' ', '　', '  ', '\u00a0'])),
  'grouped by dashes': (value, c) => pieces(value).join(c.pick(['-', '－', '–', '·', '.'])),
  'every sign apart': (value, c) => [...value].join(c.pick([' ', '-', '、', '.'])),
  'Chinese numerals': (value, c) =>
    spelt(c.pick(['〇一二三四五六七八九', '零一二三四五六七八九', '洞幺两三四五六拐八勾']))(value, c),
  'formal numerals': spelt('零壹贰叁肆伍陆柒捌玖'),
  'zero width': (value, c) => [...value].join(c.pick(['\u200b', '\u2060', '\u200d', '\ufeff'])),
  'other script': (value, c) => spelt(c.pick(['٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗']))(value, c),
  circled: spelt('⓪①②③④⑤⑥⑦⑧⑨'),
} as const satisfies Record<string, Dress>;

export type DressName = keyof typeof DRESSES;

/** As such numbers are read aloud: 3-4-4, 6-8-4, fours. */
function pieces(value: string): string[] {
  const lengths = { 11: [3, 4, 4], 15: [6, 6, 3], 18: [6, 8, 4] }[value.length] ?? [4, 4, 4, 4, 4];
  let at = 0;
  return lengths.map((length) => value.slice(at, (at += length))).filter((piece) => piece !== '');
}
