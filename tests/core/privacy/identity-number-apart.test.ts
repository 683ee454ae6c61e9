import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityNumber, mayBeIdentityNumber } from '#core/privacy/identity-number.ts';
import { withCheckCharacter } from './private-values.ts';
import { apart, windowOf } from './window-of.ts';

const found = (marked: string): string | undefined => identityNumber(windowOf(marked))?.value;
const NUMBER = withCheckCharacter(`370602${'19850312'}124`);
const WRONG = NUMBER.slice(0, 17) + ((Number(NUMBER[17]) + 1) % 10);

describe('a right identity number taken apart', () => {
  it('is one with one kind of gap in up to four groups, whatever stands beside', () => {
    assert.match(NUMBER, /^[0-9]{18}$/);
    for (const sign of [' ', '-', ',', '、', '\n', '\t', '|', ':', '&']) {
      for (const shape of ['6-12', '6-8-4', '6-4-4-4', '1-17']) {
        assert.equal(found(apart(NUMBER, shape, sign)), NUMBER, shape + sign);
        assert.equal(found(`31${sign}«${apart(NUMBER, shape, sign)}»${sign}31`), NUMBER, shape + sign);
      }
    }
  });

  it('in more groups it must stand alone, unless by blanks or dashes or one by one', () => {
    const [five, single] = ['3-3-4-4-4', [...NUMBER].map(() => 1).join('-')];
    for (const sign of [',', '、', '\n', '|', ':', '&']) {
      const text = apart(NUMBER, five, sign);
      assert.equal(found(text), NUMBER, sign);
      assert.equal(found(`31${sign}«${text}»`), undefined, sign);
      assert.equal(found(`«${text}»${sign}31`), undefined, sign);
      assert.equal(found(`31${sign}«${text}»${sign}31`), undefined, sign);
      assert.equal(found(`3${sign}«${apart(NUMBER, single, sign)}»${sign}3`), NUMBER, sign);
    }
    for (const sign of [' ', '-', '.']) {
      assert.equal(found(`31${sign}«${apart(NUMBER, five, sign)}»${sign}31`), NUMBER, sign);
    }
  });

  it('in a long list of figures it must stand alone', () => {
    const list = (sign: string): string => `1${sign}2${sign}3${sign}4${sign}5${sign}«${apart(NUMBER, '6-8-4', sign)}»`;
    for (const sign of [',', '、', '&']) assert.equal(found(list(sign)), undefined, sign);
    for (const sign of ['\n', '|', ':', '-']) assert.equal(found(list(sign)), NUMBER, sign);
  });

  it('with gaps of several kinds it is one in the groups of province, day and serial', () => {
    const shapes = '6-4-2-2-4 6-4-2-2-3-1 3-3-4-2-2-4 2-4-4-2-2-4 2-2-2-4-2-2-4 2-2-2-4-2-2-3-1'.split(' ');
    for (const shape of shapes) assert.equal(found(apart(NUMBER, shape, ' ', '-')), NUMBER, shape);
    for (const shape of ['6-4-4-2-2', '3-3-4-4-4', '4-4-4-4-2'])
      assert.equal(found(apart(NUMBER, shape, ' ', '-')), undefined, shape);
    for (const shape of ['6-8-4', '6-4-4-4', '9-5-4'])
      assert.equal(found(apart(NUMBER, shape, ' ', '-')), NUMBER, shape);
    for (const shape of [...shapes, '6-8-4']) assert.equal(found(apart(NUMBER, shape, ' ', '、')), undefined, shape);
    const single = [...NUMBER].map(() => 1).join('-');
    assert.equal(found(apart(NUMBER, single, ' ', '-')), NUMBER);
    assert.equal(found(apart(NUMBER, single, ' ', '、')), undefined);
  });

  it('behind its label it is one in any groups, behind a credit code none at all', () => {
    for (const signs of [[' ', '、'], [','], ['&', '-']])
      assert.equal(found(`身份证号：«${apart(NUMBER, '3-3-4-4-4', ...signs)}» 31`), NUMBER);
    assert.equal(found(`信用代码：«${NUMBER}»`), undefined);
    assert.equal(found(`编号：«${NUMBER}»`), NUMBER);
  });
});

describe('a label for identity numbers', () => {
  it('lets any number from fourteen digits on be one', () => {
    for (const length of [14, 15, 16, 17, 18, 19]) {
      const digits = `9${WRONG}4`.slice(0, length);
      assert.equal(found(`身份证号：«${digits}»`), digits, String(length));
      assert.equal(found(`电话：«${digits}»`), undefined, String(length));
      assert.equal(found(`身份证复印件请交 «${digits}»`), undefined, String(length));
    }
    assert.equal(found('身份证号：«9182736450918»'), undefined);
    const { label } = windowOf('身份证号：«123»');
    assert.equal(mayBeIdentityNumber('9182736450', 0, 10, label), true);
    assert.equal(mayBeIdentityNumber('9182736450', 0, 10, undefined), false);
  });

  it('in groups when nothing is tied on, and not a day with its time', () => {
    assert.equal(found(`身份证号：«${apart(WRONG, '6-8-4', ' ')}»`), WRONG);
    assert.equal(found(`身份证号：«${apart(WRONG, '6-8-4', ' ')}» 12`), undefined);
    assert.equal(found(`身份证号：12 «${apart(WRONG, '6-8-4', ' ')}»`), undefined);
    for (const shape of ['4-2-2', '4-1-1-8', '4-2-2-10', '4-1-2-7']) {
      assert.equal(found(`身份证号：«${apart(WRONG, shape, '-')}»`), undefined, shape);
    }
    for (const shape of ['4-3-2-9', '4-2-3-9', '4-12-2', '14-2-2']) {
      const digits = apart(WRONG, shape, '-').replaceAll('-', '');
      assert.equal(found(`身份证号：«${apart(WRONG, shape, '-')}»`), digits, shape);
    }
  });
});
