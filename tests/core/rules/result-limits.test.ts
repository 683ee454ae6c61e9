import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldToSentences } from '#core/judging/held-to.ts';
import { quota } from '#core/rules/quota.ts';
import { resultNames } from '#core/rules/result-names.ts';
import { resultReconciled } from '#core/rules/result-reconciled.ts';
import { aDossier, aProgramme, aResult, aRound, people, said } from '#tests/builders.ts';
import { aLife, anAct, three } from '../lifecycle/a-life.ts';

const conferred = (...ids: string[]) => [{ tier: 'craftsman', people: ids }];

describe('more names than places', () => {
  const four = people(4);
  const programme = aProgramme({ quota: { count: 3, kind: 'at-most', clause: '二' } });
  const round = aRound({ tiers: [{ key: 'craftsman', count: 4, atMost: 3 }] });

  it('are in order once the round says so, and the notice is told what it will be held to', () => {
    const dossier = aDossier({ people: four, programme, round });
    assert.deepEqual(said(quota.check(dossier)), []);
    assert.deepEqual(heldToSentences(dossier), [
      '“澄湖工匠”公示 4 人（差额），结果的名额不超过 3 人（依据：本届 round.md 的 tiers）。',
    ]);
  });

  it('bind the result', () => {
    const all = aResult(four, {});
    assert.deepEqual(said(resultNames.check(aDossier({ people: four, programme, round, result: all }))), [
      '✗ result.md「conferred.0」：结果里“澄湖工匠”有 4 人，而名额不超过 3 人（依据：本届 round.md 的 tiers）。请核对结果名单。 [result-quota-missed]',
    ]);
    const fewer = aResult(four, { conferred: conferred('c001', 'c002', 'c003'), notConferred: [{ person: 'c004' }] });
    assert.deepEqual(said(resultNames.check(aDossier({ people: four, programme, round, result: fewer }))), []);
  });

  it('may not be more honoured than the programme has places', () => {
    const wide = aRound({ tiers: [{ key: 'craftsman', count: 4, atMost: 4 }] });
    assert.deepEqual(said(quota.check(aDossier({ people: four, programme, round: wide }))), [
      '✗ round.md「tiers.0.atMost」：本届写明“澄湖工匠”4 人，而名额不超过 3 人（依据：澄工发〔2024〕8号，二）。请改正本届的人数。 [round-quota-missed]',
    ]);
  });
});

describe('tiers that the result settles', () => {
  const programme = aProgramme({
    quota: { count: 3, kind: 'exactly', clause: '四' },
    tiers: [
      { key: 'ten', name: '十大工匠', limit: { count: 1, kind: 'exactly' }, clause: '四' },
      { key: 'craftsman', name: '澄湖工匠', limit: { count: 2, kind: 'exactly' }, clause: '四' },
    ],
  });
  const round = aRound({ openTiers: { by: '评议组' } });
  const dossier = (groups: { tier: string; people: string[] }[]) =>
    aDossier({ people: people(3), programme, round, result: aResult([], { conferred: groups }) });

  it('need none on the list, and may be any by the result within the numbers', () => {
    assert.deepEqual(said(quota.check(aDossier({ people: people(3), programme, round }))), []);
    const right = dossier([
      { tier: 'ten', people: ['c002'] },
      { tier: 'craftsman', people: ['c001', 'c003'] },
    ]);
    assert.deepEqual(said(resultNames.check(right)), []);
    const wrong = dossier([
      { tier: 'ten', people: ['c001', 'c002'] },
      { tier: 'craftsman', people: ['c003'] },
    ]);
    assert.deepEqual(said(resultNames.check(wrong)), [
      '✗ result.md「conferred.0」：结果里“十大工匠”有 2 人，而名额不超过 1 人（依据：澄工发〔2024〕8号，四）。请核对结果名单。 [result-quota-missed]',
    ]);
  });
});

