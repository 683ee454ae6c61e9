import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultNames } from '#core/rules/result-names.ts';
import { aDossier, aProgramme, aResult, aRoster, aRound, aTakenDown, people, said } from '#tests/builders.ts';

const listed = people(3);
const programme = aProgramme({ quota: { count: 3, kind: 'exactly', clause: '二' } });
type Change = Parameters<typeof aResult>[1];
const check = (change: Change, more: Parameters<typeof aDossier>[0] = {}) =>
  said(resultNames.check(aDossier({ programme, people: listed, result: aResult(listed, change), ...more })));
const craftsmen = (...ids: string[]) => [{ tier: 'craftsman', people: ids }];

describe('a result', () => {
  it('that confers everybody shown is in order', () => {
    assert.deepEqual(check({}), []);
  });

  it('may confer fewer, with a reason for each of the others', () => {
    const notConferred = [{ person: 'c002', reason: '本人申请退出' }];
    assert.deepEqual(check({ conferred: craftsmen('c001', 'c003'), notConferred }), []);
  });

  it('may not forget anybody', () => {
    assert.deepEqual(check({ conferred: craftsmen('c001', 'c003') }), [
      '✗ result.md（庾川）：公示过的这个人在结果里没有交代。请把 c002 写进 conferred；未命名的写进 notConferred，原因可以不写。 [result-person-missing]',
    ]);
  });

  it('may not confer anybody who was never shown', () => {
    const line = (field: string) =>
      `✗ result.md「${field}」：编号 c009 不在公示名单 roster.json 上，没有公示过的人不能写进结果。请核对编号。 [result-not-listed]`;
    assert.deepEqual(
      check({ conferred: craftsmen('c001', 'c002', 'c003'), notConferred: [{ person: 'c009', reason: '无' }] }),
      [line('notConferred.0.person')],
    );
    assert.deepEqual(check({ conferred: craftsmen('c001', 'c002', 'c003', 'c009') }), [
      line('conferred.0.people.3'),
      '✗ result.md「conferred.0」：结果里“澄湖工匠”有 4 人，而名额不超过 3 人（依据：澄工发〔2024〕8号，二）。请核对结果名单。 [result-quota-missed]',
    ]);
  });

  it('may still name by id somebody who was taken down later, or leave them out', () => {
    const takenDown = [aTakenDown('t4k3nd0', 2)];
    const notConferred = [{ person: 'c003', reason: '本人申请退出' }];
    assert.deepEqual(check({}, { takenDown }), []);
    assert.deepEqual(check({ conferred: craftsmen('c001', 't4k3nd0', 'c002'), notConferred }, { takenDown }), []);
  });

  it('may not say two things of one person', () => {
    const notConferred = [{ person: 'c002', reason: '本人申请退出' }];
    assert.deepEqual(check({ notConferred }), [
      '✗ result.md「notConferred.0.person」（庾川）：编号 c002 在结果里写了不止一次。请只留一处。 [result-person-twice]',
    ]);
  });

  it('keeps the order of the list', () => {
    assert.deepEqual(check({ conferred: craftsmen('c001', 'c003', 'c002') }), [
      '✗ result.md「conferred.0.people.2」（庾川）：结果里庾川排在郜川之后，公示名单上却在前面。请按公示名单的次序排列。 [result-order]',
    ]);
    assert.match(
      check({ conferred: craftsmen('c002', 'c001', 'c003') }).join(),
      /^✗ result\.md「conferred\.0\.people\.1」（骆川）：结果里骆川排在庾川之后/,
    );
  });

  it('needs a notice before it', () => {
    assert.deepEqual(check({}, { notice: undefined }), [
      '✗ result.md：有结果而没有可用的公示 notice.md：没有公示过的人不能命名。请补上公示；文件已有的，请先改正它自己的错误。 [result-without-notice]',
    ]);
  });

  it('that has not been announced is not looked at', () => {
    assert.deepEqual(said(resultNames.check(aDossier({ people: listed }))), []);
  });

  it('is compared with the list where somebody’s own file cannot be read', () => {
    assert.deepEqual(check({}, { people: listed.slice(1), roster: aRoster(listed) }), []);
  });

  it('without a list is not compared with one: another rule asks for it', () => {
    assert.deepEqual(check({ conferred: craftsmen('c002', 'c001') }, { roster: undefined }), []);
  });
});

