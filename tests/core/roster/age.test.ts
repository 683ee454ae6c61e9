import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { ageFindings, isMonthLost } from '#core/roster/age.ts';
import type { Cell } from '#core/roster/grid.ts';
import { there } from '#tests/there.ts';

const RULE = { atMost: 55, strength: 'general' as const, clause: '一' };
const opensOn = plainDate('2024-09-11');
const where = { file: '名单.xlsx', cell: 'D2' };

function codes(
  { identity, birth }: { identity?: string | Cell; birth?: string | Cell },
  format: 'xlsx' | 'csv' = 'xlsx',
  strength: 'general' | 'must' = 'general',
): string[] {
  const cell = (given: string | Cell): { cell: Cell; where: typeof where } => ({
    cell: typeof given === 'string' ? { text: given, kind: 'text' } : given,
    where,
  });
  const secrets = {
    ...(identity !== undefined && { identity: cell(identity) }),
    ...(birth !== undefined && { birth: cell(birth) }),
  };
  return ageFindings(secrets, { ...RULE, strength }, opensOn, format, where).map(({ code }) => code);
}

/** An invented number with the check digit of GB 11643, worked out here by itself. */
function identity(birth: string): string {
  const digits = `371002${birth}001`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return digits + '10X98765432'[sum % 11];
}

describe('不超过 55 周岁 on 11 September 2024', () => {
  it('holds up to the day before the 56th birthday', () => {
    assert.deepEqual(codes({ identity: identity('19680912') }), []);
    assert.deepEqual(codes({ identity: identity('19680911') }), ['import-age-over-generally']);
    assert.deepEqual(codes({ identity: identity('19680911') }, 'xlsx', 'must'), ['import-age-over']);
  });

  it('is read from every spelling of a birth', () => {
    for (const birth of ['1968.08', '1968年8月', '196808', '1968-08-01', '1968/8/1', '19680801', '1968. 08']) {
      assert.deepEqual(codes({ birth }), ['import-age-over-generally'], birth);
    }
    assert.deepEqual(codes({ birth: { text: '1968-08-01', kind: 'date' } }), ['import-age-over-generally']);
    assert.deepEqual(codes({ birth: '1968.10' }), []);
  });

  it('a month alone leaves the day open', () =>
    assert.deepEqual(codes({ birth: '1968.09' }), ['import-age-uncertain']));

  it('nothing to check by is said', () => {
    assert.deepEqual(codes({}), ['import-age-unknown']);
    assert.deepEqual(codes({ birth: '约五十岁' }), ['import-age-unknown']);
  });

  it('a number that contradicts the birth, or itself, is said', () => {
    assert.deepEqual(codes({ identity: identity('19700101'), birth: '1971.01' }), ['import-birth-disagrees']);
    assert.deepEqual(codes({ identity: '371002197001010010', birth: '1970.01' }), ['import-identity-wrong']);
    assert.deepEqual(codes({ identity: { text: '3.71002E+17', kind: 'number', number: 3.71e17 }, birth: '1970.01' }), [
      'import-long-number',
    ]);
  });

  it('a birth agrees with the number as far as it goes', () => {
    const beside = (birth: string): string[] => codes({ identity: identity('19700315'), birth });
    for (const birth of [
      '1970.03',
      '1970年3月',
      '197003',
      '1970-03-15',
      '19700315',
      '1970.3生',
      '1970年03月15日出生',
    ]) {
      assert.deepEqual(beside(birth), [], birth);
    }
    for (const birth of ['1970.04', '1971.03', '1970-03-16', '19700415', '1970.12']) {
      assert.deepEqual(beside(birth), ['import-birth-disagrees'], birth);
    }
    for (const birth of [
      '1970',
      '1970.13',
      '1970.00',
      '1970-03-32',
      '1970-03-00',
      '1870.03',
      '1970.03左右',
      '约1970.03',
      '197003左右',
      '约197003',
      '1970年3月15日左右',
      '1970032',
    ]) {
      assert.deepEqual(beside(birth), [], birth);
    }
  });

  it('a day decides where it is known', () => {
    assert.deepEqual(codes({ birth: '1968-09-11' }), ['import-age-over-generally']);
    assert.deepEqual(codes({ birth: '1968-09-12' }), []);
    assert.deepEqual(codes({ birth: '1968-10-01' }), []);
  });

  it('a number is read with blanks and hyphens, and in full width, and not from a number cell', () => {
    const own = identity('19600101');
    for (const text of [
      `${own.slice(0, 6)} ${own.slice(6, 14)} ${own.slice(14)}`,
      `${own.slice(0, 6)}-${own.slice(6)}`,
      own.toLowerCase(),
      ` ${own} `,
      [...own].map((one) => String.fromCodePoint(there(one.codePointAt(0)) + 0xfee0)).join(''),
    ]) {
      assert.deepEqual(codes({ identity: text }), ['import-age-over-generally']);
    }
    for (const text of [own.slice(1), `${own}0`, `1${own}`, own.replace(/^\d{6}19/, '37100218')]) {
      assert.deepEqual(codes({ identity: text }), ['import-identity-wrong', 'import-age-unknown']);
    }
    assert.deepEqual(codes({ identity: { text: own, kind: 'number' } }), [
      'import-identity-wrong',
      'import-age-unknown',
    ]);
    assert.deepEqual(codes({ identity: ' ', birth: ' ' }), ['import-age-unknown']);
  });

  it('says no value', () => {
    const findings = ageFindings(
      { identity: { cell: { text: identity('19600101'), kind: 'text' }, where } },
      RULE,
      opensOn,
      'xlsx',
      where,
    );
    assert.ok(!/1960/.test(JSON.stringify(findings)));
  });
});

