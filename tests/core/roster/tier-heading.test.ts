import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tierOfHeading } from '#core/roster/tier-heading.ts';
import { aProgramme } from '#tests/builders.ts';

const tiers = ['港城十大工匠', '港城工匠'].map((name, index) => ({
  key: `t${index}`,
  name,
  awards: [],
  title: true,
  clause: '四',
}));
const programme = aProgramme({ tiers }).data;

describe('a heading above a group of rows', () => {
  for (const [heading, tier] of [
    ['港城十大工匠', '港城十大工匠'],
    ['一、“港城十大工匠”（10名）', '港城十大工匠'],
    ['十大工匠：10人', '港城十大工匠'],
    ['（二）工匠推荐人选', '港城工匠'],
    ['二、港城工匠 40名', '港城工匠'],
    ['东海县', undefined],
    ['注：十大工匠从工匠中产生', undefined],
    ['合计 50人', undefined],
  ] as const)
    it(`${heading} is ${tier ?? 'no tier'}`, () => assert.equal(tierOfHeading(heading, programme), tier));

  it('is none where there is one tier only', () => {
    assert.equal(tierOfHeading('工匠', aProgramme({ tiers: tiers.slice(1) }).data), undefined);
  });
});
