import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileView } from '#site/profile-view.ts';
import { aPerson, aPublicRound, type ARound } from '#tests/site/a-site.ts';

const person = aPerson('p1', { name: '欧阳晓东', photo: { credit: '单位供图', consent: '本人书面同意' } });
const other = aPerson('p2', { name: '王二' });
const profile = (given: ARound = {}): ReturnType<typeof profileView> =>
  profileView(person, aPublicRound({ people: [person, other], ...given }));

describe('a candidate', () => {
  it('is called a candidate and nothing more', () => {
    const view = profile();
    assert.deepEqual(view.standing, { kind: 'candidate', text: '2024年度示例工匠候选人' });
    assert.deepEqual(
      view.steps.map(({ name, text }) => `${name}：${text}`),
      ['推荐：示例区总工会', '公示：2024年9月11日至9月18日', '命名：以正式公布的结果为准'],
    );
  });
});

describe('an honouree', () => {
  it('is named with the day and the authority', () => {
    const view = profile({ result: {} });
    assert.deepEqual(view.standing, {
      kind: 'honouree',
      text: '2024年10月16日被命名为示例工匠',
      authority: '示例市人民政府',
    });
    assert.equal(view.hasPhoto, true);
  });
});

describe('a candidate who was not conferred', () => {
  const view = profile({
    result: {
      conferred: [{ tier: 'craftsman', people: ['p2'] }],
      notConferred: [{ person: 'p1', reason: '公示期间本人提出放弃' }],
    },
  });
  it('keeps name and employer; deeds, photo and facts fade', () => {
    assert.equal(view.standing.text, '2024年度示例工匠候选人，未列入命名名单');
    assert.deepEqual(view.facts, [{ label: '工作单位', text: '示例机床厂' }]);
    assert.equal(view.story, undefined);
    assert.equal(view.hasPhoto, false);
  });
  it('is not followed by the reason', () => {
    assert.doesNotMatch(JSON.stringify(view), /放弃/);
  });
});

describe('the seal', () => {
  it('bears the first character, even one beyond the basic plane', () => {
    assert.equal(profile().initial, '欧');
    const rare = aPerson('p3', { name: '𠮷田' });
    assert.equal(profileView(rare, aPublicRound({ people: [rare] })).initial, '𠮷');
  });
});

describe('earlier publicity at the employer', () => {
  it('stands in the chain with its dates', () => {
    const early = aPerson('p1', { earlierPublicity: { opensOn: '2024-08-01', closesOn: '2024-08-05' } });
    const [first] = profileView(early, aPublicRound({ people: [early] })).steps;
    assert.equal(first?.text, '示例区总工会，2024年8月1日至8月5日在本单位公示');
  });
});
