import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { approval as approvalRule } from '#core/rules/approval.ts';
import { unexplainedChange } from '#core/rules/unexplained-change.ts';
import { aCandidate, aDossier, aNotice, aRoster, aRound, said } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { anAct, aTombstone } from '../lifecycle/a-life.ts';
import { anApproval } from '../lifecycle/an-approval.ts';

type Parts = Parameters<typeof aDossier>[0];

const person = (change: Parameters<typeof aCandidate>[0] = {}) =>
  aCandidate({ name: '骆清川', texts: { 事迹材料: '从业十八年，无一误航。带徒五人。' }, ...change });
const other = aCandidate({ id: 'k7m2xq4', name: '庾岚', employer: '澄湖市东湾纺织厂' });
const asPublished = { people: [person(), other] };
const BEFORE = '2024-09-09T15:00:00+08:00';
const AFTER = '2024-09-13T15:00:00+08:00';

/** Published as approved; later approved once more with `change` in the files, and these acts recorded. */
function reapproved(change: Parts, acts: Entry<Act>[] = [], extra: Parts = {}): Dossier {
  const now = { ...asPublished, ...change };
  const approval = anApproval([aDossier(asPublished), BEFORE], [aDossier(now), AFTER]);
  return aDossier({ ...now, ...extra, approval, acts });
}
const check = (dossier: Dossier) => said(unexplainedChange.check(dossier));
const name = (when = '2024-09-12 10:00') =>
  anAct('correction', when, { of: 'person', person: 'p3wd9hz', field: 'name', old: '骆清川', new: '骆青川' });

describe('a change after publication', () => {
  it('approved once more is still to be explained', () => {
    assert.deepEqual(check(reapproved({ people: [person({ name: '骆青川' }), other] })), [
      '✗ candidates/p3wd9hz.md「name」（骆青川）：公示发布以后，骆青川的姓名由“骆清川”变成了“骆青川”，虽已由澄工发〔2024〕10号重新批准，却没有更正记录。已公开的内容不能悄悄改动：请用 npm run act -- --kind correction 记录这次更正，实质变动请重新公示（re-publicity）。 [change-unexplained]',
    ]);
  });

  it('is explained by a correction with the old and the new value', () => {
    assert.deepEqual(check(reapproved({ people: [person({ name: '骆青川' }), other] }, [name()])), []);
    const wrong = anAct('correction', '2024-09-12 10:00', {
      of: 'person',
      person: 'p3wd9hz',
      field: 'name',
      old: '骆轻川',
      new: '骆青川',
    });
    assert.equal(check(reapproved({ people: [person({ name: '骆青川' }), other] }, [wrong])).length, 1);
  });

  it('in a text is explained passage by passage', () => {
    const text = { texts: { 事迹材料: '从业十七年，无一误航。带徒六人。' } };
    const passage = (old: string, now: string) =>
      anAct('correction', '2024-09-12 10:00', { of: 'person', person: 'p3wd9hz', field: 'texts.0', old, new: now });
    const both = [passage('从业十八年', '从业十七年'), passage('带徒五人', '带徒六人')];
    assert.deepEqual(check(reapproved({ people: [person(text), other] }, both)), []);
    const [found] = check(reapproved({ people: [person(text), other] }, [there(both[0])]));
    assert.match(
      found ?? '',
      /正文“事迹材料”由“从业十七年，无一误航。带徒五人。”变成了“从业十七年，无一误航。带徒六人。”/,
    );
  });

  it('of a channel or of the notice is explained the same way', () => {
    const round = aRound({
      channels: [
        { kind: 'phone', number: '0000001' },
        { kind: 'email', address: 'objection@chenghu.example.org' },
      ],
    });
    assert.match(check(reapproved({ round }))[0] ?? '', /联系方式第1项·号码由“0000000”变成了“0000001”/);
    const act = anAct('correction', '2024-09-12 10:00', {
      of: 'round',
      field: 'channels.0.number',
      old: '0000000',
      new: '0000001',
    });
    assert.deepEqual(check(reapproved({ round }, [act])), []);
    const notice = aNotice({ title: '关于2024年澄湖工匠候选人的公示' });
    assert.match(
      check(reapproved({ notice }))[0] ?? '',
      /^✗ notice\.md「title」：公示发布以后，标题由“关于2024年度澄湖工匠候选人的公示”变成了/,
    );
    const roster = {
      ...aRoster(asPublished.people),
      data: { ...aRoster(asPublished.people).data, orderedBy: '按笔画' },
    };
    assert.match(check(reapproved({ roster }))[0] ?? '', /^✗ roster\.json「orderedBy」：/);
  });

  it('of the window is an extension, not a new approval', () => {
    const round = aRound({ publicity: { closesOn: '2024-09-17' } });
    assert.deepEqual(check(reapproved({ round })), [
      '✗ round.md「publicity.closesOn」：公示发布以后，截止日由 2024-09-18 变成了 2024-09-17，虽已由澄工发〔2024〕10号重新批准，已公布的公示期不改原文。请改回，另办延长（extension）、中止（suspension）或重新公示（re-publicity）。 [window-changed-unexplained]',
    ]);
  });

  it('of who is on the list is 重新公示', () => {
    const third = aCandidate({ id: 't5vb8nc', name: '雷岭', employer: '澄湖市供电所' });
    const tail =
      '，虽已由澄工发〔2024〕10号重新批准，却没有重新公示。请用 npm run act -- --kind re-publicity 重新公示，或恢复原来的名单。 [people-changed-unexplained]';
    assert.deepEqual(check(reapproved({ people: [person(), third] })), [
      `✗ approval.json（庾岚）：公示发布以后，庾岚不在名单里了${tail}`,
      `✗ approval.json（雷岭）：公示发布以后，雷岭加进了名单${tail}`,
    ]);
    assert.deepEqual(check(reapproved({ people: [other, person()] })), [
      `✗ approval.json（骆清川）：公示发布以后，骆清川在名单里的次序变了${tail}`,
    ]);
    const again = anAct('re-publicity', '2024-09-14 10:00', {
      title: '重新公示',
      opensOn: '2024-09-18',
      closesOn: '2024-09-24',
    });
    assert.deepEqual(check(reapproved({ people: [person(), third] }, [again])), []);
  });

  it('that removes somebody taken down is explained by the record of it', () => {
    const dossier = reapproved({ people: [other] }, [], { takenDown: [aTombstone('p3wd9hz', 1)] });
    assert.deepEqual(check(dossier), []);
  });

  it('approved before the publication is nobody’s business', () => {
    const now = { people: [person({ name: '骆青川' }), other] };
    const approval = anApproval([aDossier(asPublished), '2024-09-08T10:00:00+08:00'], [aDossier(now), BEFORE]);
    assert.deepEqual(check(aDossier({ ...now, approval })), []);
  });
});

