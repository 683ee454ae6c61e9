import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Act, ACT_KINDS, type ActKind, chineseActKind } from '#core/acts/act.ts';
import { outOfTurn } from '#core/acts/out-of-turn.ts';
import { chineseState } from '#core/acts/turn.ts';
import { finding } from '#core/catalogue/finding.ts';
import { withoutExplained } from '#core/lifecycle/explained.ts';
import { isOfRound } from '#core/lifecycle/life.ts';
import { personState } from '#core/lifecycle/person-state.ts';
import { publicNotices } from '#core/lifecycle/public-notice.ts';
import { takenActs } from '#core/lifecycle/standing.ts';
import type { Entry } from '#core/records/content.ts';
import { aProgramme, aResult, aRound } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { aLife, anAct, announced, at, aTombstone, first, second, third, three } from './a-life.ts';

const codes = (list: Entry<Act>[], given: Parameters<typeof aLife>[1] = {}): string[] =>
  takenActs(aLife(list, given)).flatMap(({ remarks }) =>
    remarks.map(({ code, field, void: isVoid }) => `${code} ${field}${isVoid ? ' void' : ''}`),
  );

describe('an act in a state that knows no such act', () => {
  it('is void, and told what can be done instead', () => {
    const resume = '请先恢复（resumption），再办理。';
    const newWindow = '公示期已满，要让公众重新有时间提出意见，请用重新公示（re-publicity）。';
    const afterResult = '结果公布以后只能更正文字（correction）或撤销称号（revoke）。';
    const notYet = '称号还没有授予，请用取消候选资格（withdraw-candidate）。';
    const instead: [ActKind, keyof typeof chineseState, string][] = [
      ['extension', 'suspended', resume],
      ['extension', 'closed', newWindow],
      ['extension', 'announced', afterResult],
      [
        'suspension',
        'before',
        '公示还没有开始，要改期请用重新公示（re-publicity），不再公示请用撤销公示（withdraw-notice）。',
      ],
      ['suspension', 'suspended', '已经中止，不必再办。'],
      ['suspension', 'closed', '公示期已满，没有可以中止的日子。'],
      ['suspension', 'announced', afterResult],
      ['resumption', 'before', '没有中止过。'],
      ['resumption', 'open', '没有中止，或已经恢复。'],
      ['resumption', 'closed', newWindow],
      ['resumption', 'announced', afterResult],
      ['re-publicity', 'announced', afterResult],
      ['withdraw-candidate', 'announced', afterResult],
      ['withdraw-notice', 'announced', afterResult],
      ['revoke', 'before', notYet],
      ['revoke', 'open', notYet],
      ['revoke', 'suspended', notYet],
      ['revoke', 'closed', notYet],
      ['revoke', 'unknown', ''],
    ];
    for (const [kind, state, text] of instead) {
      assert.deepEqual(outOfTurn(kind, state), {
        code: 'act-out-of-turn',
        field: 'kind',
        args: { act: chineseActKind[kind], state: chineseState[state], instead: text },
        void: true,
      });
    }
    for (const kind of ACT_KINDS) {
      const early = { code: 'act-before-publication', field: 'date', args: {}, void: true };
      assert.deepEqual(outOfTurn(kind, 'scheduled'), early);
      assert.deepEqual(outOfTurn(kind, 'withdrawn'), { ...early, code: 'act-after-withdrawal' });
    }
  });

  it('is named in the words of domain.md', () => {
    assert.deepEqual(Object.values(chineseActKind), [
      ...['更正', '延长公示', '中止公示', '恢复公示', '重新公示', '取消候选资格', '暂缓命名'],
      ...['解除暂缓', '撤销公示', '撤销称号'],
    ]);
    assert.deepEqual(Object.values(chineseState), [
      ...[
        '尚未发布',
        '已发布、尚未开始',
        '正在公示',
        '公示中止',
        '公示期满、等待结果',
        '结果已公布',
        '公示已撤销',
        '已由重新公示代替',
      ],
      '公示期无法推算',
    ]);
  });
});

