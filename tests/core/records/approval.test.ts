import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import { approvalFileSchema, signatureFault } from '#core/records/approval.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { chineseField } from '#core/records/field-words.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { approval } from '#core/rules/approval.ts';
import { sealOf } from '#pipeline/check/seal.ts';
import { aCandidate, aDossier, aNotice, aRoster, aRound, aSection, said } from '#tests/builders.ts';
import { there } from '#tests/there.ts';

const decision = {
  body: '澄湖市总工会',
  document: '澄工发〔2024〕9号',
  date: plainDate('2024-09-09'),
  approver: '甲',
  reviewer: '乙',
};

/** The approval of a round as it stands. */
function approved(dossier: Dossier): Entry<ReturnType<typeof approvalFileSchema.parse>> {
  const { records, ...seal } = sealOf(there(publicRecord(dossier)), new Map());
  const current = { ...decision, approvedAt: '2024-09-09T15:00:00+08:00', ...seal };
  return {
    id: '',
    file: 'approval.json',
    data: approvalFileSchema.parse({ current, records }),
    lines: {},
    sections: [],
  };
}

/** What the rule says when `before` was approved and `after` is there now. */
function whenChanged(before: Dossier, after: Dossier): string[] {
  return said(approval.check({ ...after, folder: { ...after.folder, approval: approved(before) } }));
}

const three = [
  aCandidate({ id: 'p1', name: '骆青川' }),
  aCandidate({ id: 'p2', name: '庾岚' }),
  aCandidate({ id: 'p3', name: '帕丽扎·铁木尔' }),
] as const;
const round = aDossier({ people: [...three] });

const AGAIN = '确需改动的，请经批准机关同意后重新批准（--again）。';

