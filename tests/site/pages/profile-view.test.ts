import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileView } from '#site/pages/profile-view.ts';
import { aPerson, aPublication, type ARound } from '#tests/site/a-site.ts';

const person = aPerson('p1', { name: '欧阳晓东', photo: { credit: '单位供图', consent: '本人书面同意' } });
const other = aPerson('p2', { name: '王二' });
type View = ReturnType<typeof profileView>;

/** By default while the window over 中秋节 is open. */
function profile(given: ARound = {}, of = person, now = '2024-09-12T09:00:00+08:00'): View {
  const [round] = aPublication({ rounds: [{ people: [of, other], ...given }] }, now).rounds;
  const line = round?.visible.find(({ id }) => id === of.id);
  assert.ok(round && line);
  return profileView(line, round);
}
const AFTER = '2025-01-01T00:00:00+08:00';

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
    const view = profile({ result: {} }, person, AFTER);
    assert.deepEqual(view.standing, {
      kind: 'honouree',
      text: '2024年10月16日被命名为示例工匠',
      authority: '示例市人民政府',
    });
    assert.equal(view.hasPhoto, true);
  });
});

describe('a candidate who was not conferred', () => {
  const result = {
    conferred: [{ tier: 'craftsman', people: ['p2'] }],
    notConferred: [{ person: 'p1', reason: '公示期间本人提出放弃' }],
  };
  it('leaves nothing but a neutral sentence', () => {
    const view = profile({ result }, person, AFTER);
    assert.equal(view.shown, 'neutral');
    assert.equal(view.sentence, '该人选信息已不再展示。详见公告。');
    assert.doesNotMatch(JSON.stringify(view), /欧阳晓东|示例机床厂|放弃/);
    assert.equal(view.hasPhoto, false);
  });
  it('stays where the round keeps its records, and is called what they are', () => {
    const round = { decay: { after: 'never', reason: '市政府要求存档' } };
    const view = profile({ result, round }, person, AFTER);
    assert.equal(view.standing.text, '2024年度示例工匠候选人，未命名');
    assert.equal(view.name, '欧阳晓东');
  });
});

describe('a candidate after the close', () => {
  it('fades with everybody of the round, and nobody is suspected for it', () => {
    const view = profile({}, person, '2024-09-19T00:00:00+08:00');
    assert.equal(view.shown, 'neutral');
    assert.equal(view.sentence, '公示已结束，人选材料不再展示，结果以正式公布为准。');
  });
});

describe('the seal', () => {
  it('bears the first character, even one beyond the basic plane', () => {
    assert.equal(profile().initial, '欧');
    const rare = aPerson('p3', { name: '𠮷田' });
    assert.equal(profile({}, rare).initial, '𠮷');
  });
});

describe('earlier publicity at the employer', () => {
  it('stands in the chain with its dates', () => {
    const early = aPerson('p1', { earlierPublicity: { opensOn: '2024-08-01', closesOn: '2024-08-05' } });
    const [first] = profile({}, early).steps;
    assert.equal(first?.text, '示例区总工会，2024年8月1日至8月5日在本单位公示');
  });
});