describe('an act about people', () => {
  const withdraw = (person: string, when = '2024-09-12 10:00') => anAct('withdraw-candidate', when, { person });
  const revoke = (people: string[] | undefined, when = '2024-10-20 10:00') =>
    anAct('revoke', when, people ? { people } : { whole: true });
  const result = announced;

  it('is about somebody of the round, once', () => {
    assert.deepEqual(codes([withdraw(first), withdraw(second, '2024-09-12 11:00')]), []);
    assert.deepEqual(codes([withdraw('zz9')]), ['act-person-unknown person void']);
    assert.deepEqual(codes([withdraw(first), withdraw(first, '2024-09-12 11:00')]), [
      'act-person-already-withdrawn person void',
    ]);
  });

  it('can be about somebody who was taken down, and about nobody where there is no list', () => {
    const life = aLife([], { people: three.slice(0, 2) }, [aTombstone(third, 3)]);
    assert.deepEqual(
      [first, second, third, 'zz9'].map((id) => isOfRound(life, id)),
      [true, true, true, false],
    );
    const empty = aLife([], { roster: undefined }, [aTombstone(third, 3)]);
    assert.deepEqual(
      [first, third].map((id) => isOfRound(empty, id)),
      [false, true],
    );
  });

  it('revokes what was conferred, once', () => {
    const of = (...acts: Entry<Act>[]): string[] => codes(acts, { result });
    assert.deepEqual(of(revoke([first, second])), []);
    assert.deepEqual(of(revoke([first, 'zz9'])), ['revoke-not-conferred people.1 void']);
    assert.deepEqual(of(revoke([first, first])), ['revoke-twice people.1 void']);
    assert.deepEqual(of(revoke([first]), revoke([second, first], '2024-10-21 10:00')), ['revoke-twice people.1 void']);
    assert.deepEqual(of(revoke(undefined), revoke([first], '2024-10-21 10:00')), ['revoke-twice people.0 void']);
    assert.deepEqual(of(revoke(undefined), revoke(undefined, '2024-10-21 10:00')), ['revoke-whole-twice whole void']);
    assert.deepEqual(of(revoke([first]), revoke(undefined, '2024-10-21 10:00')), []);
  });

  it('that is void changes nobody', () => {
    const life = aLife([revoke([first, 'zz9'])], { result });
    assert.equal(personState(first, life, at('2024-11-01')).state, 'honouree');
  });
});

describe('the state of a person', () => {
  it('says by what the candidacy ended', () => {
    const own = anAct('withdraw-candidate', '2024-09-12 10:00', { person: first });
    const whole = anAct('withdraw-notice', '2024-09-13 10:00');
    const life = aLife([own, whole]);
    assert.deepEqual(personState(first, life, at('2024-09-14')), {
      state: 'withdrawn',
      since: at('2024-09-12 10:00'),
      act: own,
      by: 'person',
    });
    assert.deepEqual(personState(second, life, at('2024-09-14')), {
      state: 'withdrawn',
      since: at('2024-09-13 10:00'),
      act: whole,
      by: 'notice',
    });
  });

  it('tells a title from an award that is none, and whose reason it is', () => {
    const programme = aProgramme({
      tiers: [
        { key: 'craftsman', name: '澄湖工匠', clause: '二' },
        { key: 'award', name: '入围奖', title: false, clause: '二' },
      ],
    });
    const result = aResult(three, {
      conferred: [
        { tier: 'craftsman', people: [first] },
        { tier: 'award', people: [second] },
      ],
      notConferred: [
        { person: 'c009', reason: '异议成立' },
        { person: third, reason: '名额所限' },
      ],
    });
    const life = aLife([], { programme, result });
    const states = [first, second, third].map((id) => personState(id, life, at('2024-11-01')));
    assert.deepEqual(
      states.map((state) => (state.state === 'honouree' ? [state.tier, state.title, state.ended] : state.state)),
      [['craftsman', true, false], ['award', false, false], 'notConferred'],
    );
    assert.deepEqual(states[2], { state: 'notConferred', reserve: false, since: at('2024-10-16'), reason: '名额所限' });
    const unknown = aResult(three, { conferred: [{ tier: 'other', people: [first] }] });
    const [one, two] = [first, second].map((id) => personState(id, aLife([], { result: unknown }), at('2024-11-01')));
    assert.equal(one?.state === 'honouree' && one.title, true);
    assert.deepEqual(two, { state: 'notConferred', reserve: false, since: at('2024-10-16'), reason: undefined });
  });
});

