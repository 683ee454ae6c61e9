import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityNumber, identityWithin, mayBeIdentityNumber } from '#core/privacy/identity-number.ts';
import { Chance } from './chance.ts';
import { identityNumber as invented, withCheckCharacter } from './private-values.ts';
import { apart, windowOf } from './window-of.ts';

const found = (marked: string): string | undefined => identityNumber(windowOf(marked))?.value;
const glance = (digits: string): boolean => mayBeIdentityNumber(`19${digits}20`, 2, 2 + digits.length, undefined);
/** Ends with a digit; with X; fifteen digits. */
const NUMBER = ending((last) => last !== 'X');
const WITH_X = ending((last) => last === 'X');
const STEM = WITH_X.slice(0, 17);
const EARLY = `370602${'680312'}123`;
const slip = (number: string): string => number.slice(0, 10) + (number[10] === '1' ? '0' : '1') + number.slice(11);

function ending(wanted: (last: string) => boolean): string {
  for (let serial = 123; ; serial += 1) {
    const number = withCheckCharacter(`370602${'19850312'}${serial}`);
    if (wanted(number.slice(17))) return number;
  }
}

describe('the sum of GB 11643', () => {
  it('is right for invented numbers, and wrong with any one digit changed', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const number = invented(new Chance(seed));
      const digits = number.replace('X', '');
      assert.equal(glance(digits), true, String(seed));
      assert.equal(found(number), number, String(seed));
      for (let at = 0; at < 17; at += 1) {
        const wrong = number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1);
        assert.equal(found(wrong), undefined, `${seed}, ${at}`);
        assert.equal(glance(wrong.replace('X', '')), false, `${seed}, ${at}`);
      }
    }
  });

  it('needs a day of the calendar from 1900 to 2049', () => {
    for (const day of '19000101 19001231 19991231 20000229 20240229 20491231 19850131 19850430 19850228 19850901'.split(
      ' ',
    )) {
      const number = withCheckCharacter(`370602${day}123`);
      assert.equal(found(number), number, day);
      assert.equal(glance(number.replace('X', '')), true, day);
    }
    const none =
      '18991231 20500101 20990101 21000101 19000229 19850229 19850431 19850132 19850001 19851301 19850300 09850312 15850312 29850312';
    for (const day of none.split(' ')) {
      const number = withCheckCharacter(`370602${day}123`);
      assert.equal(found(number), undefined, day);
      assert.equal(glance(number.replace('X', '')), false, day);
    }
  });

  it('needs seventeen or eighteen digits', () => {
    assert.equal(glance(NUMBER.slice(0, 16)), false);
    assert.equal(glance(NUMBER.slice(0, 17)), false);
    assert.equal(glance(`${NUMBER}1`), false);
    assert.equal(glance(STEM), true);
    assert.equal(found(`${NUMBER}1`), undefined);
  });

  it('is found at either end of a longer number', () => {
    const value = { kind: 'identity-number', value: NUMBER };
    assert.deepEqual(identityWithin(`${NUMBER}13`, 5), { ...value, start: 5, end: 23 });
    assert.deepEqual(identityWithin(`13${NUMBER}`, 5), { ...value, start: 7, end: 25 });
    assert.equal(identityWithin(`13${NUMBER}13`, 5), undefined);
  });
});

describe('fifteen digits', () => {
  it('are a province of before 1999, a day of the century and three more', () => {
    for (const number of [EARLY, `110105${'000101'}001`, `659001${'991231'}999`, `710000${'491231'}123`]) {
      assert.equal(glance(number), true, number);
      assert.equal(found(number), number);
    }
    const others = ['81', '91', '16', '00', '66'].map((province) => province + EARLY.slice(2));
    for (const number of [
      ...others,
      `370602${'681312'}123`,
      `370602${'680230'}123`,
      `370602${'680012'}123`,
      '111111111111111',
      EARLY.slice(0, 14),
    ]) {
      assert.equal(glance(number), false, number);
      assert.equal(found(number), undefined, number);
    }
  });

  it('are a serial, a credit code or an account behind such a word, and an identity number behind that', () => {
    for (const word of ['注册号', '信用代码', '银行卡号']) assert.equal(found(`${word}：«${EARLY}»`), undefined, word);
    for (const word of ['身份证号', '电话', '账号']) assert.equal(found(`${word}：«${EARLY}»`), EARLY, word);
  });

  it('taken apart are one in the ways such numbers are', () => {
    for (const shape of '6-6-3 6-9 2-4-6-3 6-2-2-2-3 5-5-5 3-3-3-3-3 4-4-4-3 3-4-4-4 12-3'.split(' ')) {
      assert.equal(found(apart(EARLY, shape, '-')), EARLY, shape);
      assert.equal(found(`${apart(EARLY, shape, '-')}-12`), undefined, shape);
      assert.equal(found(`31-«${apart(EARLY, shape, '-')}»`), undefined, shape);
      assert.equal(found(`«${apart(EARLY, shape, '-')}»-31`), undefined, shape);
      assert.equal(found(apart(EARLY, shape, '、')), undefined, shape);
    }
    for (const shape of ['3-12', '7-8', '6-3-6', '4-4-4-2-1'])
      assert.equal(found(apart(EARLY, shape, '-')), undefined, shape);
  });

  it('one by one are one where they stand alone, and none in a list of codes', () => {
    const row = [...EARLY].join(' ');
    assert.equal(found(row), EARLY);
    assert.equal(found(`«${row}» 1`), undefined);
    assert.equal(found(`1,2,3,4,5,«${apart(EARLY, '6-9', '-')}»`), undefined);
    assert.equal(found(`身份证号 «${apart(EARLY, '7-8', '、')}»`), EARLY);
  });
});

describe('an X at the end', () => {
  it('may be drawn in many ways and stand apart', () => {
    for (const x of 'xX×✕✖✗╳ХхΧχ') {
      for (const between of ['', ' ', '-', ' - ', '\n', '. '])
        assert.deepEqual(identityNumber(windowOf(`«${STEM}»${between}${x}。`)), {
          kind: 'identity-number',
          value: WITH_X,
          start: 0,
          end: 17 + between.length + 1,
        });
    }
    for (const after of ['', 'Y', '元', '     X', '      X', 'Xy', 'X1', 'X7', '-Xa'])
      assert.equal(found(`«${STEM}»${after}`), undefined, after);
    for (const after of ['X', 'X-1', 'X。', 'X号', 'X y', '---X'])
      assert.equal(found(`«${STEM}»${after}`), WITH_X, after);
  });

  it('closes a number with a slip behind a label only', () => {
    const wrong = slip(STEM);
    assert.equal(found(`«${wrong}»X`), undefined);
    assert.equal(found(`身份证号：«${wrong}»X`), `${wrong}X`);
    assert.equal(found(`身份证号：«${wrong}»`), wrong);
    assert.equal(found(`电话：«${wrong}»X`), undefined);
  });
});
