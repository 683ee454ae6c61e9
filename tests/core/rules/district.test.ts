import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { district } from '#core/rules/district.ts';
import { aCandidate, aDossier, aProgramme, said } from '#tests/builders.ts';

const listing = (districts: string[] | undefined) => {
  const programme = aProgramme();
  return { ...programme, data: { ...programme.data, ...(districts && { districts }) } };
};
const check = (word: string | undefined, districts: string[] | undefined) =>
  said(district.check(aDossier({ programme: listing(districts), people: [aCandidate({ district: word })] })));

describe('a programme that lists its districts', () => {
  const own = ['澄东区', '澄西县'];
  it('takes these, and nobody’s', () => {
    assert.deepEqual(check('澄西县', own), []);
    assert.deepEqual(check(undefined, own), []);
  });

  it('refuses any other word', () => {
    assert.deepEqual(check('澄南区', own), [
      '✗ candidates/p3wd9hz.md「district」（骆青川）：所属区县写的是“澄南区”，这个活动的区县只有：澄东区、澄西县。请改成其中一个；确是漏列的，请运行 npm run new-programme，加 --extend 和 --district 补上。 [district-unknown]',
    ]);
  });
});

describe('a programme that lists none', () => {
  it('takes any', () => assert.deepEqual(check('澄南区', undefined), []));
});
