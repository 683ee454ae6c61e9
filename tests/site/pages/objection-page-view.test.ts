import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doorAt } from '#site/live/door.ts';
import { correctionView } from '#site/pages/correction-view.ts';
import type { DoorView } from '#site/pages/door-view.ts';
import { type ObjectionPageView, objectionPageView, officeCard } from '#site/pages/objection-page-view.ts';
import { anAct, at } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

type Acts = Parameters<typeof aPublicationWith>[0];

function page(acts: Acts, now: string, round: Parameters<typeof aPublicationWith>[2] = {}): ObjectionPageView {
  const publication = aPublicationWith(acts, now, round);
  return objectionPageView(there(publication.rounds[0]), publication.now);
}

function dated(door: DoorView): Extract<DoorView, { kind: 'dated' }> {
  assert.equal(door.kind, 'dated');
  return door;
}

const extension = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
const suspension = anAct('suspension', '2024-09-13 09:00', { oldClosesOn: '2024-09-18' });
const resumption = anAct('resumption', '2024-09-18 09:00', {
  resumesOn: '2024-09-19',
  oldClosesOn: '2024-09-18',
  newClosesOn: '2024-09-23',
});
const withdrawal = anAct('withdraw-notice', '2024-09-13 09:00');
const ownWish = anAct('withdraw-candidate', '2024-09-12 09:00', { person: 'p2', reasonCode: 'own-wish' });

describe('whether one may object', () => {
  const stateAt = (acts: Acts, built: string, now: string): string =>
    doorAt(dated(page(acts, built).door).times, at(now)).door;

  it('follows the window to the second', () => {
    for (const [now, expected] of [
      ['2024-09-10 23:59:59', 'before'],
      ['2024-09-11 00:00:00', 'open'],
      ['2024-09-18 23:59:59', 'open'],
      ['2024-09-19 00:00:00', 'closed'],
    ] as const) {
      assert.equal(stateAt([], '2024-09-10 08:00', now), expected, now);
    }
  });

  it('follows an extension', () => {
    assert.equal(stateAt([extension], '2024-09-12 12:00', '2024-09-20 23:59:59'), 'open');
    assert.equal(stateAt([extension], '2024-09-12 12:00', '2024-09-21 00:00:00'), 'closed');
    const { door, validity } = page([extension], '2024-09-12 12:00');
    assert.equal(dated(door).until, '2024年9月20日（星期五）24:00');
    assert.match(validity[0] ?? '', /至2024年9月20日（星期五）24:00。$/);
  });

  it('never says closed while suspended', () => {
    const door = dated(page([suspension], '2024-09-13 10:00').door);
    assert.deepEqual([doorAt(door.times, at('2024-12-01')).door, door.until], ['suspended', undefined]);
    assert.match(door.title, /^公示自2024年9月13日 09:00起中止，恢复的日期另行公告。/);
  });

  it('opens again with a resumption', () => {
    // Two days passed, the third was suspended: 19, 20 and 23 September are left.
    const acts = [suspension, resumption];
    assert.equal(stateAt(acts, '2024-09-18 10:00', '2024-09-18 23:59:59'), 'suspended');
    assert.equal(stateAt(acts, '2024-09-18 10:00', '2024-09-19 00:00:00'), 'open');
    assert.equal(stateAt(acts, '2024-09-18 10:00', '2024-09-24 00:00:00'), 'closed');
  });

  it('says what comes next, in the programme’s own names of stages', () => {
    assert.equal(dated(page([], '2024-09-10 08:00').door).next, '公示结束以后：市政府公布。结果在公示页面公布。');
  });

  it('is settled once the result or a withdrawal is public: there is no letter to write any more', () => {
    const announced = page([], '2024-12-01', { result: {} });
    assert.deepEqual([announced.door.kind, announced.letter], ['settled', undefined]);
    const withdrawn = page([withdrawal], '2024-09-13 10:00');
    assert.match(withdrawn.door.kind === 'settled' ? withdrawn.door.text : '', /^公示于2024年9月13日 09:00撤销/);
    assert.equal(withdrawn.letter, undefined);
  });
});

describe('the letter of a round', () => {
  it('offers the people of the list, in its order, but nobody who has left it', () => {
    assert.deepEqual(
      page([], '2024-09-12 12:00').letter?.people.map(({ label }) => label),
      ['李明（示例机床厂）', '欧阳静（示例机床厂）'],
    );
    assert.deepEqual(
      page([ownWish], '2024-09-12 12:00').letter?.people.map(({ id }) => id),
      ['p1'],
    );
  });

  it('goes to the one desk of the channels and cites the notice', () => {
    const letter = page([], '2024-09-12 12:00').letter;
    assert.equal(letter?.office.to, '生产部');
    assert.equal(letter?.notice, '《关于2024年度示例工匠候选人的公示》（2024年9月10日发布）');
    assert.equal(letter?.named, true);
  });
});

describe('the office in an address book', () => {
  it('holds its published channels and no person', () => {
    const publication = aPublicationWith([], '2024-09-12 12:00');
    const card = officeCard(there(publication.rounds[0]), publication.site.address).replaceAll('\r\n ', '');
    assert.match(card, /\r\nTEL;TYPE=WORK,VOICE:\+86-6310000000\r\nEMAIL;TYPE=INTERNET:office@example\.org\r\n/);
    assert.match(card, /\r\nNOTE:2024年度示例工匠选树：对公示提出异议；电话：工作日8:30—17:30\r\n/);
    assert.doesNotMatch(card, /李明|欧阳静/);
  });
});

describe('the door for slips of the pen', () => {
  it('takes the site’s own channel where the round has none', () => {
    const onlyObjections = { channels: [{ kind: 'email', address: 'office@example.org', purpose: ['objection'] }] };
    const publication = aPublicationWith([], '2024-09-12 12:00', { round: onlyObjections });
    publication.site.channels.push({ kind: 'email', address: 'words@example.org', purpose: ['correction'] });
    assert.deepEqual(
      correctionView(there(publication.rounds[0]), publication).channels.map(({ text }) => text),
      ['words@example.org'],
    );
  });
});
