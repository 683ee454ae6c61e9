import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DigitGroups } from '#core/privacy/digit-group.ts';
import { type GapClass, GapTable } from '#core/privacy/gap.ts';
import { kindsIn } from './kinds-in.ts';

/** The gap that a text makes between two digits. */
const gap = (text: string): [key: string, sort: GapClass] => {
  const table = new GapTable();
  const { key, class: sort } = table.gap(table.number(`1${text}2`, 1, 1 + text.length));
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
    const table = new GapTable();
    const number = (text: string): number => table.number(text, 1, text.length - 1);
    const [dash, blank] = [number('1-2'), number('1 2')];
    assert.notEqual(dash, blank);
    assert.equal(number('9--9'), dash);
    assert.equal(number('9-9'), dash);
    assert.equal(number('9   9'), blank);
    assert.equal(number('a元b'), 0);
    assert.equal(number('a元b'), 0);
    assert.equal(table.number('12', 1, 1), 0);
    const none = { key: '', class: 'none', beyond: false };
    assert.deepEqual(table.gap(1_000_000), none);
    assert.deepEqual(table.gap(0), none);
  });

  it('belongs to its text: what another text holds gives no number', () => {
    const [one, other] = [new GapTable(), new GapTable()];
    assert.equal(one.number('1-2', 1, 2), 1);
    assert.equal(one.number('1 2', 1, 2), 2);
    assert.equal(other.number('1 2', 1, 2), 1);
  });
});

describe('a hostile text with more gaps than a table holds', () => {
  const signs = [...'!"&\'()*+,-./:;<=>?[]|~'];
  const gaps = signs.flatMap((a) =>
    signs.flatMap((b) => signs.flatMap((c) => signs.slice(0, 8).map((d) => a + b + c + d))),
  );
  /** Different gaps by tens of thousands, each between two figures that are nobody's. */
  const flood = gaps.map((one) => `7${one}`).join('');
  const after = (text: string): DigitGroups => new DigitGroups(`${flood}元${text}`);

  it('counts the further gaps of a class as equal, and lets none tie a neighbour', () => {
    assert.ok(gaps.length > 60_000);
    const groups = after('138{=>!1234[=>!5678{=>?90');
    const last = groups.count - 1;
    assert.deepEqual(groups.gap(last - 3), { key: '', class: 'odd', beyond: true });
    assert.equal(groups.gapNumber(last - 3), groups.gapNumber(last - 1));
    assert.notEqual(groups.gapNumber(last - 3), 0);
    assert.equal(groups.ties(last - 3), false);
    assert.equal(groups.ties(0), true);
    assert.equal(after('138元1234').gapNumber(last - 2), 0);
  });

  it('is inspected more strictly, never blindly: a number taken apart by further gaps is found', () => {
    const mobile = '139 5704 1823'.split(' ');
    for (const gap of [' ', '-', ' {=>! ', ' {=>! ? ', '—'])
      assert.deepEqual(kindsIn(`${flood}元${mobile.join(gap)}`), ['mobile-number'], gap);
    // Odd gaps that differ part two numbers elsewhere.
    assert.deepEqual(kindsIn(`139{=>!5704[=>!1823`), []);
    assert.deepEqual(kindsIn(`${flood}元139{=>!5704[=>!1823`), ['mobile-number']);
  });

  it('changes nothing in another text, before or after it', () => {
    const other = '手机 139(=)5704(=)1823，电话（0631） 5704182';
    const alone = kindsIn(other);
    assert.deepEqual(alone, ['mobile-number', 'telephone']);
    kindsIn(flood);
    assert.deepEqual(kindsIn(other), alone);
  });
});
