import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeArticle, personArticle } from '#site/feeds/article.ts';
import { personData } from '#site/feeds/structured-data.ts';
import { personCard } from '#site/pages/card-view.ts';
import { profileView } from '#site/pages/profile-view.ts';
import { personRow } from '#site/person-row.ts';
import { aPerson, aPublication, aSite } from './a-site.ts';

describe('a person whose form asks for neither 工种 nor 简要事迹', () => {
  const people = [aPerson('p1', { trade: undefined, summary: undefined })];
  const [round] = aPublication({ rounds: [{ people }] }, '2024-09-12T10:00:00+08:00').rounds;
  const [line] = round?.visible ?? [];
  assert.ok(round && line);

  it('stands on every page, card and in every text without a gap', () => {
    const profile = profileView(line, round);
    assert.deepEqual(
      profile.facts.map(({ label }) => label),
      ['工作单位', '推荐单位', '推荐途径'],
    );
    assert.equal(profile.story?.summary, undefined);
    const { trade, summary } = personRow(line);
    assert.deepEqual([trade, summary], ['', '']);
    const texts = [
      personArticle(line, round, aSite()),
      noticeArticle(round, aSite()),
      personCard(line, round),
      personData(line, round, aSite()),
    ].map((one) => JSON.stringify(one));
    for (const text of texts) {
      assert.ok(text.includes('李明'));
      assert.doesNotMatch(text, /undefined|，，|，。|，"|　"|"text":""|jobTitle/u);
    }
  });
});
