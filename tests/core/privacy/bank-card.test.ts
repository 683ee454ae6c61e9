import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bankCard, mayBeBankCard } from '#core/privacy/bank-card.ts';
import { withLuhnDigit } from './private-values.ts';
import { apart, windowOf } from './window-of.ts';

const BODY = '7183059264183051947';
const ACCOUNT = BODY.slice(0, 15);
/** A number of a length behind a prefix, with a right last digit. */
const card = (prefix: string, length: number): string => withLuhnDigit((prefix + BODY).slice(0, length - 1));
const found = (marked: string): string | undefined => bankCard(windowOf(marked))?.value;
const card16 = card('6222', 16);

/** ISO/IEC 7812: ranges as their issuers publish them, with the lengths of their numbers. */
const ISSUED: readonly [prefixes: string, lengths: readonly number[]][] = [
  ['62', [16, 17, 18, 19]],
  ['4', [16, 19]],
  ['51 52 53 54 55 2221 2229 223 226 229 23 24 25 26 270 271 2720', [16]],
  ['34 37', [15]],
  ['3528 3529 353 358', [16]],
  ['6011 644 649 65 6013 6033 6036 6039', [16, 19]],
  ['9558 95595 95599 9400', [19]],
];
const NOBODY =
  '0 1 21 2220 220 2721 273 28 30 31 33 350 3527 359 36 38 50 56 57 60 6010 6012 6034 61 63 640 643 66 7 8 90 9559 95594 9401';

describe('the issuer of a card', () => {
  it('is told by the first digits and the length', () => {
    for (const [prefixes, lengths] of ISSUED) {
      for (const prefix of prefixes.split(' ')) {
        for (let length = 13; length <= 21; length += 1) {
          const number = card(prefix, length);
          const expected = lengths.includes(length) ? number : undefined;
          assert.equal(found(number), expected, `${prefix}, ${length}`);
          assert.equal(mayBeBankCard(number, 0, length, undefined), expected !== undefined, `${prefix}, ${length}`);
          const among = `12${number}34`;
          assert.equal(mayBeBankCard(among, 2, 2 + length, undefined), expected !== undefined, `${prefix}, ${length}`);
        }
      }
    }
  });

  it('is nobody for other digits', () => {
    for (const prefix of NOBODY.split(' ')) {
      for (let length = 14; length <= 19; length += 1) {
        if (prefix === '9559' && length === 19) continue;
        assert.equal(found(card(prefix, length)), undefined, `${prefix}, ${length}`);
        assert.equal(mayBeBankCard(card(prefix, length), 0, length, undefined), false, `${prefix}, ${length}`);
      }
    }
  });

  it('stands at the very beginning', () => {
    for (const prefix of ISSUED.flatMap(([prefixes]) => prefixes.split(' '))) {
      for (const before of ['7', '08', '001'])
        for (const length of [15, 16, 19])
          assert.equal(found(card(before + prefix, length)), undefined, before + prefix);
    }
  });

  it('goes with a last digit that makes the sum right', () => {
    const stem = card16.slice(0, 15);
    for (const last of '0123456789') {
      const right = stem + last === card16;
      assert.equal(found(stem + last) !== undefined, right);
      assert.equal(mayBeBankCard(stem + last, 0, 16, undefined), right);
    }
    for (let at = 2; at < 15; at += 1) {
      const wrong = card16.slice(0, at) + ((Number(card16[at]) + 1) % 10) + card16.slice(at + 1);
      assert.equal(found(wrong), undefined, String(at));
    }
  });

  it('a row of ten zeros is none', () => {
    assert.equal(found(withLuhnDigit('400000000007183')), undefined);
    assert.equal(found(withLuhnDigit('400000000071832')), withLuhnDigit('400000000071832'));
  });
});

describe('a card taken apart', () => {
  it('is one in the groups that are printed on cards', () => {
    const shapes =
      '4-4-4-4 4-4-4-4-1 4-4-4-4-2 4-4-4-4-3 4-4-4-5 4-4-4-6 4-4-4-7 4-6-5 5-5-5 6-9 6-6-3 4-12 6-10 6-13 8-8 6-4-4-4 4-4-8 4-4-11';
    for (const shape of shapes.split(' ')) {
      const length = shape.split('-').reduce((sum, part) => sum + Number(part), 0);
      const number = card(length === 15 ? '37' : '62', length);
      assert.equal(found(apart(number, shape, ' ')), number, shape);
      assert.equal(found(`共 ${apart(number, shape, ',')}。`), number, shape);
    }
    assert.equal(found(apart(card16, '4-5-7', ',')), undefined);
    assert.equal(found(apart(card16, '8-8', '\n')), card16);
  });

  it('is none in an address of the web or among other figures', () => {
    assert.equal(found(`https://example.org/detail/«${card16}»`), undefined);
    assert.equal(found(`详见 «${card16}»`), card16);
    assert.equal(found(apart(card16, '3-3-3-3-4', '、')), undefined);
  });
});

describe('a word in front of a number', () => {
  it('for a serial, a credit code or an identity number speaks against a card', () => {
    for (const word of ['统一社会信用代码', '身份证号']) assert.equal(found(`${word}：«${card16}»`), undefined);
    // A word for papers stands before cards as well; of the other issuers' numbers many are serials.
    assert.equal(found(`编号：«${card16}»`), card16);
    const foreign = withLuhnDigit(`4${card16.slice(1, 15)}`);
    assert.equal(found(`编号：«${foreign}»`), undefined);
    assert.equal(found(`«${foreign}»`), foreign);
    for (const word of ['电话', '手机', '微信', '护照']) assert.equal(found(`${word}：«${card16}»`), card16, word);
  });

  it('for an account or a bank makes any number from ten digits on one', () => {
    for (const word of ['账号', '银行卡号']) {
      const { label } = windowOf(`${word}：«123»`);
      assert.equal(mayBeBankCard('1234567890', 0, 10, label), true);
      for (const number of ['9182736450', '91827364501', ACCOUNT, `${ACCOUNT}71830592`])
        assert.equal(found(`${word}：«${number}»`), number, `${word} ${number.length}`);
      assert.equal(found(`${word}：«918273645»`), undefined);
    }
    for (const word of ['订单号', '电话']) {
      const { label } = windowOf(`${word}：«123»`);
      assert.equal(mayBeBankCard('9182736450', 0, 10, label), false, word);
    }
  });

  it('with other words between from fifteen digits on', () => {
    assert.equal(found(`账号请见下 «${ACCOUNT}»`), ACCOUNT);
    assert.equal(found(`账号请见下 «${ACCOUNT.slice(1)}»`), undefined);
    assert.equal(found(`银行卡号请见下 «${ACCOUNT}»`), ACCOUNT);
  });

  it('taken apart when nothing is tied on, up to nineteen digits', () => {
    assert.equal(found('账号：«9182 736 450»'), '9182736450');
    assert.equal(found('账号：«9182 736 450» 12'), undefined);
    assert.equal(found('账号：31 «9182 736 450»'), undefined);
    assert.equal(found(`账号：«${ACCOUNT} 7183»`), `${ACCOUNT}7183`);
    assert.equal(found(`账号：«${ACCOUNT} 71832»`), undefined);
    assert.equal(found(`账号请见下 «${ACCOUNT.slice(0, 9)} ${ACCOUNT.slice(9)}»`), undefined);
  });

  it('gives kind, digits and place', () => {
    assert.deepEqual(bankCard(windowOf(`账号：«9182 736450»。`)), {
      kind: 'bank-card',
      value: '9182736450',
      start: 3,
      end: 14,
    });
  });
});
