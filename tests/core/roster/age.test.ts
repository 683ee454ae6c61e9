import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/plain-date.ts';
import { ageFindings, isMonthLost } from '#core/roster/age.ts';
import type { Cell } from '#core/roster/grid.ts';

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

  it('a bare serial number of a day is no birth', () => assert.ok(isMonthLost(number(27454), 'xlsx')));
});
