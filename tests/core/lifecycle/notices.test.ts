import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changesAhead } from '#core/lifecycle/changes-ahead.ts';
import { decidedFolder } from '#core/lifecycle/decided.ts';
import { effectiveWindow, noticeState } from '#core/lifecycle/notice-state.ts';
import { addressOf, noticeLives, noticeNamed, noticesOf } from '#core/lifecycle/notices-of.ts';
import { personState } from '#core/lifecycle/person-state.ts';
import { takenActs } from '#core/lifecycle/standing.ts';
import { visiblePeople } from '#core/lifecycle/visible-people.ts';
import type { Dossier } from '#core/records/content.ts';
import { aResult, aRound } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { aLife, anAct, at, aTombstone } from './a-life.ts';
import { added, again, aSequence, final, six } from './a-sequence.ts';

const [one, two, three, four, five] = six.map(({ id }) => id) as [string, string, string, string, string];

/** `one candidate`, by every notice alike. */
function stateOf(person: string, dossier: Dossier, now: string): string {
  const states = noticeLives(dossier).map((life) => {
    const state = personState(person, life, at(now));
    return state.state === 'notAdvanced' ? state.words : state.state;
  });
  assert.equal(new Set(states).size, 1, `one truth: ${states.join('、')}`);
  return states[0] ?? '';
}

const states = (dossier: Dossier, now: string): string[] =>
  noticeLives(dossier).map((life) => noticeState(life, at(now)).state);

describe('a round with one notice', () => {
  it('is that notice', () => {
    const { folder } = aLife();
    assert.deepEqual(noticesOf(folder), [folder]);
    assert.equal(decidedFolder(folder), folder);
    assert.equal(addressOf(folder), 'chenghu-craftsman/2024');
    assert.equal(noticeNamed(folder, 'first'), folder);
    assert.equal(noticeNamed(folder, 'final'), undefined);
  });
});

describe('入围公示 and then 拟命名公示', () => {
  const round = aSequence([final]);

  it('are two notices, each with its list, its window and its address', () => {
    const notices = noticesOf(round.folder);
    assert.deepEqual(
      notices.map((folder) => [
        addressOf(folder),
        folder.roster?.data.people.length,
        folder.round.data.publicity.closesOn,
      ]),
      [
        ['chenghu-craftsman/2024', 4, '2024-09-18'],
        ['chenghu-craftsman/2024-final', 2, '2024-10-14'],
      ],
    );
    assert.deepEqual(
      noticeLives(round).map((life) => {
        const window = effectiveWindow(life, at('2024-10-09'));
        return window.course === 'running' && window.window.closesOn;
      }),
      ['2024-09-18', '2024-10-14'],
    );
  });

  it('each close by themselves', () => {
    assert.deepEqual(states(round, '2024-09-18 23:59:59'), ['open', 'scheduled']);
    assert.deepEqual(states(round, '2024-09-19'), ['closed', 'scheduled']);
    assert.deepEqual(states(round, '2024-10-08'), ['closed', 'before']);
    assert.deepEqual(states(round, '2024-10-14 23:59:59'), ['closed', 'open']);
    assert.deepEqual(states(round, '2024-10-15'), ['closed', 'closed']);
  });

  it('leave somebody out without withdrawing them, and everybody has one state', () => {
    const before = '2024-10-07 23:59:59';
    assert.deepEqual(
      [one, two, three, four].map((id) => stateOf(id, round, before)),
      Array(4).fill('shortlisted'),
    );
    assert.deepEqual(
      [one, two, three, four].map((id) => stateOf(id, round, '2024-10-08')),
      ['candidate', 'candidate', '未进入拟命名名单', '未进入拟命名名单'],
    );
    const announced = aSequence([final], [], { result: aResult(six.slice(0, 2)) });
    assert.deepEqual(
      [one, two, three, four].map((id) => stateOf(id, announced, '2024-10-16')),
      ['honouree', 'honouree', '未进入拟命名名单', '未进入拟命名名单'],
    );
  });

  it('show whoever was shortlisted through the showcase, and fade with everybody else', () => {
    const shown = (now: string): string[] => {
      const [first] = noticeLives(round);
      return visiblePeople(there(first), at(now)).map(({ profile }) => profile);
    };
    assert.deepEqual(shown('2024-10-01'), Array(4).fill('whole'), 'the showcase');
    assert.deepEqual(shown('2024-10-14 23:59:59'), Array(4).fill('whole'));
    assert.deepEqual(shown('2024-10-15'), Array(4).fill('neutral'));
    const [first] = noticeLives(round);
    assert.equal(visiblePeople(there(first), at('2024-10-15'))[3]?.sentence, '公示已结束，入围人选的材料不再展示。');
  });

  it('let an award that is no title go to whoever was shortlisted', () => {
    const result = aResult(six.slice(0, 2), {
      conferred: [
        { tier: 'craftsman', people: [one, two] },
        { tier: 'shortlist-award', people: [three] },
      ],
    });
    const announced = aSequence([final], [], { result });
    assert.equal(stateOf(three, announced, '2024-10-16'), 'honouree');
    assert.equal(stateOf(four, announced, '2024-10-16'), '未进入拟命名名单');
  });
});

