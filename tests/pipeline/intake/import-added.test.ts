import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { approveRound } from '#pipeline/approval/approve-round.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { HEAD } from './hostile-files.ts';
import { aBench, type Bench, clear, filesIn, importFiles, prepare, put } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

/** Somebody who joins a list that was shown already. */
const JOINING = [
  '21',
  '逄若溪',
  '威海丙机械有限公司',
  '焊工',
  '高级技师',
  '个人自荐',
  '个人自荐',
  '焊缝一次成形，三十年无返工。',
];
const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);
const added = { id: 'added', published: plainDate('2023-09-06'), opensOn: plainDate('2023-09-06') };

describe('somebody who joins an approved list', () => {
  let bench: Bench;
  before(async () => {
    bench = await aBench('weihai-craftsman/2023', { people: true });
    const decision = {
      ...{ body: '市总工会', document: '示工发〔2023〕7号', date: plainDate('2023-09-01') },
      ...{ approver: '甲', reviewer: '乙' },
    };
    const { content, round } = bench;
    const approving = await approveRound({ content, round, decision, again: undefined, now: Date.parse('2023-09-01') });
    assert.equal(approving.approved, true);
  });
  after(() => clear(bench));

  it('is a notice of their own: nobody else and no window is touched, and the check agrees with the import', async () => {
    const before = await filesIn(bench.folder);
    const path = await put(bench, '增补.xlsx', list(JOINING));
    const { errors } = await importFiles(bench, [path], { added, addBodies: {} });
    assert.deepEqual(errors, []);
    const now = await filesIn(bench.folder);
    const fresh = Object.keys(now).filter((file) => !(file in before));
    assert.deepEqual(fresh, ['candidates/bbbbbbc.md', 'notices/added/notice.md', 'notices/added/roster.json']);
    assert.deepEqual(
      Object.keys(before).filter((file) => before[file] !== now[file] && file !== 'round.md'),
      [],
    );
    assert.match(now['notices/added/notice.md'] ?? '', /closesOn: "2023-09-10"/, '5天: 6 to 10 September');
    const { findings } = await checkContent(bench.content);
    const left = findingsOfRound(findings, bench.round).map(({ code }) => code);
    assert.deepEqual(
      left.filter((code) => code.startsWith('approval-')),
      [],
    );
  });

  it('is not there twice', async () => {
    const path = await put(bench, '又来.xlsx', list(JOINING));
    const { planned } = await prepare(bench, [path], { added: { ...added, id: 'more' } });
    assert.deepEqual(
      planned.findings.filter(({ level }) => level === 'error').map((one) => sentence(one)),
      ['逄若溪已经在这一届的名单里（编号 bbbbbbc），增补只写新增的人。请从表里删去这一行。'],
    );
    const again = await prepare(bench, [path], { added });
    assert.ok(again.planned.findings.some(({ code }) => code === 'import-added-notice-exists'));
  });
});