describe('a round after its approval', () => {
  it('that nobody touched has no finding, nor has one that was never approved', () => {
    assert.deepEqual(whenChanged(round, round), []);
    assert.deepEqual(approval.check(round), []);
  });

  it('says who was added and who is gone, with the place in the approved list', () => {
    const [first, , third] = three;
    const fourth = aCandidate({ id: 'p4', name: '郜苇' });
    assert.deepEqual(whenChanged(round, aDossier({ people: [first, third, fourth] })), [
      `✗ roster.json（郜苇）：郜苇不在澄工发〔2024〕9号批准的名单里。请移出名单；${AGAIN} [approval-person-added]`,
      `✗ roster.json：澄工发〔2024〕9号批准的名单第 2 位是庾岚，现在的名单里没有这个人。请恢复；${AGAIN} [approval-person-removed]`,
    ]);
  });

  it('says where the order differs first', () => {
    const [first, second, third] = three;
    assert.deepEqual(whenChanged(round, aDossier({ people: [first, third, second] })), [
      `✗ roster.json：名单次序与批准的不同：澄工发〔2024〕9号批准的第 2 位是庾岚，现在是帕丽扎·铁木尔。请改回；${AGAIN} [approval-order-changed]`,
    ]);
  });

  it('says whose trade was changed, from what to what', () => {
    const [first, second, third] = three;
    const retrained = aCandidate({ id: 'p2', name: '庾岚', trade: '船舶钳工' });
    assert.deepEqual(whenChanged(round, aDossier({ people: [first, retrained, third], roster: aRoster(three) })), [
      `✗ candidates/p2.md「trade」（庾岚）：工种与批准的不同：澄工发〔2024〕9号批准的是“船舶轮机员”，现在是“船舶钳工”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
    ]);
    assert.equal(second.data.trade, '船舶轮机员');
  });

  it('writes grades and routes as an office does', () => {
    const before = aDossier({ people: [aCandidate({ skillLevel: 'technician' })] });
    const after = aDossier({ people: [aCandidate({ skillLevel: 'senior-technician' })] });
    assert.match(whenChanged(before, after).join(), /技能等级与批准的不同：.*批准的是“技师”，现在是“高级技师”/);
  });

  it('notices a changed word in a long text and points at its section', () => {
    const text = `${'她看八台细纱机，一个班要走十六公里。'.repeat(5)}断头率全厂最低。`;
    const before = aDossier({ people: [aCandidate({ texts: { 事迹材料: text } })] });
    const after = aDossier({ people: [aCandidate({ texts: { 事迹材料: text.replace('全厂', '全市') } })] });
    assert.deepEqual(whenChanged(before, after), [
      `✗ candidates/p3wd9hz.md 第 20 行（骆青川）：正文“事迹材料”与批准的不同：澄工发〔2024〕9号批准的是“…六公里。断头率全厂最低。”，现在是“…六公里。断头率全市最低。”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
    ]);
  });

  it('notices a link that leads elsewhere under the same words', () => {
    const withLink = (address: string): Dossier => {
      const person = aCandidate();
      const html = `<p><a href="${address}">报道</a></p>`;
      return aDossier({
        people: [{ ...person, sections: [{ ...aSection({ heading: '事迹材料', text: '报道' }), html }] }],
      });
    };
    assert.match(
      whenChanged(withLink('https://a.example.org/'), withLink('https://b.example.org/')).join(),
      /正文“事迹材料”里的链接与批准的不同：.*“https:\/\/a\.example\.org\/”，现在是“https:\/\/b\.example\.org\/”/,
    );
  });

  it('does not mind emphasis, line ends or the way an accent is composed', () => {
    const before = aDossier({ people: [aCandidate({ texts: { 事迹材料: '第一段\n第二段 caf\u00E9' } })] });
    const after = aDossier({ people: [aCandidate({ texts: { 事迹材料: '第一段 \r\n\r\n第二段  cafe\u0301' } })] });
    assert.deepEqual(whenChanged(before, after), []);
  });

  it('says which date of the window, which telephone, which word of the notice was changed', () => {
    const changed = aDossier({
      people: [...three],
      round: aRound({
        publicity: { closesOn: '2024-09-19' },
        channels: [
          { kind: 'phone', number: '0000001' },
          { kind: 'email', address: 'objection@chenghu.example.org' },
        ],
      }),
      notice: aNotice({ title: '关于2024年度澄湖工匠人选的公示' }),
    });
    assert.deepEqual(whenChanged(round, changed), [
      `✗ round.md「publicity.closesOn」：公示期的截止日与批准的不同：澄工发〔2024〕9号批准的是“2024-09-18”，现在是“2024-09-19”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
      `✗ round.md「channels.0.number」：本届公示的联系方式第1项·号码与批准的不同：澄工发〔2024〕9号批准的是“0000000”，现在是“0000001”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
      `✗ notice.md「title」：公示的标题与批准的不同：澄工发〔2024〕9号批准的是“关于2024年度澄湖工匠候选人的公示”，现在是“关于2024年度澄湖工匠人选的公示”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
    ]);
  });

  it('notices what was added to a person or taken away', () => {
    const plain = aDossier({ people: [aCandidate()] });
    const honoured = aDossier({ people: [aCandidate({ honours: [{ name: '澄湖市技术能手', year: 2020 }] })] });
    assert.deepEqual(whenChanged(plain, honoured), [
      `✗ candidates/p3wd9hz.md「honours.0.name」（骆青川）：荣誉第1项·名称与批准的不同：澄工发〔2024〕9号批准的是（没有这一项），现在是“澄湖市技术能手”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
      `✗ candidates/p3wd9hz.md「honours.0.year」（骆青川）：荣誉第1项·年份与批准的不同：澄工发〔2024〕9号批准的是（没有这一项），现在是“2020”。请改回批准的文字；${AGAIN} [approval-field-changed]`,
    ]);
    assert.match(whenChanged(honoured, plain).join('\n'), /批准的是“2020”，现在是（没有这一项）/);
  });

  it('says so when the list or the notice is gone altogether, or one person’s file', () => {
    assert.deepEqual(whenChanged(round, aDossier({ people: [...three], notice: undefined })), [
      '✗ notice.md：澄工发〔2024〕9号批准过的公示正文不见了。请恢复这个文件。 [approval-part-missing]',
    ]);
    assert.deepEqual(whenChanged(round, aDossier({ people: three.slice(0, 2), roster: aRoster(three) })), [
      '✗ roster.json（帕丽扎·铁木尔）：澄工发〔2024〕9号批准过的帕丽扎·铁木尔的资料不见了。请恢复这个文件。 [approval-part-missing]',
    ]);
  });

  it('repeats no identity number that somebody typed into a text', () => {
    const leaked = aDossier({ people: [aCandidate({ summary: '渡轮轮机长，110101190001011234。' })] });
    const found = whenChanged(aDossier({ people: [aCandidate()] }), leaked);
    assert.equal(found.length, 1);
    assert.match(found.join(), /渡轮轮机长，＊{18}。/);
    assert.doesNotMatch(found.join(), /\d{12}/);
  });
});