describe('1975.10 typed as a number', () => {
  const number = (value: number, text = String(value)): Cell => ({ text, kind: 'number', number: value });

  it('is January or October, and asked about', () => {
    assert.ok(isMonthLost(number(1975.1), 'xlsx'));
    assert.deepEqual(codes({ birth: number(1975.1) }), ['import-birth-number']);
  });

  it('is October where the format shows it', () => {
    assert.ok(!isMonthLost(number(1975.1, '1975.10'), 'xlsx'));
    assert.deepEqual(codes({ birth: number(1968.1, '1968.10') }), []);
  });

  it('any other month is certain', () => {
    for (const value of [1975.2, 1975.11, 1975.12, 1975.01])
      assert.ok(!isMonthLost(number(value), 'xlsx'), String(value));
  });

  it('a text of one’s own says January; what Excel left in a CSV does not', () => {
    assert.ok(!isMonthLost({ text: '1975.1', kind: 'text' }, 'xlsx'));
    assert.ok(isMonthLost({ text: '1975.1', kind: 'text' }, 'csv'));
  });

  it('in full width or between blanks is the same', () => {
    assert.ok(isMonthLost(number(1975.1, '１９７５.１'), 'xlsx'));
    assert.ok(isMonthLost({ text: ' 1975.1 ', kind: 'text' }, 'csv'));
    for (const text of ['11975.1', '1975.12', '1875.1', '1975.1.1']) {
      assert.ok(!isMonthLost(number(1975.1, text), 'xlsx'), text);
    }
  });

  it('a serial number is one of five digits, and of a number cell', () => {
    assert.ok(!isMonthLost({ text: '27454', kind: 'text' }, 'xlsx'));
    assert.ok(!isMonthLost(number(274540), 'xlsx'));
    assert.ok(!isMonthLost(number(197005), 'xlsx'));
    assert.ok(!isMonthLost(number(1970), 'xlsx'));
    assert.ok(!isMonthLost(number(27454, '1975-03-01'), 'xlsx'));
    assert.ok(!isMonthLost(number(27454, '27454.5'), 'xlsx'));
    assert.ok(isMonthLost(number(99999), 'xlsx'));
    assert.ok(!isMonthLost(number(100000), 'xlsx'));
  });

  it('a bare serial number of a day is no birth', () => assert.ok(isMonthLost(number(27454), 'xlsx')));
});
