import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Act, ACT_KINDS, type ActKind } from '#core/acts/act.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { personState } from '#core/lifecycle/person-state.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { acts } from '#core/rules/acts.ts';
import { there } from '#tests/there.ts';
import { aLife, anAct, announced, at, first } from './a-life.ts';

/** How a notice comes to stand as it does, and the instant at which an act is then made. */
const SITUATIONS: Record<string, { before: Entry<Act>[]; when: string; given?: Parameters<typeof aLife>[1] }> = {
  scheduled: { before: [], when: '2024-09-09 10:00' },
  before: { before: [], when: '2024-09-10 10:00' },
  open: { before: [], when: '2024-09-12 10:00' },
  suspended: {
    before: [anAct('suspension', '2024-09-12 08:00', { oldClosesOn: '2024-09-18' })],
    when: '2024-09-13 10:00',
  },
  closed: { before: [], when: '2024-09-20 10:00' },
  announced: { before: [], when: '2024-10-20 10:00', given: { result: announced } },
  withdrawn: { before: [anAct('withdraw-notice', '2024-09-12 08:00')], when: '2024-09-13 10:00' },
};

/** An act that is right in itself wherever it has its turn. */
function rightAct(kind: ActKind, when: string): Entry<Act> {
  const rest: Record<ActKind, object> = {
    correction: { of: 'notice', field: 'title', old: '甲', new: '乙' },
    extension: { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' },
    suspension: { oldClosesOn: '2024-09-18' },
    // Suspended on 12 September after one day: four are left, 23, 24, 25 and 26 September.
    resumption: { resumesOn: '2024-09-23', oldClosesOn: '2024-09-18', newClosesOn: '2024-09-26' },
    're-publicity': { title: '重新公示', opensOn: '2024-10-21', closesOn: '2024-10-25' },
    'withdraw-candidate': { person: first },
    'withdraw-notice': {},
    deferral: { people: [first] },
    'lift-deferral': { people: [first] },
    revoke: { people: [first] },
  };
  return anAct(kind, when, rest[kind]);
}

type Cell = { becomes: string } | { refused: string };
const becomes = (state: string): Cell => ({ becomes: state });
const early: Cell = { refused: 'act-before-publication' };
const late: Cell = { refused: 'act-after-withdrawal' };
const turn: Cell = { refused: 'act-out-of-turn' };

/** Worked out by hand from the rules of domain.md: what each act makes of each state, one minute later. */
const TABLE: Record<ActKind, Record<keyof typeof SITUATIONS, Cell>> = {
  correction: {
    scheduled: early,
    before: becomes('before'),
    open: becomes('open 2/5'),
    suspended: becomes('suspended 1/5'),
    closed: becomes('closed'),
    announced: becomes('announced none'),
    withdrawn: late,
  },
  extension: {
    scheduled: early,
    before: becomes('before'),
    open: becomes('open 2/7'),
    suspended: turn,
    closed: turn,
    announced: turn,
    withdrawn: late,
  },
  suspension: {
    scheduled: early,
    before: turn,
    open: becomes('suspended 1/5'),
    suspended: turn,
    closed: turn,
    announced: turn,
    withdrawn: late,
  },
  resumption: {
    scheduled: early,
    before: turn,
    open: turn,
    suspended: becomes('suspended 1/5'),
    closed: turn,
    announced: turn,
    withdrawn: late,
  },
  're-publicity': {
    scheduled: early,
    before: becomes('before'),
    open: becomes('before'),
    suspended: becomes('before'),
    closed: becomes('before'),
    announced: turn,
    withdrawn: late,
  },
  'withdraw-candidate': {
    scheduled: early,
    before: becomes('before'),
    open: becomes('open 2/5'),
    suspended: becomes('suspended 1/5'),
    closed: becomes('closed'),
    announced: turn,
    withdrawn: late,
  },
  'withdraw-notice': {
    scheduled: early,
    before: becomes('withdrawn'),
    open: becomes('withdrawn'),
    suspended: becomes('withdrawn'),
    closed: becomes('withdrawn'),
    announced: turn,
    withdrawn: late,
  },
  deferral: {
    scheduled: early,
    before: becomes('before'),
    open: becomes('open 2/5'),
    suspended: becomes('suspended 1/5'),
    closed: becomes('closed'),
    announced: turn,
    withdrawn: late,
  },
  // Nobody is put off here.
  'lift-deferral': {
    scheduled: early,
    before: { refused: 'lift-without-deferral' },
    open: { refused: 'lift-without-deferral' },
    suspended: { refused: 'lift-without-deferral' },
    closed: { refused: 'lift-without-deferral' },
    announced: { refused: 'lift-without-deferral' },
    withdrawn: late,
  },
  revoke: {
    scheduled: early,
    before: turn,
    open: turn,
    suspended: turn,
    closed: turn,
    announced: becomes('announced some'),
    withdrawn: late,
  },
};

function told(life: Dossier, when: string): string {
  const state = noticeState(life, at(when));
  switch (state.state) {
    case 'open':
      return `open ${state.ordinal}/${state.of}`;
    case 'suspended':
      return `suspended ${state.counted}/${state.of}`;
    case 'announced':
      return `announced ${state.revoked}`;
    default:
      return state.state;
  }
}

describe('every state of a notice and every act', () => {
  for (const kind of ACT_KINDS) {
    for (const [name, { before, when, given }] of Object.entries(SITUATIONS)) {
      const cell = there(TABLE[kind][name]);
      const later = `${when}:59`;
      it(`${name} + ${kind}: ${'becomes' in cell ? cell.becomes : cell.refused}`, () => {
        const calm = aLife(before, given);
        assert.deepEqual(
          acts.check(calm).map(({ code }) => code),
          [],
        );
        const life = aLife([...before, rightAct(kind, when)], given);
        const findings = acts.check(life).map(({ code }) => code);
        if ('refused' in cell) {
          assert.deepEqual(findings, [cell.refused]);
          assert.equal(told(life, later), told(calm, later), 'a refused act changes nothing');
        } else {
          assert.deepEqual(findings, []);
          assert.equal(told(life, later), cell.becomes);
          assert.equal(told(life, `${when}:00`), cell.becomes, 'from the very minute');
        }
        const eve = at(`${when}:00`) - 1000;
        assert.deepEqual(noticeState(life, eve), noticeState(calm, eve), 'nothing changes before it');
      });
    }
  }

  it('is a table without a gap', () => {
    const cells = ACT_KINDS.flatMap((kind) => Object.keys(SITUATIONS).map((name) => TABLE[kind][name]));
    assert.equal(cells.length, 70);
    assert.ok(cells.every((cell) => cell !== undefined));
  });
});

describe('one person', () => {
  const revoke = anAct('revoke', '2024-10-20 10:00', { people: [first] });
  const whole = anAct('revoke', '2024-10-21 10:00', { whole: true });
  const withdraw = anAct('withdraw-candidate', '2024-09-12 10:00', { person: first });
  const withoutFirst = {
    result: {
      ...announced,
      data: {
        ...announced.data,
        conferred: [{ tier: 'craftsman', people: ['c002'] }],
        notConferred: [{ person: 'c003', reason: '名额所限' }],
      },
    },
  };
  const rows: [when: string, life: Dossier, states: string][] = [
    ['2024-09-09 23:59:59', aLife(), 'shortlisted shortlisted shortlisted'],
    ['2024-09-10 00:00:00', aLife(), 'candidate candidate candidate'],
    ['2024-09-12 09:59:59', aLife([withdraw]), 'candidate candidate candidate'],
    ['2024-09-12 10:00:00', aLife([withdraw]), 'withdrawn candidate candidate'],
    ['2024-10-15 23:59:59', aLife([withdraw], withoutFirst), 'withdrawn candidate candidate'],
    ['2024-10-16 00:00:00', aLife([withdraw], withoutFirst), 'withdrawn honouree notConferred'],
    ['2024-10-20 09:59:59', aLife([revoke], { result: announced }), 'honouree honouree honouree'],
    ['2024-10-20 10:00:00', aLife([revoke], { result: announced }), 'revoked honouree honouree'],
    ['2024-10-21 10:00:00', aLife([revoke, whole], { result: announced }), 'revoked revoked revoked'],
    ['2024-09-13 00:00:00', aLife([anAct('withdraw-notice', '2024-09-12 08:00')]), 'withdrawn withdrawn withdrawn'],
  ];
  for (const [when, life, states] of rows) {
    it(`of the list is ${states} at ${when}`, () => {
      const told = ['c001', 'c002', 'c003'].map((id) => personState(id, life, at(when)).state);
      assert.equal(told.join(' '), states);
    });
  }

  it('revoked alone keeps the own act when the whole decision falls later', () => {
    const state = personState(first, aLife([revoke, whole], { result: announced }), at('2024-10-22'));
    assert.equal(state.state === 'revoked' && state.act, revoke);
    assert.equal(state.state === 'revoked' && state.whole, false);
  });

  it('not conferred carries the reason of the announcement', () => {
    const state = personState('c003', aLife([withdraw], withoutFirst), at('2024-11-01'));
    assert.deepEqual(state, { state: 'notConferred', reserve: false, since: at('2024-10-16'), reason: '名额所限' });
  });

  it('with a title for four years holds it until the end of its last day', () => {
    const result = { ...announced, data: { ...announced.data, titleUntil: announced.data.published } };
    const life = aLife([], { result });
    const ended = ['2024-10-16 23:59:59', '2024-10-17 00:00:00'].map((when) => {
      const state = personState(first, life, at(when));
      return state.state === 'honouree' && state.ended;
    });
    assert.deepEqual(ended, [false, true]);
  });
});
