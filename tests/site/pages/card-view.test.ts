import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardHeight, namesCard, noticeCard, personCard } from '#site/pages/card-view.ts';
import { type PublicRound, publish } from '#site/publication.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aContent, aPerson, type ARound, instant } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const people = [aPerson('p1', { name: '欧阳晓东' }), aPerson('p2', { name: '王二' })];

function at(now: string, given: ARound = {}, acts: ReturnType<typeof anAct>[] = []): PublicRound {
  const content = aContent({ rounds: [{ people, ...given }] });
  there(there(content.programmes[0]).rounds[0]).acts = acts;
  const [round] = publish(content, instant(now)).rounds;
  assert.ok(round);
  return round;
}
const first = (round: PublicRound) => personCard(there(round.visible[0]), round);

describe('the card of a person, as the site is built again and the code in the newspaper stays', () => {
  it('while the window is open has the dates as text and leaves the rest to the clock', () => {
    const card = first(at('2024-09-12T09:00:00+08:00'));
    assert.equal(card.title, '欧阳晓东');
    assert.equal(card.settled, undefined);
    assert.equal(card.window?.range, '2024年9月11日至9月18日');
  });
  it('after conferral says when, and leads to the decision', () => {
    const card = first(at('2025-01-01T00:00:00+08:00', { result: {} }));
    assert.deepEqual(card.settled, { text: '2024年10月16日被命名为示例工匠', won: true });
    assert.equal(card.link.address, '/example/2024/result/');
  });
  it('after a withdrawal has neither name nor employer, and leads to the notice', () => {
    const act = anAct('withdraw-candidate', '2024-09-12 08:00', { person: 'p1' });
    const card = first(at('2024-09-12T09:00:00+08:00', {}, [act]));
    assert.equal(card.title, undefined);
    assert.doesNotMatch(JSON.stringify(card), /欧阳晓东|示例机床厂/);
    assert.equal(card.settled?.text, '该人选信息已不再展示。详见公告。');
    assert.equal(card.link.address, '/example/2024/notice/');
  });
  it('after a revocation says so', () => {
    const act = anAct('revoke', '2024-12-01 08:00', { people: ['p1'] });
    const card = first(at('2025-01-01T00:00:00+08:00', { result: {} }, [act]));
    assert.equal(card.settled?.text, '该称号已于2024年12月1日撤销。');
    assert.equal(card.settled.won, false);
  });
});

describe('the card of a notice', () => {
  it('says that it was withdrawn', () => {
    const act = anAct('withdraw-notice', '2024-09-12 08:00');
    assert.match(noticeCard(at('2024-09-12T09:00:00+08:00', {}, [act])).settled?.text ?? '', /^公示已撤销/);
  });
  it('leads to the result once there is one', () => {
    const card = noticeCard(at('2025-01-01T00:00:00+08:00', { result: {} }));
    assert.equal(card.settled?.text, '2024年10月16日公布结果：命名示例工匠2人');
  });
});

describe('what a card shows beside the name', () => {
  const shown = (given: ARound, now = '2024-09-12T09:00:00+08:00', acts: ReturnType<typeof anAct>[] = []) =>
    first(at(now, given, acts));

  it('is one line of deeds, and the portrait, the motif of the craft or the seal', () => {
    const { summary, portrait, initial } = shown({});
    assert.deepEqual([summary, portrait, initial], ['从事钳工二十年。', undefined, '欧']);
    const photo = { credit: '示例机床厂供图', consent: '2024-06-20 本人签字同意' };
    assert.deepEqual(shown({ people: [aPerson('p1', { name: '欧阳晓东', photo })] }).portrait, {
      address: '/photos/p1.webp',
      alt: '欧阳晓东的照片',
      credit: '示例机床厂供图',
    });
  });

  it('is gone with a withdrawal', () => {
    const act = anAct('withdraw-candidate', '2024-09-12 08:00', { person: 'p1' });
    const { summary, portrait, initial } = shown({}, '2024-09-12T09:00:00+08:00', [act]);
    assert.deepEqual([summary, portrait, initial], [undefined, undefined, '']);
  });

  it('is every name of the list, or of those who were named', () => {
    assert.deepEqual(namesCard(at('2024-09-12T09:00:00+08:00')).names, ['欧阳晓东', '王二']);
    const result = {
      conferred: [{ tier: 'craftsman', people: ['p2'] }],
      notConferred: [{ person: 'p1' }],
    };
    assert.deepEqual(namesCard(at('2025-01-01T00:00:00+08:00', { result })).names, ['王二']);
    assert.deepEqual(noticeCard(at('2024-09-12T09:00:00+08:00')).names, []);
  });

  it('makes its frame higher', () => {
    const round = at('2024-09-12T09:00:00+08:00');
    assert.ok(cardHeight(namesCard(round)) > cardHeight(noticeCard(round)));
  });
});
