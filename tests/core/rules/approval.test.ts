import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import type { ApprovalFile } from '#core/records/approval.ts';
import type { Entry } from '#core/records/content.ts';
import { fileRecord } from '#core/records/public-record.ts';
import { approval as rule } from '#core/rules/approval.ts';
import { recordDigest } from '#pipeline/check/seal.ts';
import { aCandidate, aDossier, aNotice, aResult, aRoster, aRound, aSection, people, said } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { anAct, aTombstone } from '../lifecycle/a-life.ts';
import { anApproval } from '../lifecycle/an-approval.ts';

type Parts = NonNullable<Parameters<typeof aDossier>[0]>;

const BEFORE = '2024-09-09T15:00:00+08:00';
const [luo, yu, gao] = people(3);
const listed = [there(luo), there(yu), there(gao)];
const approved = anApproval([aDossier({ people: listed }), BEFORE]);
const check = (change: Parts, approval: Entry<ApprovalFile> = approved) =>
  said(rule.check(aDossier({ people: listed, ...change, approval })));
const tail = '请改回批准的文字；确需改动的，请经批准机关同意后重新批准（--again）。 [approval-field-changed]';

describe('an approved list', () => {
  it('unchanged raises nothing, and neither does one that nobody approved', () => {
    assert.deepEqual(check({}), []);
    assert.deepEqual(said(rule.check(aDossier({ people: [there(yu)] }))), []);
  });

  it('has all its parts', () => {
    assert.deepEqual(
      check({ roster: undefined, notice: undefined }).map((line) => line.slice(0, line.indexOf('：'))),
      ['✗ roster.json', '✗ notice.md'],
    );
    assert.deepEqual(check({ roster: undefined }).length, 1);
  });

  it('says who came, who left and from which place', () => {
    const found = check({ people: [there(luo), there(gao), aCandidate({ id: 'c009', name: '雷霖' })] });
    assert.equal(found.length, 2);
    assert.match(found[0] ?? '', /^✗ roster\.json（雷霖）：.*雷霖.*澄工发〔2024〕9号.*\[approval-person-added\]$/);
    assert.match(
      found[1] ?? '',
      /^✗ roster\.json：澄工发〔2024〕9号批准的名单第 2 位是庾川，.*\[approval-person-removed\]$/,
    );
  });

  it('says the first place at which the order differs', () => {
    const [found, ...more] = check({ people: [there(luo), there(gao), there(yu)] });
    assert.deepEqual(more, []);
    assert.match(found ?? '', /^✗ roster\.json：.*批准的第 2 位是庾川，现在是郜川。.*\[approval-order-changed\]$/);
  });

  it('of more than ten people keeps its order, whatever order the keys stand in', () => {
    const many = people(12);
    const { data } = anApproval([aDossier({ people: many }), BEFORE]);
    const records = Object.fromEntries(
      Object.entries(data.records).map(([digest, record]) => [
        digest,
        Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    );
    assert.deepEqual(check({ people: many }, { ...approved, data: { ...data, records } }), []);
  });

  it('whose person has no file any more says whose', () => {
    const found = check({ people: [there(luo), there(yu)], roster: aRoster(listed) });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^✗ roster\.json（郜川）：.*郜川的资料.*\[approval-part-missing\]$/);
  });

  it('is told the line of the list where a name differs there, and of the file where it differs there', () => {
    const roster = aRoster(listed, ({ id }) => (id === 'c002' ? { employer: '澄湖市二厂（筹）' } : {}));
    const [found, ...more] = check({ roster });
    assert.deepEqual(more, []);
    assert.match(found ?? '', /^✗ roster\.json（庾川）：.*“澄湖市二厂”.*“澄湖市二厂（筹）”/);
    const renamed = check({
      people: [there(luo), aCandidate({ ...there(yu).data, id: 'c002', trade: '船舶驾驶员' }), there(gao)],
    });
    assert.equal(renamed.length, 1);
    assert.match(renamed[0] ?? '', /^✗ candidates\/c002\.md「trade」（庾川）：.*“船舶轮机员”.*“船舶驾驶员”/);
  });
});

describe('an approved text', () => {
  const withTexts = (...texts: string[]) =>
    aCandidate({ texts: Object.fromEntries(texts.map((text, index) => [`材料${index}`, text])) });
  const before = anApproval([aDossier({ people: [withTexts('一句。', '二句。')] }), BEFORE]);

  it('is told at the line of its section', () => {
    const [found, ...more] = check({ people: [withTexts('一句。', '三句。')] }, before);
    assert.deepEqual(more, []);
    assert.match(found ?? '', /^✗ candidates\/p3wd9hz\.md 第 21 行（骆青川）：.*“二句。”.*“三句。”/);
    assert.ok(found?.endsWith(tail), found);
  });

  it('that is gone or new is said to be', () => {
    const less = check({ people: [withTexts('一句。')] }, before);
    assert.equal(less.length, 2);
    assert.match(less[1] ?? '', /^✗ candidates\/p3wd9hz\.md（骆青川）：.*“二句。”.*（没有这一项）/);
    const more = check({ people: [withTexts('一句。', '二句。', '三句。')] }, before);
    assert.equal(more.length, 2);
    assert.match(more[1] ?? '', /^✗ candidates\/p3wd9hz\.md 第 22 行（骆青川）：.*（没有这一项）.*“三句。”/);
  });
});

describe('the other parts of an approval', () => {
  it('are named with what differs in them', () => {
    const roster = { ...aRoster(listed), data: { ...aRoster(listed).data, orderedBy: '按姓氏笔画排序' } };
    const round = aRound({
      publicity: { closesOn: '2024-09-19' },
      channels: [
        { kind: 'phone', number: '0000001' },
        { kind: 'email', address: 'objection@chenghu.example.org' },
      ],
    });
    const notice = aNotice({ title: '公示' });
    notice.sections[0] = aSection({ text: '【名单】如下', line: 6 });
    const found = check({ roster, round, notice });
    assert.deepEqual(
      found.map((line) => line.slice(0, line.indexOf('与'))).map((line) => line.replace(/：/u, ' ')),
      [
        '✗ roster.json「orderedBy」 名单的排序说明',
        '✗ round.md「publicity.closesOn」 公示期的截止日',
        '✗ round.md「channels.0.number」 本届公示的联系方式第1项·号码',
        '✗ notice.md「title」 公示的标题',
        '✗ notice.md 第 6 行 公示的正文',
      ],
    );
    // The offices' own telephones are no secret.
    assert.match(found[2] ?? '', /“0000000”.*“0000001”/);
  });

  it('are not broken by a correction of theirs, and the window has none', () => {
    const title = anAct('correction', '2024-09-12 10:00', {
      of: 'notice',
      field: 'title',
      old: '关于2024年度澄湖工匠候选人的公示',
      new: '公示',
    });
    assert.deepEqual(check({ notice: aNotice({ title: '公示' }), acts: [title] }), []);
    const other = anAct('correction', '2024-09-12 10:00', { ...title.data, of: 'round' });
    assert.equal(check({ notice: aNotice({ title: '公示' }), acts: [other] }).length, 1);
  });
});

describe('a result that was announced', () => {
  const announced = (change: object = {}, text = '授予三人。'): ReturnType<typeof aResult> => ({
    ...aResult(listed, change),
    sections: [aSection({ text, line: 12 })],
  });
  const asAnnounced = fileRecord(announced());
  const record = recordDigest(asAnnounced);
  const sealed: Entry<ApprovalFile> = {
    ...approved,
    data: {
      ...approved.data,
      result: { record, announcedAt: '2024-10-16T00:00:00+08:00' },
      records: { ...approved.data.records, [record]: asAnnounced },
    },
  };
  const correction = (when: string, rest: object = {}): Entry<Act> =>
    anAct('correction', when, {
      of: 'result',
      field: 'title',
      old: '关于命名2024年度澄湖工匠的决定',
      new: '决定',
      ...rest,
    });

  it('stays as it was', () => {
    assert.deepEqual(check({ result: announced() }, sealed), []);
    const found = check({ result: announced({ title: '决定' }) }, sealed);
    assert.equal(found.length, 1);
    assert.match(
      found[0] ?? '',
      /^✗ result\.md「title」：.*标题.*2024-10-16.*“关于命名2024年度澄湖工匠的决定”.*“决定”.*\[result-altered\]$/,
    );
    assert.match(
      check({ result: announced({ documentNumber: '示例〔2024〕1号' }) }, sealed)[0] ?? '',
      /（没有这一项）/,
    );
  });

  it('is there', () => {
    assert.match(check({}, sealed).join(), /^✗ result\.md：.*2024-10-16.*\[result-lost\]$/);
  });

  it('whose record was taken down is taken as it stands', () => {
    const without = { ...sealed, data: { ...sealed.data, records: approved.data.records } };
    assert.deepEqual(check({ result: announced({ title: '决定' }) }, without), []);
  });

  it('is explained by a correction made after it', () => {
    const result = announced({ title: '决定' });
    assert.deepEqual(check({ result, acts: [correction('2024-10-17 10:00')] }, sealed), []);
    assert.equal(check({ result, acts: [correction('2024-10-15 10:00')] }, sealed).length, 1);
    assert.equal(check({ result, acts: [correction('2024-10-17 10:00', { of: 'notice' })] }, sealed).length, 1);
  });

  it('may differ where the old text is withheld, and nowhere else', () => {
    const act = correction('2024-10-17 10:00', { field: 'texts.0', old: undefined, withheld: true, new: '授予。' });
    assert.deepEqual(check({ result: announced({}, '授予。'), acts: [act] }, sealed), []);
    assert.equal(check({ result: announced({ title: '决定' }, '授予。'), acts: [act] }, sealed).length, 1);
  });

  it('may lose somebody taken down from its text, and from nothing else', () => {
    const takenDown = [aTombstone('c009', 3)];
    assert.deepEqual(check({ result: announced({}, '授予二人。'), takenDown }, sealed), []);
    assert.equal(check({ result: announced({ title: '决定' }), takenDown }, sealed).length, 1);
    assert.equal(check({ result: announced({}, '授予二人。') }, sealed).length, 1);
  });
});
