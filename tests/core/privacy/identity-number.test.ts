import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { there } from '#tests/there.ts';
import { Chance } from './chance.ts';
import { kindsIn, plain } from './kinds-in.ts';
import { earlyIdentityNumber, identityNumber, withCheckCharacter } from './private-values.ts';

/** The two examples printed in GB 11643-1999. */
const STANDARD = [plain('110105a19491231a002X'), plain('440524a18800101a0014')];

describe('identity numbers of 18 characters', () => {
  it('the first example of GB 11643 is one', () => {
    assert.deepEqual(kindsIn(there(STANDARD[0])), ['identity-number']);
  });

  it('the second was born in 1880: nobody alive, and no number of a notice', () => {
    assert.deepEqual(kindsIn(there(STANDARD[1])), []);
  });

  it('checked by hand: 1·7+1·9+0·10+1·5+0·8+5·4+1·2+9·1+4·6+9·3+1·7+2·9+3·10+1·5+0·8+0·4+2·2 = 167 = 15·11 + 2, so X', () => {
    assert.equal(withCheckCharacter(there(STANDARD[0]).slice(0, 17)), STANDARD[0]);
    for (const wrong of '0123456789') assert.deepEqual(kindsIn(there(STANDARD[0]).slice(0, 17) + wrong), []);
  });

  it('every province counts, the permits for Hong Kong, Macao and Taiwan and foreigners too', () => {
    const codes =
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91';
    for (const code of codes.split(' ')) {
      assert.deepEqual(kindsIn(withCheckCharacter(`${code}0102${19850312}123`)), ['identity-number'], code);
    }
    for (const code of ['10', '16', '20', '24', '38', '47', '55', '66', '70', '72', '80', '84', '85']) {
      assert.deepEqual(kindsIn(withCheckCharacter(`${code}0102${19850312}123`)), [], code);
    }
  });

  it('a day that is in no calendar makes no number', () => {
    for (const day of ['19850230', '19851301', '19850432', '19850400', '19000229', '20990101']) {
      assert.deepEqual(kindsIn(withCheckCharacter(`370102${day}123`)), [], day);
    }
    assert.deepEqual(kindsIn(withCheckCharacter(`370102${20000229}123`)), ['identity-number']);
  });

  it('x may be small, full-width, a sign of multiplication or a Cyrillic letter', () => {
    const stem = there(STANDARD[0]).slice(0, 17);
    for (const x of ['x', 'X', 'Ｘ', 'ｘ', '×', 'Х', 'Χ', '✕'])
      assert.deepEqual(kindsIn(stem + x), ['identity-number'], x);
    assert.deepEqual(kindsIn(`${stem}Xyz`), []);
  });

  it('is found between letters and Chinese characters, in any usual grouping', () => {
    const number = identityNumber(new Chance(1));
    for (const parts of [
      [6, 8, 4],
      [6, 4, 4, 4],
      [6, 4, 2, 2, 4],
      [3, 3, 4, 4, 4],
      [4, 4, 4, 4, 2],
      [9, 9],
    ]) {
      for (const sign of [' ', '-', '.', '/', ',', '，', '\n', '　', '－', '—', ' - ', '\r\n  ']) {
        let at = 0;
        const parted = parts.map((length) => number.slice(at, (at += length))).join(sign);
        assert.deepEqual(kindsIn(`张三${parted}。`), ['identity-number'], JSON.stringify([parts, sign]));
      }
    }
    assert.deepEqual(kindsIn(`T${number}号`), ['identity-number']);
  });

  it('is found with a telephone written right behind it, and with the degree of a disability', () => {
    const number = identityNumber(new Chance(2)).replace('X', '0');
    const valid = withCheckCharacter(number.slice(0, 17));
    assert.deepEqual(kindsIn(`${withDigitAtEnd(valid)}44`), ['identity-number']);
  });

  it('a serial of eighteen digits whose check fails passes without a label and stops behind one', () => {
    const number = identityNumber(new Chance(3));
    const wrong = number.slice(0, 17) + (number.endsWith('5') ? '6' : '5');
    assert.deepEqual(kindsIn(`物料 ${wrong}`), []);
    for (const label of [
      '身份证号：',
      '身份证号码 ',
      '公民身份号码：',
      '居民身份证：',
      '证件号码为',
      '"idCard": "',
      'id_number=',
      '身份证号（必填）：',
      '身 份 证 号：',
    ]) {
      assert.deepEqual(kindsIn(label + wrong), ['identity-number'], label);
    }
  });

  it('behind a label a digit may be missing as well', () => {
    const number = identityNumber(new Chance(4)).slice(0, 16);
    assert.deepEqual(kindsIn(`身份证号：${number}`), ['identity-number']);
    assert.deepEqual(kindsIn(`身份证号：${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}1`), [
      'identity-number',
    ]);
  });
});

describe('identity numbers of 15 digits', () => {
  it('are told by province and day', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      assert.deepEqual(kindsIn(earlyIdentityNumber(new Chance(seed))), ['identity-number'], String(seed));
    }
  });

  it('are left alone behind a word for a serial, and when no day is in them', () => {
    const number = earlyIdentityNumber(new Chance(1));
    assert.deepEqual(kindsIn(`注册号：${number}`), []);
    assert.deepEqual(kindsIn(`纳税人识别号 ${number}`), []);
    assert.deepEqual(kindsIn(`${number.slice(0, 8)}99${number.slice(10)}`), []);
  });
});

/** A number that ends with a digit, so that further digits can follow. */
function withDigitAtEnd(number: string): string {
  for (let serial = 100; ; serial += 1) {
    const other = withCheckCharacter(number.slice(0, 14) + serial);
    if (!other.endsWith('X')) return other;
  }
}