describe('a finding that an act explains', () => {
  const missing = finding('result-person-missing', { file: 'result.md' }, { id: first });
  const unlisted = finding('result-not-listed', { file: 'result.md' }, { id: third });
  const close = (['window-disagrees', 'fits-other-unit', 'counts-from-next-day', 'closes-on-rest-day'] as const).map(
    (code) => finding(code, { file: 'round.md' }),
  );
  const all = [missing, unlisted, ...close];

  it('is left out, and nothing else', () => {
    assert.deepEqual(withoutExplained(aLife([], { result: announced }), all), all);
    const withdrawn = aLife([anAct('withdraw-candidate', '2024-09-12 10:00', { person: first })], {
      result: announced,
    });
    assert.deepEqual(withoutExplained(withdrawn, all), [unlisted, ...close]);
    const late = aLife([anAct('withdraw-candidate', '2024-10-16 00:00', { person: first })], { result: announced });
    assert.deepEqual(withoutExplained(late, all), all);
    const gone = aLife([], { people: three.slice(0, 2), result: announced }, [aTombstone(third, 3)]);
    assert.deepEqual(withoutExplained(gone, all), [missing, ...close]);
    assert.deepEqual(withoutExplained(aLife(), all), all);
  });
});

describe('the notices of a round', () => {
  const again = (when: string, opensOn: string, closesOn: string, rest: object = {}) =>
    anAct('re-publicity', when, { title: '重新公示', opensOn, closesOn, ...rest });
  const notices = (acts: Entry<Act>[], when: string) => {
    const life = aLife(acts);
    return publicNotices(life, there(life.folder.notice), at(when));
  };

  it('are its own alone until another takes its place', () => {
    const [own, ...more] = notices([], '2024-09-12 10:00');
    assert.deepEqual(more, []);
    assert.deepEqual(
      [own.number, own.replaced, own.title, own.published, own.publishedTime],
      [1, false, '关于2024年度澄湖工匠候选人的公示', '2024-09-10', '00:00'],
    );
    assert.deepEqual(
      own.visible.map(({ id, position }) => [id, position]),
      three.map(({ id }, index) => [id, index + 1]),
    );
  });

  it('list again whoever was withdrawn after them, or with the whole', () => {
    const rest = ['2024-09-18', '2024-09-24'] as const;
    const listed = (...acts: Entry<Act>[]): string[] =>
      there(notices(acts, '2024-09-20 10:00').at(-1)).visible.map(({ id }) => id);
    const withdraw = (when: string) => anAct('withdraw-candidate', when, { person: second });
    const restart = again('2024-09-13 10:00', ...rest);
    assert.deepEqual(listed(withdraw('2024-09-13 09:59'), restart), [first, third]);
    // Of one minute: 重新公示 comes first by the name of its file.
    assert.deepEqual(listed(withdraw('2024-09-13 10:00'), restart), [first, second, third]);
    assert.deepEqual(listed(withdraw('2024-09-19 10:00'), restart), [first, second, third]);
    assert.deepEqual(listed(restart, anAct('withdraw-notice', '2024-09-19 10:00')), [first, second, third]);
  });

  it('stand side by side, each with its own dates, people and numbers', () => {
    const acts = [
      anAct('withdraw-candidate', '2024-09-12 10:00', { person: second }),
      again('2024-09-13 10:00', '2024-09-18', '2024-09-24', {
        document: '澄工发〔2024〕10号',
        issuers: ['澄湖市人社局'],
      }),
      again('2024-09-19 10:00', '2024-09-20', '2024-09-26'),
    ];
    assert.deepEqual(notices(acts, '2024-09-13 09:59').length, 1);
    const all = notices(acts, '2024-09-20 10:00');
    assert.deepEqual(
      all.map(({ number, replaced, title, issuers, documentNumber, published, publishedTime, printed }) => [
        ...[number, replaced, title, issuers.join('、'), documentNumber, published, publishedTime],
        ...[printed.opensOn, printed.closesOn],
      ]),
      [
        [
          1,
          true,
          '关于2024年度澄湖工匠候选人的公示',
          '澄湖市总工会',
          undefined,
          '2024-09-10',
          '00:00',
          '2024-09-11',
          '2024-09-18',
        ],
        [2, true, '重新公示', '澄湖市人社局', '澄工发〔2024〕10号', '2024-09-13', '10:00', '2024-09-18', '2024-09-24'],
        [3, false, '重新公示', '澄湖市总工会', undefined, '2024-09-19', '10:00', '2024-09-20', '2024-09-26'],
      ],
    );
    assert.deepEqual(
      all.map(({ visible }) => visible.map(({ id, position }) => `${position} ${id}`)),
      [
        [`1 ${first}`, `2 ${second}`, `3 ${third}`],
        [`1 ${first}`, `2 ${third}`],
        [`1 ${first}`, `2 ${third}`],
      ],
    );
    assert.deepEqual(
      all.map(({ effective }) => (effective.course === 'running' ? effective.window.closesOn : effective.course)),
      ['2024-09-18', '2024-09-24', '2024-09-26'],
    );
  });
});

