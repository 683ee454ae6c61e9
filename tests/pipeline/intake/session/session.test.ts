import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import {
  beginSession,
  changeAnswers,
  eraseOld,
  type ImportSession,
  KEPT_DAYS,
  openSession,
  putFile,
  sessionsOf,
} from '#pipeline/intake/session/session-folder.ts';
import {
  applySession,
  planSession,
  type SessionMemory,
  sessionMemory,
  type SessionPlan,
} from '#pipeline/intake/session/session-plan.ts';
import { aBench, type Bench, clear, filesIn } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { there } from '#tests/there.ts';

const NOW = Date.UTC(2026, 10, 30);
const HEAD = [
  '姓名',
  '工作单位',
  '工种',
  '技能等级',
  '推荐方式',
  '推荐单位',
  '简要事迹',
  '身份证号',
  '政治面貌',
  '带出高徒',
];
const LI = [
  '李明',
  '威海甲船业有限公司',
  '船体焊工',
  '特级大师',
  '个人自荐',
  '环翠区总工会',
  '焊接能手。',
  '11010519491231002X',
  '民盟盟员',
  '徒弟三人',
];
const SECRETS = ['11010519491231002X', '民盟盟员'];

const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);

/** Everything of a plan that a screen may show. */
function shown({ planned, questions, judged }: SessionPlan): string {
  const { cells, unknown, envelope, columns, findings, plan } = planned;
  const people = plan.people.map(({ record, changes }) => ({ record, changes }));
  return JSON.stringify({ cells, unknown, envelope, columns, findings, people, questions, judged });
}