describe('a result with two titles', () => {
  const tiers = [
    { key: 'ten-great', name: '港城十大工匠', limit: { count: 1, kind: 'exactly' as const }, clause: '四、4' },
    { key: 'craftsman', name: '港城工匠', limit: { count: 2, kind: 'exactly' as const }, clause: '四、4' },
  ];
  const two = aProgramme({ quota: { count: 3, kind: 'exactly', clause: '四、4' }, tiers });
  const shown = people(3, (index) => ({ tier: index === 0 ? 'ten-great' : 'craftsman' }));
  const judge = (conferred: NonNullable<Change>['conferred']) =>
    said(resultNames.check(aDossier({ programme: two, people: shown, result: aResult(shown, { conferred }) })));

  it('gives each person the title under which they were shown', () => {
    assert.deepEqual(judge([{ tier: 'ten-great', people: ['c001'] }, ...craftsmen('c002', 'c003')]), []);
  });

  it('is asked about a title that was not shown, and counted', () => {
    assert.deepEqual(judge([{ tier: 'ten-great', people: ['c001', 'c002'] }, ...craftsmen('c003')]), [
      '✗ result.md「conferred.0.people.1」（庾川）：公示的是“港城工匠”，结果写的是“港城十大工匠”。请核对；确要改变档次的，应当重新公示。 [result-tier-differs]',
      '✗ result.md「conferred.0」：结果里“港城十大工匠”有 2 人，而名额不超过 1 人（依据：澄工发〔2024〕8号，四、4）。请核对结果名单。 [result-quota-missed]',
    ]);
  });

  it('knows only the programme’s titles', () => {
    assert.deepEqual(judge([{ tier: 'master', people: ['c001'] }, ...craftsmen('c002', 'c003')]), [
      '✗ result.md「conferred.0.tier」：没有“master”这个档次。请写下列之一：ten-great（港城十大工匠）、craftsman（港城工匠）。 [tier-unknown]',
    ]);
  });

  it('is counted over all its groups', () => {
    assert.deepEqual(
      judge([
        { tier: 'ten-great', people: ['c001'] },
        ...craftsmen('c002'),
        ...craftsmen('c003'),
        ...craftsmen('c003'),
      ]),
      [
        '✗ result.md「conferred.3.people.0」（郜川）：编号 c003 在结果里写了不止一次。请只留一处。 [result-person-twice]',
        '✗ result.md「conferred.1」：结果里“港城工匠”有 3 人，而名额不超过 2 人（依据：澄工发〔2024〕8号，四、4）。请核对结果名单。 [result-quota-missed]',
      ],
    );
  });
});

describe('an 入围奖 without a number of its own', () => {
  it('may go to as many as were shown', () => {
    const withAward = aProgramme({
      quota: { count: 1, kind: 'exactly', clause: '三' },
      tiers: [
        { key: 'craftsman', name: '焦作工匠', clause: '三' },
        { key: 'shortlist-award', name: '焦作工匠入围奖', title: false, clause: '六' },
      ],
    });
    const shown = people(3, (index) => (index === 0 ? {} : { tier: 'shortlist-award' }));
    const judge = (...conferred: [string, string[]][]) => {
      const result = aResult(shown, { conferred: conferred.map(([tier, ids]) => ({ tier, people: ids })) });
      return said(resultNames.check(aDossier({ programme: withAward, people: shown, result })));
    };
    assert.deepEqual(judge(['craftsman', ['c001']], ['shortlist-award', ['c002', 'c003']]), []);
    assert.match(
      judge(['craftsman', ['c001', 'c002']], ['shortlist-award', ['c003']]).join(),
      /\[result-quota-missed\]$/,
    );
  });
});

describe('a result under another kind of quota', () => {
  it('of 左右 may be a fifth more, beyond that a person decides', () => {
    const about = aProgramme({ quota: { count: 10, kind: 'about', clause: '一' } });
    const result = (count: number) => {
      const all = people(count);
      return said(resultNames.check(aDossier({ programme: about, people: all, result: aResult(all) })));
    };
    assert.deepEqual(result(12), []);
    assert.deepEqual(result(3), []);
    assert.deepEqual(result(13), [
      '△ result.md「conferred.0」：结果里“澄湖工匠”有 13 人，而名额为 10 人左右，多出超过五分之一（依据：澄工发〔2024〕8号，一）。请核对；确有理由的，请在 round.md 的 accepted 中写明。 [result-quota-about]',
    ]);
  });

  it('that the round states is the one that counts', () => {
    const round = aRound({ tiers: [{ key: 'craftsman', count: 2 }] });
    assert.deepEqual(check({}, { round }), [
      '✗ result.md「conferred.0」：结果里“澄湖工匠”有 3 人，而名额不超过 2 人（依据：本届 round.md 的 tiers）。请核对结果名单。 [result-quota-missed]',
    ]);
  });
});
