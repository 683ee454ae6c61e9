import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fold } from '#core/privacy/fold.ts';
import { TrackedText } from '#core/privacy/tracked-text.ts';

const folded = (text: string): string => fold(new TrackedText(text)).text;
/** Twice, since the second time a sign has been met before. */
function folds(text: string, expected: string): void {
  for (const around of ['', '甲', '', 'x'])
    assert.equal(folded(around + text + around), around + expected + around, JSON.stringify(text));
}

describe('one spelling for what looks alike', () => {
  it('digits of every script, wide and narrow letters, compatibility forms', () => {
    for (const [text, expected] of [
      ['０９Ａｚ＠．', '09Az@.'],
      ['٣३๓③❸𝟛🄄', '3333333'],
      ['№㎏ﬁ㈱Ⅳ', 'Nokgfi(株)IV'],
      ['½', '1⁄2'],
      ['⑩', '10'],
      ['１３８　０５７１', '138 0571'],
      ['ｶ', 'カ'],
    ] as const)
      folds(text, expected);
  });

  it('line ends, spaces and dashes', () => {
    for (const end of '\r\v\f\u0085\u2028\u2029') folds(end, '\n');
    for (const space of '\u00a0\u1680\u2000\u2003\u2009\u200a\u202f\u205f\u3000\u2800') folds(space, ' ');
    for (const dash of '-‐‑‒–—―﹣－\u2212\u2043\u02d7\u2796\u2500\u2501ー\uff70〜'.replace('〜', '')) folds(dash, '-');
    folds('\t\n', '\t\n');
    folds('一·~/', '一·~/');
  });

  it('what no reader sees is dropped, also where one character has two units', () => {
    for (const none of [
      '\u200b',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u00ad',
      '\u202e',
      '\u0301',
      '\u20e3',
      '\u0336',
      '\0',
      '\u0008',
      '\u007f',
      '\ufffc',
      '\ufffd',
      '\uffff',
      '\ud800',
      '\udc00',
      '\u{e0031}',
      '\u{e0100}',
      '\u{1d167}',
    ])
      folds(`3${none}8`, '38');
    folds('e\u0301é', 'ee');
    folds('\ud800\ud800x', 'x');
    folds('\udc00𝟑\ud800', '3');
  });

  it('what has a spelling of its own stays', () => {
    for (const text of ['abc 甲乙, 12', '\uFDD0', '𠮷', '😀', '가힣', '', '☃']) folds(text, text);
    const plain = new TrackedText('abc 甲乙');
    assert.equal(fold(plain), plain);
    const same = new TrackedText('한국');
    assert.equal(fold(same), same);
  });

  it('knows where everything came from', () => {
    const text = 'a\u200b１𝟚é㎏x';
    const out = fold(new TrackedText(text));
    assert.equal(out.text, 'a12ekgx');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 6].map((index) => out.origin(index)),
      [0, 2, 3, 5, 6, 7],
    );
    assert.equal(fold(new TrackedText('１２')).origin(1), 1);
  });
});
