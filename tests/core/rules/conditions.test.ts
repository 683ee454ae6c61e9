import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditions } from '#core/rules/conditions.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const programme = aProgramme({
  conditions: {
    oneOf: [
      { key: '1', text: '具备一定荣誉基础。' },
      { key: '2', text: '技能比赛获奖。' },
    ],
    clause: '三',
  },
});
const check = (...keys: string[]) =>
  said(conditions.check(aDossier({ programme, people: [aCandidate({ conditions: keys })] })));

describe('具备下列条件之一', () => {
  it('is met by one of them, or by all', () => {
    assert.deepEqual(check('2'), []);
    assert.deepEqual(check('1', '2'), []);
  });

  it('has to be said', () => {
    assert.deepEqual(check(), [
      '✗ candidates/p3wd9hz.md「conditions」（骆青川）：没有写符合哪一条推荐条件（依据：澄工发〔2024〕8号，三）。请在 conditions 中写上，可写：1、2。 [condition-missing]',
    ]);
  });

  it('is not met by one the notice does not list', () => {
    assert.deepEqual(check('1', '7'), [
      '✗ candidates/p3wd9hz.md「conditions.1」（骆青川）：没有第“7”条推荐条件（依据：澄工发〔2024〕8号，三）。请改正，可写：1、2。 [condition-unknown]',
    ]);
  });

  it('is asked of nobody where the notice lists none', () => {
    assert.deepEqual(said(conditions.check(aDossier())), []);
  });
});