describe('an import session', () => {
  let bench: Bench;
  let memory: SessionMemory;
  let work: string;
  before(async () => {
    bench = await aBench();
    work = join(bench.root, 'work');
    memory = sessionMemory();
  });
  after(async () => {
    await memory.photos.close();
    await clear(bench);
  });

  const begun = async (bytes: Uint8Array): Promise<ImportSession> => {
    const session = await beginSession(work, bench.round, NOW);
    await putFile(session, '汇总表.xlsx', bytes);
    return session;
  };
  const answered = (session: ImportSession, answers: object): Promise<ImportSession> =>
    changeAnswers(session, session.state.revision, (before) => ({ ...before, ...answers }), NOW);

  it('offers a faulty cell with what the file says, takes another text, and shows nothing of a private column', async () => {
    let session = await begun(list(LI));
    const plan = await planSession(session, bench.content, memory);
    const cell = there(plan.planned.cells[0]);
    assert.deepEqual(
      [cell.where.cell, cell.where.field, cell.original, cell.covered, cell.now],
      ['D2', '技能等级', '特级大师', false, undefined],
    );
    assert.deepEqual(
      cell.findings.map(({ code }) => code),
      ['import-word-unknown'],
    );
    assert.ok(cell.choices.includes('高级技师'));
    for (const secret of SECRETS) assert.ok(!shown(plan).includes(secret), secret);

    const { file, cell: spot, field = '' } = cell.where;
    session = await answered(session, { cells: [{ file, cell: spot, head: field, was: cell.was, text: '高级技师' }] });
    const mended = await planSession(session, bench.content, memory);
    assert.equal(hasErrors(mended.planned.findings), false);
    const after = there(mended.planned.cells[0]);
    assert.deepEqual([after.original, after.now, after.findings], ['特级大师', '高级技师', []]);
    assert.equal(there(mended.planned.plan.people[0]).record.candidate.skillLevel, 'senior-technician');

    await putFile(session, '汇总表.xlsx', list(LI.map((text) => (text === '特级大师' ? '技师' : text))));
    const stale = await planSession(session, bench.content, memory);
    assert.deepEqual(
      stale.planned.findings.filter(({ level }) => level === 'error').map((one) => [one.where.cell, sentence(one)]),
      [['D2', '找不到要改的这一格，或者里面已经不是改的时候那样了，没有照改。请再核对、再改一次。']],
    );
  });

  it('covers a private value that stands in a public cell', async () => {
    const session = await begun(list(LI.map((text) => (text === '焊接能手。' ? '焊接能手，电话13812345678。' : text))));
    const plan = await planSession(session, bench.content, memory);
    const cell = there(plan.planned.cells.find(({ where }) => where.field === '简要事迹'));
    assert.deepEqual([cell.original, cell.covered], ['焊接能手，电话＊＊＊＊＊＊＊＊＊＊＊。', true]);
    assert.ok(!shown(plan).includes('13812345678'));
  });

  it('learns what a head means, once, and refuses to be told of one that it knows', async () => {
    const row = LI.map((text) => (text === '特级大师' ? '技师' : text));
    let session = await begun(list(row));
    const plan = await planSession(session, bench.content, memory);
    assert.deepEqual(plan.planned.unknown, ['带出高徒']);

    const refused = await answered(session, { heads: [{ label: '身份证号', means: '简要事迹' }] });
    const told = (await planSession(refused, bench.content, memory)).planned.findings.find(
      ({ level }) => level === 'error',
    );
    assert.equal(sentence(there(told)), '“身份证号”是认识的列，不用也不能另行指定。请去掉对它的指定。');

    session = await answered(refused, {
      heads: [{ label: '带出高徒', means: '传帮带' }],
      orderedBy: '排名不分先后',
    });
    const learnt = await planSession(session, bench.content, memory);
    assert.equal(there(learnt.planned.plan.people[0]).record.candidate.mentoring, '徒弟三人');
    assert.deepEqual([learnt.ready, learnt.questions], [true, []]);
    await assert.rejects(applySession(session, bench.content, memory, 'another'), {
      code: 'import-plan-changed',
      message: '计划在您看过以后有了变化（文件、回答、照片或内容目录），什么也没有写入。请看过现在的计划再写入。',
    });
    await applySession(session, bench.content, memory, learnt.digest);
    assert.match(Object.keys(await filesIn(bench.folder)).join(), /candidates\/\w+\.md/);
    const remembered = join(bench.content, 'programmes/weihai-craftsman/forms/own-heads.json');
    assert.deepEqual(JSON.parse(await readFile(remembered, 'utf8')), {
      name: '各单位表上的列名',
      clause: '经办人说明',
      own: true,
      kind: 'list',
      summaryFrom: [],
      fields: [{ label: '带出高徒', means: 'mentoring' }],
    });

    const next = await planSession(await begun(list(row)), bench.content, memory);
    assert.deepEqual([next.planned.unknown, next.planned.plan.people.map(({ state }) => state)], [[], ['unchanged']]);
  });

  it('asks who somebody is, and who is gone', async () => {
    const moved = ['李明', '威海丁电机有限公司', ...LI.slice(2)].map((text) => (text === '特级大师' ? '技师' : text));
    let session = await begun(list(moved));
    const plan = await planSession(session, bench.content, memory);
    const [question] = plan.questions;
    assert.ok(question?.about === 'who');
    assert.deepEqual(
      [question.row, question.draft.employer, question.known.map(({ employer }) => employer)],
      [2, '威海丁电机有限公司', ['威海甲船业有限公司']],
    );
    session = await answered(session, { rows: { 2: there(question.known[0]).id } });
    assert.deepEqual((await planSession(session, bench.content, memory)).questions, []);
    const fresh = await answered(session, { rows: { 2: 'new' } });
    const asked = await planSession(fresh, bench.content, memory);
    assert.deepEqual(
      asked.questions.map(({ about }) => about),
      ['gone'],
    );
  });

  it('takes no answer to a plan that is no longer the present one', async () => {
    const session = await begun(list(LI));
    await answered(session, { orderedBy: '按姓氏笔画排序' });
    await assert.rejects(
      answered(await openSession(work, session.id), {}).then(() => answered(session, {})),
      {
        message: '这一批材料在别处（另一个窗口）已经有了改动，刚才的回答没有记下。请看过现在的样子再答。',
      },
    );
  });

  it('keeps files inside of its folder, for the user alone, and not for ever', async () => {
    const session = await begun(list(LI));
    for (const path of ['../../evil.xlsx', 'a/../../evil.xlsx', ''])
      await assert.rejects(putFile(session, path, new Uint8Array(3)), {
        message: '有一个文件的路径不正常，没有收下。请改名后重新放入。',
      });
    assert.equal(await putFile(session, '材料/Thumbs.db', new Uint8Array(3)), false);
    await putFile(session, 'C:\\材料\\CON.xlsx', new Uint8Array(3));
    assert.deepEqual((await readdir(join(session.folder, 'files'))).sort(), ['C_', '汇总表.xlsx']);
    assert.deepEqual(await readdir(join(session.folder, 'files', 'C_', '材料')), ['_CON.xlsx']);
    assert.equal((await stat(session.folder)).mode & 0o077, 0);
    assert.equal(await eraseOld(work, NOW + KEPT_DAYS * 86_400_000), 0);
    assert.ok((await eraseOld(work, NOW + KEPT_DAYS * 86_400_000 + 1)) > 0);
    assert.deepEqual(await sessionsOf(work), []);
    await assert.rejects(openSession(work, session.id), {
      message: '这一批材料已经不在了：办完、删去，或过了保留的日子。请重新放入文件。',
    });
  });

  it('stops at a batch that is too large', async () => {
    const session = await begun(list(LI));
    await assert.rejects(putFile(session, '影片.mp4', new Uint8Array(300 * 1024 * 1024)), {
      message: '这一批有 301 MB，超过上限 250 MB，超出的没有收下。请移走视频，照片缩小后另存，或分几批放入。',
    });
  });
});