describe('every single field of a person', () => {
  const full = {
    name: '骆青川',
    pinyin: 'luo qing chuan',
    employer: '澄湖市远航渡轮有限公司',
    district: '东湾区',
    post: '轮机长',
    trade: '船舶轮机员',
    industry: '水上运输',
    skillLevel: 'technician',
    professionalTitle: '工程师',
    tier: 'craftsman',
    route: 'unionNomination',
    nominatingBody: '东湾区总工会',
    yearsInTrade: 18,
    conditions: ['1', '2'],
    earlierPublicity: { opensOn: '2024-07-04', closesOn: '2024-07-08' },
    summary: '听音辨缸。',
    honours: [{ name: '省技术能手', level: 'province', year: 2022 }],
    signatureSkills: ['听音辨缸'],
    workMethods: ['三听法'],
    patents: [{ name: '一种夹具', number: 'ZL 2020 2 0000000.1' }],
    mentoring: '带徒5人。',
    photo: { credit: '单位供图', consent: '书面同意', alt: '本人在机舱' },
  } as const;
  const before = aDossier({ people: [aCandidate(full as never)] });

  for (const field of leavesOf(full)) {
    it(`is watched: ${field}`, () => {
      const changed = structuredClone(there(before.folder.people[0]));
      setLeaf(changed.data, field);
      const found = whenChanged(before, aDossier({ people: [changed], roster: before.folder.roster }));
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(there(found[0]).includes(`${chineseField(field, {})}与批准的不同`), found[0]);
    });
  }

  /** Dotted paths of all values, found by walking the object itself. */
  function leavesOf(value: unknown, path = ''): string[] {
    if (value === null || typeof value !== 'object') return [path];
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
  }

  function setLeaf(person: Candidate, path: string): void {
    const keys = path.split('.');
    const last = there(keys.pop());
    const owner = keys.reduce((at, key) => (at as Record<string, unknown>)[key], person as unknown) as Record<
      string,
      unknown
    >;
    owner[last] = typeof owner[last] === 'number' ? owner[last] + 1 : `${String(owner[last])}改`;
  }
});

describe('who signs', () => {
  const one = { ...decision, reviewer: undefined };
  it('are two different people, or one with a reason', () => {
    assert.equal(signatureFault(decision), undefined);
    assert.equal(signatureFault({ ...one, soleReason: '复核岗位空缺' }), undefined);
    assert.equal(signatureFault(one), 'approval-one-signature');
    assert.equal(signatureFault({ ...decision, soleReason: '复核岗位空缺' }), 'approval-reason-not-needed');
  });

  it('one person with a space in the name is still one person', () => {
    for (const reviewer of ['李明', '李 明', '李　明', ' 李明']) {
      assert.equal(signatureFault({ ...decision, approver: '李明', reviewer }), 'approval-same-person', reviewer);
    }
  });

  it('is also asked of a file that was written by hand', () => {
    const { data } = approved(round);
    const forged = { ...data, current: { ...data.current, reviewer: data.current.approver } };
    const parsed = approvalFileSchema.safeParse(forged);
    assert.deepEqual(
      parsed.error?.issues.map((issue) => (issue as { params?: unknown }).params),
      [{ code: 'approval-same-person' }],
    );
  });
});
