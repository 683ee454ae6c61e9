import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samePersonTwice } from '#core/rules/same-person-twice.ts';
import { aCandidate, aDossier, said } from '#tests/builders.ts';

const one = aCandidate({ id: 'p3wd9hz', name: '帕丽扎·铁木尔', employer: '澄湖市湖滨宾馆（集团）' });
const withAnother = (name: string, employer: string) =>
  said(samePersonTwice.check(aDossier({ people: [one, aCandidate({ id: 'k7m2xq4', name, employer })] })));

describe('one person in one round', () => {
  it('stands on the list once', () => {
    assert.deepEqual(withAnother('庾岚', '澄湖市湖滨宾馆（集团）'), []);
  });

  it('is found a second time behind another dot, a space, another kind of brackets', () => {
    assert.deepEqual(withAnother('帕丽扎•铁木尔', '澄湖市 湖滨宾馆(集团)'), [
      '✗ candidates/k7m2xq4.md「name」（帕丽扎•铁木尔）：与 p3wd9hz.md 姓名相同、单位相同，名单上重复了。请删去一份；确是两个人的，请在单位名称里写到部门，以示区别。 [same-person-twice]',
    ]);
  });

  it('may have a namesake at another employer, which a person confirms', () => {
    assert.deepEqual(withAnother('帕丽扎·铁木尔', '澄湖市东湾纺织厂'), [
      '△ candidates/k7m2xq4.md「name」（帕丽扎·铁木尔）：名单上另有一位帕丽扎·铁木尔（澄湖市湖滨宾馆（集团））。同名不同单位，请确认不是同一人，并在 round.md 的 accepted 中写明。 [namesake-in-round]',
    ]);
  });
});