describe('reserves', () => {
  const programme = aProgramme({
    tiers: [
      { key: 'craftsman', name: '澄湖工匠', clause: '二' },
      { key: 'reserve', name: '后备人选', title: false, clause: '二' },
    ],
  });
  const four = people(4, (index) => ({ tier: index < 2 ? 'craftsman' : 'reserve' }));
  const judged = (change: Parameters<typeof aResult>[1]) =>
    said(resultNames.check(aDossier({ people: four, programme, result: aResult(four, change) })));

  it('move up into a vacancy in the order of the list, and need no word where there is none', () => {
    assert.deepEqual(judged({ conferred: conferred('c001', 'c003'), notConferred: [{ person: 'c002' }] }), []);
    assert.deepEqual(judged({ conferred: conferred('c001', 'c002') }), []);
  });

  it('are named without a vacancy by no result', () => {
    assert.deepEqual(judged({ conferred: conferred('c001', 'c002', 'c003') }), [
      '✗ result.md「conferred.0.people.2」（郜川）：这是后备人选，而“澄湖工匠”公示了 2 个名额，空缺 0 个，没有空缺可以递补。请核对命名决定；确有人不命名的，写进 notConferred，或办取消候选资格（withdraw-candidate）。 [result-reserve-without-vacancy]',
    ]);
  });

  it('do not overtake each other', () => {
    assert.deepEqual(judged({ conferred: conferred('c001', 'c004'), notConferred: [{ person: 'c002' }] }), [
      '✗ result.md「conferred.0.people.1」（祁川）：后备人选按名单的次序递补，郜川排在前面而没有递补。请核对命名决定；郜川不递补的，写进 notConferred。 [result-reserve-out-of-turn]',
    ]);
    const left = [{ person: 'c002' }, { person: 'c003' }];
    assert.deepEqual(judged({ conferred: conferred('c001', 'c004'), notConferred: left }), []);
  });

  it('are no title that anybody could be named to', () => {
    const groups = [
      { tier: 'craftsman', people: ['c001', 'c002'] },
      { tier: 'reserve', people: ['c003', 'c004'] },
    ];
    assert.deepEqual(judged({ conferred: groups }), [
      '✗ result.md「conferred.1.tier」：“后备人选”是后备，不是称号，不能命名。递补的写进所递补的档次；没有递补的不写，页面上写作“未递补”。 [result-confers-reserve]',
    ]);
  });
});

describe('who is not named, put off, or named later', () => {
  it('needs no reason, and none that accuses', () => {
    const result = (reason?: string) =>
      aResult(three, {
        conferred: conferred('c001', 'c002'),
        notConferred: [{ person: 'c003', ...(reason && { reason }) }],
      });
    const judged = (reason?: string) => said(resultNames.check(aDossier({ people: three, result: result(reason) })));
    assert.deepEqual(judged(), []);
    assert.deepEqual(judged('名额所限'), []);
    assert.deepEqual(judged('申报材料造假'), [
      '✗ result.md「notConferred.0.reason」：未命名的理由里有“造假”，会成为对落选者的公开指责。请不写理由，或只写“名额所限”这样的话；确要取消资格的，期满以前用取消候选资格（withdraw-candidate）。 [result-reason-accuses]',
    ]);
  });

  it('is in no result while the decision is put off, and may be in a later one', () => {
    const deferral = anAct('deferral', '2024-10-08 10:00', { people: ['c003'] });
    const early = aResult(three, { conferred: conferred('c001', 'c002', 'c003') });
    assert.deepEqual(said(resultReconciled.check(aLife([deferral], { result: early }))), [
      '✗ result.md「conferred.0.people.2」：编号 c003 已于 2024-10-08 暂缓，还没有解除，不能写进结果。请先解除（npm run act -- --kind lift-deferral），再补充公布；这一次的结果不必提到。 [result-names-deferred]',
    ]);
    const lifted = anAct('lift-deferral', '2024-10-21 10:00', { people: ['c003'] });
    const life = aLife([deferral, lifted], { result: aResult(three, { conferred: conferred('c001', 'c002') }) });
    const further = {
      ...aResult([], { conferred: conferred('c003'), conferredOn: '2024-10-22', published: '2024-10-22' }),
      id: '2',
      file: life.folder.round.file.replace('round.md', 'result-2.md'),
    };
    const whole = { ...life, folder: { ...life.folder, further: [further] } };
    assert.deepEqual(said([...resultNames.check(whole), ...resultReconciled.check(whole)]), []);
  });
});
