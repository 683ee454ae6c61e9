import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHINESE_NUMERALS, digitOf } from '#core/privacy/digit.ts';

const of = (character: string): number | undefined => digitOf(character.codePointAt(0) ?? 0);
/** Ten or nine digits in order, with the value of the first, as the code charts of Unicode name them. */
const ROWS: readonly (readonly [digits: string, first: number])[] = [
  ['0123456789', 0],
  ['０１２３４５６７８９', 0],
  ['٠١٢٣٤٥٦٧٨٩', 0],
  ['۰۱۲۳۴۵۶۷۸۹', 0],
  ['०१२३४५६७८९', 0],
  ['๐๑๒๓๔๕๖๗๘๙', 0],
  ['𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗', 0],
  ['𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', 0],
  ['𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫', 0],
  ['𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', 0],
  ['𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿', 0],
  ['①②③④⑤⑥⑦⑧⑨', 1],
  ['⓵⓶⓷⓸⓹⓺⓻⓼⓽', 1],
  ['❶❷❸❹❺❻❼❽❾', 1],
  ['➀➁➂➃➄➅➆➇➈', 1],
  ['➊➋➌➍➎➏➐➑➒', 1],
  ['〡〢〣〤〥〦〧〨〩', 1],
  ['፩፪፫፬፭፮፯፰፱', 1],
  ['🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊', 0],
  ['⓪', 0],
  ['⓿', 0],
  ['🄋', 0],
  ['🄌', 0],
  ['\u19da', 1],
  ['\u{1d360}\u{1d361}\u{1d362}\u{1d363}\u{1d364}\u{1d365}\u{1d366}\u{1d367}\u{1d368}', 1],
  ['\u{10a40}\u{10a41}\u{10a42}\u{10a43}', 1],
  ['\u{10e60}\u{10e61}\u{10e62}\u{10e63}\u{10e64}\u{10e65}\u{10e66}\u{10e67}\u{10e68}', 1],
  ['\u{11052}\u{11053}\u{11054}\u{11055}\u{11056}\u{11057}\u{11058}\u{11059}\u{1105a}', 1],
  ['\u{1fbf0}\u{1fbf1}\u{1fbf2}\u{1fbf3}\u{1fbf4}\u{1fbf5}\u{1fbf6}\u{1fbf7}\u{1fbf8}\u{1fbf9}', 0],
];

describe('digits of any script and shape', () => {
  it('have the value that Unicode gives them', () => {
    for (const [digits, first] of ROWS)
      assert.deepEqual(
        [...digits].map(of),
        [...digits].map((_, at) => first + at),
        digits,
      );
  });

  it('other signs have none, those beside the digits least of all', () => {
    for (const sign of [
      ...'/:aⅠ一十⑩⓾❿➉➓〸🄀🄍፲½㉑',
      '\u1368',
      '\u245f',
      '\u24eb',
      '\u24f4',
      '\u24fe',
      '\u2775',
      '\u277f',
      '\u2789',
      '\u2793',
      '\u3020',
      '\u302a',
    ])
      assert.equal(of(sign), undefined, sign);
    for (const code of [0x1d35f, 0x1d369, 0x10a3f, 0x10a44, 0x10e5f, 0x10e69, 0x11051, 0x1105b, 0x1f10d])
      assert.equal(digitOf(code), undefined, code.toString(16));
  });

  it('Chinese numerals: plain, formal, those of the telephone and old ones', () => {
    for (const row of [
      '〇一二三四五六七八九',
      '零壹贰叁肆伍陆柒捌玖',
      '洞幺两叁四五六拐八勾',
      '零壱貳參肆伍陸柒捌玖',
      '零一二叄四五六七八九',
    ])
      assert.deepEqual(
        [...row].map((sign) => CHINESE_NUMERALS.get(sign)),
        [...'0123456789'],
        row,
      );
    for (const sign of '十百千万0○') assert.equal(CHINESE_NUMERALS.get(sign), undefined, sign);
  });
});
