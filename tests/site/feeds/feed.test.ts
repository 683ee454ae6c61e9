import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { noticeFeed, programmeFeed, siteFeed } from '#site/feeds/feed.ts';
import { atomFeed, jsonFeed } from '#site/feeds/feed-format.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

const SELF = 'https://example.org/gongjiang/feed.xml';
const extension = anAct('extension', '2024-09-12 10:00', {
  oldClosesOn: '2024-09-18',
  newClosesOn: '2024-09-20',
  reasonCode: 'outage',
});
const withdrawal = anAct('withdraw-candidate', '2024-09-13 09:00', {
  person: 'p2',
  reasonCode: 'disciplined',
  reason: '经查，欧阳静受过处分。',
});
const result = {
  conferred: [{ tier: 'craftsman', people: ['p1'] }],
  notConferred: [],
};

describe('a feed', () => {
  it('tells each thing once, the latest first, under an id that stays', () => {
    const { items } = siteFeed(aPublicationWith([extension, withdrawal], '2024-12-01', { result }), '/feed.xml');
    assert.deepEqual(
      items.map(({ id, title }) => [id, title]),
      [
        ['tag:example.org,2024:example/2024/result', '关于公布2024年度示例工匠的通知'],
        [
          'tag:example.org,2024:example/2024/acts/2024-09-13-withdraw-candidate',
          '取消候选资格：关于2024年度示例工匠候选人的公示',
        ],
        ['tag:example.org,2024:example/2024/acts/2024-09-12-extension', '延长公示：关于2024年度示例工匠候选人的公示'],
        ['tag:example.org,2024:example/2024/notice', '关于2024年度示例工匠候选人的公示'],
      ],
    );
  });

  it('of one notice tells that notice, its acts and its result, as the site does', () => {
    const content: Parameters<typeof aPublicationWith> = [[extension, withdrawal], '2024-12-01', { result }];
    const publication = aPublicationWith(...content);
    const feed = noticeFeed(publication, there(publication.rounds[0]), '/example/2024/feed.xml');
    assert.deepEqual(feed.items, siteFeed(publication, '/feed.xml').items);
    assert.equal(feed.title, '关于2024年度示例工匠候选人的公示');
    assert.equal(feed.self, 'https://example.org/gongjiang/example/2024/feed.xml');
    assert.equal(feed.home, 'https://example.org/gongjiang/example/2024/notice/');
  });

  it('tells an extension with the old and the new day', () => {
    const [item] = siteFeed(aPublicationWith([extension], '2024-09-12 10:00'), '/feed.xml').items;
    assert.equal(
      item?.text,
      '公示截止日由2024年9月18日（星期三）延长到2024年9月20日（星期五）。原因：公示媒体或网站中断。',
    );
  });

  it('says the same of the notice whatever happens later, and no state that goes stale', () => {
    const noticeText = (now: string): string | undefined =>
      siteFeed(aPublicationWith([extension, withdrawal], now, { result }), '/feed.xml').items.at(-1)?.text;
    const first = noticeText('2024-09-10 08:00');
    assert.match(
      first ?? '',
      /候选人2人。发布时写明的公示期：2024年9月11日至9月18日（5个工作日），2024年9月18日（星期三）24:00截止。/,
    );
    for (const now of ['2024-09-12 12:00', '2024-09-25', '2024-12-01']) assert.equal(noticeText(now), first);
    assert.doesNotMatch(first ?? '', /公示中|已结束|已公布/);
  });

  it('names nobody, not even where the office does', () => {
    const feed = siteFeed(aPublicationWith([extension, withdrawal], '2024-12-01', { result }), '/feed.xml');
    for (const text of [atomFeed(feed), jsonFeed(feed)]) assert.doesNotMatch(text, /李明|欧阳静|受过处分/);
  });

  it('is silent about what is not yet public', () => {
    const { items } = siteFeed(aPublicationWith([extension, withdrawal], '2024-09-12 09:59', { result }), '/feed.xml');
    assert.equal(items.length, 1);
    const before = siteFeed(aPublicationWith([], '2024-09-09 23:59'), '/feed.xml');
    assert.deepEqual([before.items, before.updated], [[], undefined]);
  });

  it('is Atom to an independent parser', () => {
    const publication = aPublicationWith([extension], '2024-12-01', { result });
    const feed = parseAtomFeed(atomFeed(programmeFeed(publication, there(publication.programmes[0]), '/feed.xml')));
    assert.equal(feed.title?.value, '示例工匠：公示与结果');
    assert.equal(feed.updated, '2024-10-16T00:00:00+08:00');
    assert.equal(feed.links?.find(({ rel }) => rel === 'self')?.href, SELF);
    assert.deepEqual(
      feed.entries?.map(({ id, updated, links }) => [id, updated, links?.[0]?.href]),
      [
        [
          'tag:example.org,2024:example/2024/result',
          '2024-10-16T00:00:00+08:00',
          'https://example.org/gongjiang/example/2024/result/',
        ],
        [
          'tag:example.org,2024:example/2024/acts/2024-09-12-extension',
          '2024-09-12T10:00:00+08:00',
          'https://example.org/gongjiang/example/2024/notice/',
        ],
        [
          'tag:example.org,2024:example/2024/notice',
          '2024-09-10T00:00:00+08:00',
          'https://example.org/gongjiang/example/2024/notice/',
        ],
      ],
    );
  });

  it('keeps its id and those of its entries when the site moves to another domain', () => {
    const publication = aPublicationWith([extension], '2024-12-01', { result });
    const site = { ...publication.site, address: 'https://www.example.net/gongshi/' };
    const before = siteFeed(publication, '/feed.xml');
    const after = siteFeed({ ...publication, site }, '/feed.xml');
    assert.deepEqual([before.id, before.self], [SELF, SELF]);
    assert.deepEqual([after.id, after.self], [SELF, 'https://www.example.net/gongshi/feed.xml']);
    assert.deepEqual(
      after.items.map(({ id }) => id),
      before.items.map(({ id }) => id),
    );
    assert.equal(after.items[0]?.address, 'https://www.example.net/gongshi/example/2024/result/');
    const [readBefore, readAfter] = [before, after].map((feed) => parseAtomFeed(atomFeed(feed)));
    assert.deepEqual([readBefore?.id, readAfter?.id], [SELF, SELF]);
  });

  it('keeps marks of XML in a title', () => {
    const feed = siteFeed(aPublicationWith([], '2024-12-01'), '/feed.xml');
    const title = '<a> & "b"';
    assert.equal(parseAtomFeed(atomFeed({ ...feed, title })).title?.value, title);
  });

  it('is a JSON Feed to an independent parser', () => {
    const publication = aPublicationWith([extension], '2024-12-01', { result });
    const feed = parseJsonFeed(jsonFeed(siteFeed(publication, '/feed.xml')));
    assert.equal(feed.feed_url, SELF);
    assert.equal(feed.items?.length, 3);
    assert.equal(feed.items?.[2]?.id, 'tag:example.org,2024:example/2024/notice');
  });
});