describe('the approval of a published round', () => {
  const approvedOnce = (change: Parts, acts: Entry<Act>[]) =>
    said(
      approvalRule.check(
        aDossier({ ...asPublished, ...change, acts, approval: anApproval([aDossier(asPublished), BEFORE]) }),
      ),
    );

  it('is not broken by a correction that says what it changed', () => {
    const people = [person({ name: '骆青川' }), other];
    assert.equal(approvedOnce({ people }, []).length, 2);
    assert.deepEqual(approvedOnce({ people }, [name()]), []);
    assert.equal(approvedOnce({ people: [person({ name: '骆青山' }), other] }, [name()]).length, 2);
  });

  it('is not explained by a correction older than itself', () => {
    const people = [person({ name: '骆青川' }), other];
    assert.equal(approvedOnce({ people }, [name('2024-09-08 10:00')]).length, 2);
  });

  it('is not broken where the old text is withheld', () => {
    const people = [person({ texts: { 事迹材料: '从业十八年，无一误航。' } }), other];
    const act = anAct('correction', '2024-09-12 10:00', {
      of: 'person',
      person: 'p3wd9hz',
      field: 'texts.0',
      reasonCode: 'privacy',
      withheld: true,
    });
    assert.equal(approvedOnce({ people }, []).length, 1);
    assert.deepEqual(approvedOnce({ people }, [act]), []);
  });

  it('is not broken by a takedown', () => {
    const dossier = aDossier({
      people: [other],
      takenDown: [aTombstone('p3wd9hz', 1)],
      approval: anApproval([aDossier(asPublished), BEFORE]),
    });
    assert.deepEqual(said(approvalRule.check(dossier)), []);
  });
});