describe('an act of a round with several notices', () => {
  it('moves the window of the notice that it names, and no other', () => {
    const dates = { oldClosesOn: '2024-10-14', newClosesOn: '2024-10-16' };
    const round = aSequence([final], [anAct('extension', '2024-10-10 10:00', { ...dates, notice: 'final' })]);
    assert.deepEqual(
      noticeLives(round).map((life) => takenActs(life).map(({ remarks }) => remarks)),
      [[], [[]]],
    );
    assert.deepEqual(states(round, '2024-10-16 23:59:59'), ['closed', 'open']);
  });

  it('that withdraws a person is told on every notice that lists them', () => {
    const withdrawn = anAct('withdraw-candidate', '2024-10-10 10:00', { person: two, notice: 'final' });
    const round = aSequence([final], [withdrawn]);
    assert.equal(stateOf(two, round, '2024-10-10 09:59'), 'candidate');
    assert.equal(stateOf(two, round, '2024-10-10 10:00'), 'withdrawn');
    assert.deepEqual(
      noticesOf(round.folder).map(({ acts }) => acts.length),
      [1, 1],
    );
    const only = aSequence([final], [anAct('withdraw-candidate', '2024-10-10 10:00', { person: four })]);
    assert.deepEqual(
      noticesOf(only.folder).map(({ acts }) => acts.length),
      [1, 0],
    );
    assert.equal(stateOf(four, only, '2024-10-11'), 'withdrawn');
  });

  it('is not lost when it names nobody that anybody knows', () => {
    const round = aSequence(
      [final],
      [
        anAct('extension', '2024-09-12 10:00', {
          oldClosesOn: '2024-09-18',
          newClosesOn: '2024-09-20',
          notice: 'nowhere',
        }),
      ],
    );
    assert.deepEqual(
      noticesOf(round.folder).map(({ acts }) => acts.length),
      [1, 0],
    );
  });
});

describe('增补公示', () => {
  const round = aSequence([final, added]);

  it('opens a window for the added person, and leaves the others theirs', () => {
    assert.deepEqual(states(round, '2024-10-13'), ['closed', 'open', 'open']);
    assert.deepEqual(states(round, '2024-10-15'), ['closed', 'closed', 'open']);
    assert.deepEqual(states(round, '2024-10-18'), ['closed', 'closed', 'closed']);
    assert.equal(stateOf(one, round, '2024-10-13'), 'candidate');
    assert.equal(stateOf(five, round, '2024-10-13'), 'candidate');
  });

  it('makes one list of both for the decision', () => {
    assert.deepEqual(
      decidedFolder(round.folder).roster?.data.people.map(({ id }) => id),
      [one, two, five],
    );
  });
});

describe('重新公示 of another list', () => {
  const round = aSequence([final, again]);

  it('takes the place of the notice before it', () => {
    assert.deepEqual(states(round, '2024-10-09 12:00'), ['closed', 'open', 'scheduled']);
    assert.deepEqual(states(round, '2024-10-11 12:00'), ['closed', 'replaced', 'open']);
    assert.equal(stateOf(two, round, '2024-10-11'), '重新公示的名单没有列入');
    assert.equal(stateOf(four, round, '2024-10-11'), 'candidate');
    assert.deepEqual(
      decidedFolder(round.folder).roster?.data.people.map(({ id }) => id),
      [one, four],
    );
  });

  it('leaves nothing to be done to the one before it', () => {
    const dates = { oldClosesOn: '2024-10-14', newClosesOn: '2024-10-18' };
    const late = aSequence([final, again], [anAct('extension', '2024-10-11 10:00', { ...dates, notice: 'final' })]);
    assert.deepEqual(
      noticeLives(late).flatMap((life) => takenActs(life).flatMap(({ remarks }) => remarks.map(({ code }) => code))),
      ['act-after-replacement'],
    );
  });
});

describe('somebody taken down', () => {
  it('keeps the number in every list', () => {
    const gone = aTombstone('x123456', 2, {
      lists: [
        { notice: 'first', position: 2 },
        { notice: 'final', position: 1 },
      ],
    });
    const round = aSequence([final], [], { takenDown: [gone] });
    assert.deepEqual(
      noticeLives(round).map((life) => visiblePeople(life, at('2024-10-09')).map(({ id }) => id)),
      [
        [one, 'x123456', two, three, four],
        ['x123456', one, two],
      ],
    );
  });
});

describe('what lies ahead of a round with several notices', () => {
  it('names every boundary of each once', () => {
    const ahead = noticeLives(aSequence([final], [], { round: aRound({ decay: { after: 'never', reason: '示例' } }) }))
      .flatMap((life) => changesAhead(life, -Infinity))
      .filter(({ kind }) => kind !== 'day')
      .map(({ kind, at: when }) => `${new Date(when + 8 * 3_600_000).toISOString().slice(0, 10)} ${kind}`);
    assert.deepEqual(ahead, [
      ...['2024-09-10 publication', '2024-09-11 opening', '2024-09-19 close'],
      ...['2024-10-08 publication', '2024-10-09 opening', '2024-10-15 close'],
    ]);
  });
});
