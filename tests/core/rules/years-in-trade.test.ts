import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { yearsInTrade } from '#core/rules/years-in-trade.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const programme = aProgramme({ yearsInTrade: { atLeast: 5, clause: '三' } });
const check = (years: number | undefined) =>
  said(yearsInTrade.check(aDossier({ programme, people: [aCandidate({ yearsInTrade: years })] })));

describe('five years in the trade', () => {
  it('are enough, four are not', () => {
    assert.deepEqual(check(5), []);
    assert.deepEqual(check(4), [
      '✗ candidates/p3wd9hz.md「yearsInTrade」（骆青川）：从事本工种 4 年，规定要求满 5 年（依据：澄工发〔2024〕8号，三）。请核对后改正；确实不满的，由批准名单的单位定夺，程序不代为取舍。 [years-below]',
    ]);
  });

  it('must be written down', () => {
    assert.deepEqual(check(undefined), [
      '✗ candidates/p3wd9hz.md「yearsInTrade」（骆青川）：没有写从事本工种的年数，规定要求满 5 年（依据：澄工发〔2024〕8号，三）。请补上 yearsInTrade。 [years-missing]',
    ]);
  });

  it('are asked of nobody where the notice says nothing', () => {
    assert.deepEqual(said(yearsInTrade.check(aDossier())), []);
  });
});
