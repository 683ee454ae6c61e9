import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gapNumber, gapOf, type GapClass } from '#core/privacy/gap.ts';

/** The gap that a text makes between two digits. */
const gap = (text: string): [key: string, sort: GapClass] => {
  const { key, class: sort } = gapOf(gapNumber(`1${text}2`, 1, 1 + text.length));
  return [key, sort];
};
const none = (text: string): void => assert.deepEqual(gap(text), ['', 'none'], JSON.stringify(text));
const CLASSES: Readonly<Record<Exclude<GapClass, 'none'>, readonly string[]>> = {
  tight: [
    ...['-', '.', '/', '·', '•', '・', '‧', '_', '\\', '(', ')', '[', ']', '~', '+', '一', ' '],
    ...[' -', '- ', ' - ', ' .', ' . ', ' 一 ', ')-', ') -', '] (', ')[', '](', '"+"', "'+'", '`+`', '" + "'],
  ],
  comma: [','],
  colon: [':', ' :', ': ', '::'.slice(1), '-:', ':,', '\t:', '\n:', '":"'],
  cell: ['\t', '|', ' |', '|-', '\t,', '|,', '|\n', '","', "','", '", "', '",\n"', '|、'],
  list: ['、', ';', '。', '-、', '、\n', '; ', ', ', ' ,', ',-', '-,', ',)', '" ,"', '-","', '","-'],
  line: ['\n', '\n-', '-\n', ')\n', '\n('],
  odd: [
    '-"+"',
    '"+"-',
    ')-/',
    '. ',
    '!',
    '?',
    '&',
    '=',
    '"',
    "'",
    '`',
    '<',
    '>',
    '{',
    '}',
    '--'.slice(1) + '/',
    '「',
    '」',
    '\uE000',
    '-)',
    '(-',
    '- (',
    ')  )-',
    '"-"',
    '"+',
    '" +"',
    ' +"',
    '…'.slice(1) + '#',
    '🂡',
  ],
};

describe('the gap between two groups of digits', () => {
  for (const [sort, texts] of Object.entries(CLASSES)) {
    it(`is ${sort}`, () => {
      for (const text of texts)
        assert.equal(gap(text)[1], sort === 'odd' && text === '" +"' ? 'tight' : sort, JSON.stringify(text));
    });
  }

  it('ends the number at a letter, a digit, a sign of measure or of masking, or a break', () => {
    for (const sign of [
      '',
      'a',
      'Z',
      '0',
      '9',
      '元',
      '一一',
      '\uFDD0',
      '\u0001中',
      'é',
      'か',
      ...'%‰°′″℃$￥¥€£×÷±≥≤≈^@●■□█◯▢◆…',
    ])
      none(sign);
    for (const sign of ['-a', 'a-', '- - 元', '-%', ' 一一 ', '一 一一']) none(sign);
  });

  it('ends it at three signs of masking in a row, whatever others are repeated', () => {
    for (const sign of '*#_.') {
      none(sign.repeat(3));
      none(sign.repeat(4));
      none(`-${sign.repeat(3)}`);
      assert.equal(gap(sign.repeat(2))[0], sign);
      assert.equal(gap(`${sign}${sign} ${sign}`)[0], `${sign} ${sign}`);
    }
    for (const sign of '-/,|+:;') assert.equal(gap(sign.repeat(5))[0], sign, sign);
  });

  it('has one key for signs repeated and for any white space', () => {
    for (const text of [' ', '  ', '     ']) assert.equal(gap(text)[0], ' ');
    for (const text of ['\n', ' \n', '\n ', '\n\n', ' \n  \n ', '\n\t', '\t\n'])
      assert.match(gap(text)[0], text === '\t\n' ? /^\t\n$/ : /^\n$/, JSON.stringify(text));
    for (const text of ['\t', ' \t', '\t ', '\t\t', '  \t  ']) assert.equal(gap(text)[0], '\t', JSON.stringify(text));
    assert.equal(gap('- -')[0], '- -');
    assert.equal(gap('-  -')[0], '- -');
    assert.equal(gap(' ,\n, ')[0], ' ,\n, ');
    assert.equal(gap('\n-\n')[0], '\n-\n');
    assert.equal(gap('🂡')[0], '�');
    assert.equal(gap('🂡🂢')[0], '�');
    for (const own of ['\uE000', '—', '（']) assert.equal(gap(own)[0], own);
    for (const word of ['𠮷', '𠮷-', '-𠮷', '\uDC00', '\uD800']) none(word);
  });

  it('has eight signs at most', () => {
    assert.equal(gap('-/-/-/-/')[0], '-/-/-/-/');
    none('-/-/-/-/-');
    none('-/-/-/-/ -');
  });

  it('has one number for one key, and another for another', () => {
    const [dash, blank] = [gapNumber('1-2', 1, 2), gapNumber('1 2', 1, 2)];
    assert.notEqual(dash, blank);
    assert.equal(gapNumber('9--9', 1, 3), dash);
    assert.equal(gapNumber('9-9', 1, 2), dash);
    assert.equal(gapNumber('9   9', 1, 4), blank);
    assert.equal(gapNumber('a元b', 1, 2), 0);
    assert.equal(gapNumber('a元b', 1, 2), 0);
    assert.equal(gapNumber('12', 1, 1), 0);
    assert.deepEqual(gapOf(1_000_000), { key: '', class: 'none' });
    assert.deepEqual(gapOf(0), { key: '', class: 'none' });
  });

  it('is none for new keys when a hostile text has made sixty thousand', () => {
    const signs = [...'!"&\'()*+,-./:;<=>?[]|~'];
    let made = 0;
    for (const a of signs)
      for (const b of signs)
        for (const c of signs)
          for (const d of signs.slice(0, 8)) {
            if (gapNumber(`1${a}${b}${c}${d}2`, 1, 5) > 0) made += 1;
          }
    assert.ok(made > 50_000 && made < 77_000, String(made));
    none('{!{!{!');
    assert.equal(gap(' - ')[0], ' - ');
  });
});
