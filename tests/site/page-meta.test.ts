import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockAttribute, COLUMNS, governmentTags, personTitle, roundTitle } from '#site/page-meta.ts';
import type { Person } from '#site/publication.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';
import { aPerson, aPublication, aPublicRound, aSite, instant } from '#tests/site/a-site.ts';

const NOON = instant('2024-09-10T12:00:00+08:00');

describe('the tags of a government page', () => {
  const article = { published: '2024-09-10', time: '09:00', source: '示例市总工会' };
  const tags = (site = aSite()): Record<string, string> =>
    Object.fromEntries(
      governmentTags(site, { title: '公示', description: '', column: COLUMNS.notices, article }).map((tag) => [
        tag.name,
        tag.content,
      ]),
    );

  it('name site, column and article', () => {
    assert.deepEqual(tags(), {
      SiteName: '示例榜',
      SiteDomain: 'example.org',
      ColumnName: '公示公告',
      ColumnDescription: '工匠选树的公示、结果和人选',
      ColumnKeywords: '公示公告,工匠,公示',
      ColumnType: '通知公告',
      ArticleTitle: '公示',
      PubDate: '2024-09-10 09:00',
      ContentSource: '示例市总工会',
    });
  });
  it('carry the site’s number once it has one', () => {
    assert.equal(tags(aSite({ siteIdCode: '3710000001' }))['SiteIDCode'], '3710000001');
  });
});

describe('titles', () => {
  it('name programme and round, once each', () => {
    const round = aPublicRound();
    assert.equal(roundTitle('关于2024年度示例工匠候选人的公示', round), '关于2024年度示例工匠候选人的公示');
    assert.equal(roundTitle('候选人公示', round), '候选人公示 · 示例工匠2024年度');
  });
  it('of two people of one name in one round carry the employer', () => {
    const [first, second] = [aPerson('p1'), aPerson('p2', { employer: '示例造船厂' })];
    assert.equal(titleOf('p1', [first]), '李明 · 2024年度示例工匠选树人选');
    assert.equal(titleOf('p2', [first, second]), '李明（示例造船厂） · 2024年度示例工匠选树人选');
  });
  it('of people who are not shown any more name a number of the list', () => {
    const people = [aPerson('p1'), aPerson('p2', { name: '王二' })];
    assert.equal(titleOf('p2', people, '2025-01-01T00:00:00+08:00'), '2024年度示例工匠选树人选名单第2号');
  });
});

function titleOf(id: string, people: Person[], now = '2024-09-12T09:00:00+08:00'): string {
  const [round] = aPublication({ rounds: [{ people }] }, now).rounds;
  const line = round?.visible.find((one) => one.id === id);
  assert.ok(round && line);
  return personTitle(line, round);
}

describe('the clock of a page', () => {
  it('stands still on a sample', () => {
    const sample = aSite({ sample: true, sampleClock: '2024-09-10T12:00:00+08:00' });
    assert.equal(clockAttribute(sample, NOON), '2024-09-10T04:00:00.000Z');
    assert.equal(chineseInstant(NOON), '2024年9月10日 12:00');
  });
  it('is the reader’s own everywhere else', () => {
    assert.equal(clockAttribute(aSite(), NOON), undefined);
  });
});