describe('an act about the window', () => {
  it('names the close that holds, and lies behind it', () => {
    const extension = (oldClosesOn: string, newClosesOn: string) =>
      anAct('extension', '2024-09-12 10:00', { oldClosesOn, newClosesOn });
    assert.deepEqual(codes([extension('2024-09-18', '2024-09-19')]), []);
    assert.deepEqual(codes([extension('2024-09-17', '2024-09-19')]), ['act-old-close-differs oldClosesOn']);
    assert.deepEqual(codes([extension('2024-09-18', '2024-09-18')]), ['extension-not-longer newClosesOn void']);
    assert.deepEqual(codes([extension('2024-09-18', '2024-09-22')]), ['act-day-rests newClosesOn']);
    assert.deepEqual(codes([extension('2024-09-18', '2025-01-02')]), ['calendar-unknown newClosesOn']);
  });

  it('that begins anew leaves nobody before a door that was promised open', () => {
    const again = (when: string, opensOn: string, closesOn: string) =>
      codes([anAct('re-publicity', when, { title: '重新公示', opensOn, closesOn })]);
    assert.deepEqual(again('2024-09-10 10:00', '2024-09-11', '2024-09-18'), []);
    assert.deepEqual(again('2024-09-12 10:00', '2024-09-13', '2024-09-20'), []);
    assert.ok(
      again('2024-09-10 10:00', '2024-09-11', '2024-09-14').includes('re-publicity-closes-earlier closesOn void'),
    );
    assert.ok(again('2024-09-13 10:00', '2024-09-12', '2024-09-19').includes('published-after-opening opensOn void'));
    assert.ok(again('2024-09-13 10:00', '2024-09-20', '2024-09-19').includes('closes-before-opening closesOn void'));
  });

  it('that begins anew on the day it is published does so before the hour at which that day closes', () => {
    const round = aRound({ publicity: { closingTime: '17:00' } });
    const rest = { title: '重新公示', opensOn: '2024-09-18', closesOn: '2024-09-24' };
    assert.deepEqual(codes([anAct('re-publicity', '2024-09-18 16:59', rest)], { round }), []);
    assert.deepEqual(codes([anAct('re-publicity', '2024-09-18 17:00', rest)], { round }), [
      'published-after-opening opensOn void',
    ]);
  });

  it('that goes on does so on a working day after it is public, for the days left', () => {
    const suspension = anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' });
    const resumed = (when: string, resumesOn: string, newClosesOn: string) =>
      codes([suspension, anAct('resumption', when, { oldClosesOn: '2024-09-18', resumesOn, newClosesOn })]);
    assert.deepEqual(resumed('2024-09-20 15:00', '2024-09-23', '2024-09-26'), []);
    assert.deepEqual(resumed('2024-09-23 00:00', '2024-09-23', '2024-09-26'), []);
    assert.deepEqual(resumed('2024-09-23 00:01', '2024-09-23', '2024-09-26'), ['resumption-backdated resumesOn void']);
    assert.deepEqual(resumed('2024-09-20 15:00', '2024-09-22', '2024-09-26'), ['act-day-rests resumesOn']);
    assert.deepEqual(resumed('2024-09-20 15:00', '2024-09-23', '2024-09-25'), ['resumption-close-differs newClosesOn']);
    assert.deepEqual(resumed('2024-12-26 15:00', '2024-12-30', '2025-01-03'), ['calendar-unknown resumesOn']);
    assert.deepEqual(resumed('2025-01-02 15:00', '2025-01-03', '2025-01-08'), ['calendar-unknown resumesOn']);
    const [, taken] = takenActs(
      aLife([
        suspension,
        anAct('resumption', '2024-12-26 15:00', {
          oldClosesOn: '2024-09-18',
          resumesOn: '2024-12-30',
          newClosesOn: '2025-01-03',
        }),
      ]),
    );
    assert.match(String(taken?.remarks[0]?.args['message']), /缺少国务院办公厅关于2025年部分节假日安排的通知/);
  });
});
