import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { honour } from '#core/rules/honour.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const programme = aProgramme({ honour: { atLeast: 'city', clause: '一、（二）5' } });
type Honours = NonNullable<NonNullable<Parameters<typeof aCandidate>[0]>['honours']>;
const check = (...honours: Honours) => said(honour.check(aDossier({ programme, people: [aCandidate({ honours })] })));

describe('a programme that asks for an honour of the city or above', () => {
  it('is content with one of the city or the nation, whatever else there is', () => {
    assert.deepEqual(check({ name: '市技术能手', level: 'city' }), []);
    assert.deepEqual(check({ name: '厂先进', level: 'enterprise' }, { name: '全国技术能手', level: 'nation' }), []);
  });

  it('is not content with one of the county, nor with none', () => {
    const below =
      '✗ candidates/p3wd9hz.md「honours」（骆青川）：没有一项市级以上的荣誉（依据：澄工发〔2024〕8号，一、（二）5）。请核对后补上；确实没有的，由批准名单的单位定夺，程序不代为取舍。 [honour-below]';
    assert.deepEqual(check({ name: '县技术能手', level: 'county' }), [below]);
    assert.deepEqual(check(), [below]);
  });

  it('asks for the level of an honour that has none', () => {
    assert.deepEqual(check({ name: '技术能手' }), [
      '✗ candidates/p3wd9hz.md「honours」（骆青川）：看不出有没有市级以上的荣誉（依据：澄工发〔2024〕8号，一、（二）5）。请给荣誉写上级别 level，达到要求的写下列之一：city、province、nation。 [honour-level-missing]',
    ]);
  });
});

describe('a programme that asks for none', () => {
  it('is content with none', () => {
    assert.deepEqual(said(honour.check(aDossier())), []);
  });
});
