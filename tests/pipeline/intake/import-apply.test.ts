import assert from 'node:assert/strict';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { writing } from '#pipeline/content/writing.ts';
import { applyImport, prepareImport } from '#pipeline/intake/import-round.ts';
import { HEAD, PERSON } from './hostile-files.ts';
import { aBench, aRequest, type Bench, clear, filesIn, importFiles, prepare, put, quiet } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

const WANG = [
  '2',
  '王芳',
  '威海乙食品有限公司',
  '水产品加工工',
  '高级工',
  '社团推荐',
  '威海市食品行业协会',
  '一刀去骨。',
];
const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);

let bench: Bench;
before(async () => {
  bench = await aBench();
});
after(() => clear(bench));

/** What lies beside the content or hidden in it: nothing may stay there. */
const leftovers = async (): Promise<string[]> =>
  [...(await readdir(bench.root)), ...(await readdir(bench.content))].filter((name) => name.startsWith('.'));

describe('an import that goes through', () => {
  it('writes the list in its order, with the digest of the file', async () => {
    const path = await put(bench, '名单.xlsx', list(PERSON, WANG));
    const { errors } = await importFiles(bench, [path]);
    assert.deepEqual(errors, []);
    const files = await filesIn(bench.folder);
    assert.deepEqual(Object.keys(files), [
      'candidates/bbbbbbc.md',
      'candidates/bbbbbbd.md',
      'imported.json',
      'roster.json',
      'round.md',
    ]);
    const roster = JSON.parse(files['roster.json'] ?? '') as { source: object; people: { name: string }[] };
    assert.deepEqual(
      roster.people.map(({ name }) => name),
      ['李明', '王芳'],
    );
    assert.deepEqual(Object.keys(roster), ['orderedBy', 'source', 'people']);
    assert.deepEqual(await leftovers(), []);
  });

  it('changes nothing the second time', async () => {
    const files = await filesIn(bench.folder);
    const { files: written } = await importFiles(bench, [join(bench.root, 'in', '名单.xlsx')]);
    assert.deepEqual([written.write.size, written.remove.length], [0, 0]);
    assert.deepEqual(await filesIn(bench.folder), files);
  });

  it('keeps ids when a corrected list comes in another order, and rewrites only whom it touches', async () => {
    const files = await filesIn(bench.folder);
    const corrected = list(
      WANG,
      PERSON.map((text) => (text === '焊接能手。' ? '焊接能手，一次合格率99%。' : text)),
    );
    const { planned } = await importFiles(bench, [await put(bench, '更正.xlsx', corrected)]);
    assert.deepEqual(
      planned.plan.people.map(({ id, state }) => [id, state]),
      [
        ['bbbbbbd', 'unchanged'],
        ['bbbbbbc', 'changed'],
      ],
    );
    assert.ok(planned.plan.reordered);
    const now = await filesIn(bench.folder);
    assert.equal(now['candidates/bbbbbbd.md'], files['candidates/bbbbbbd.md']);
    assert.match(now['candidates/bbbbbbc.md'] ?? '', /一次合格率99%。/);
    assert.deepEqual(
      (JSON.parse(now['roster.json'] ?? '') as { people: { id: string }[] }).people.map(({ id }) => id),
      ['bbbbbbd', 'bbbbbbc'],
    );
  });

  it('takes somebody out only when told to, and what lies beside the list stays', async () => {
    await writeFile(
      join(bench.folder, 'notice.md'),
      '---\ntitle: "公示"\nissuers: ["甲"]\npublished: "2023-09-04"\n---\n\n【名单】\n',
    );
    const path = await put(bench, '一人.xlsx', list(WANG));
    assert.deepEqual((await importFiles(bench, [path])).errors, ['import-person-gone']);
    const { errors } = await importFiles(bench, [path], {
      answers: { same: new Map(), fresh: new Set(), remove: new Set(['bbbbbbc']) },
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(Object.keys(await filesIn(bench.folder)), [
      'candidates/bbbbbbd.md',
      'imported.json',
      'notice.md',
      'roster.json',
      'round.md',
    ]);
  });
});

describe('what makes an import stop at the last moment', () => {
  it('somebody changed the round after the plan was made', async () => {
    const request = aRequest(bench, [await put(bench, '两人.xlsx', list(WANG, PERSON))]);
    const whole = await readFile(join(bench.folder, 'round.md'));
    await writing(bench.content, { verb: 'import' }, async (held) => {
      const prepared = await prepareImport(request, quiet);
      await writeFile(join(bench.folder, 'round.md'), `${whole.toString()}\n`);
      await assert.rejects(applyImport(held, request, prepared), {
        code: 'content-changed',
        message:
          'programmes/weihai-craftsman/rounds/2023/round.md 在计划以后被改动过，没有写入。请重新运行同一条命令。',
      });
    });
    await writeFile(join(bench.folder, 'round.md'), whole);
  });

  it('a file that the reader of the content would refuse', async () => {
    const long = '长'.repeat(32_000);
    const heads = [...HEAD, '弘扬践行工匠精神情况', '职业技能、绝技高招情况', '个人自述'];
    const path = await put(bench, '长文.xlsx', xlsxFile([{ name: 'a', rows: [heads, [...WANG, long, long, long]] }]));
    const { errors } = await importFiles(bench, [path]);
    assert.deepEqual(errors, ['file-too-large']);
  });

  it('a present file of the round that cannot be read', async () => {
    const file = join(bench.folder, 'candidates', 'bbbbbbd.md');
    const whole = await readFile(file);
    await writeFile(file, 'verdorben');
    await assert.rejects(prepare(bench, [join(bench.root, 'in', '名单.xlsx')]), /先运行 npm run check 并改正/);
    await writeFile(file, whole);
  });

  it('a content folder that nobody may write to', async () => {
    await chmod(bench.root, 0o555);
    await chmod(bench.content, 0o555);
    // The administrator may write everywhere: the test goes on as nobody.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await assert.rejects(importFiles(bench, [join(bench.root, 'in', '两人.xlsx')]), Refusal);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(bench.root, 0o700);
      await chmod(bench.content, 0o700);
    }
  });
});

describe('after approval', () => {
  it('nobody is taken out, and a change is warned of', async () => {
    await writeFile(join(bench.folder, 'approval.json'), '{}');
    const gone = await prepare(bench, [await put(bench, '别人.xlsx', list(PERSON))], {
      answers: { same: new Map(), fresh: new Set([2]), remove: new Set(['bbbbbbd']) },
    });
    const codes = gone.planned.findings.map(({ code }) => code);
    assert.ok(codes.includes('import-removal-after-approval'));
    assert.ok(codes.includes('import-change-after-approval'));
    const same = await prepare(bench, [join(bench.root, 'in', '一人.xlsx')]);
    assert.ok(!same.planned.findings.some(({ code }) => code === 'import-change-after-approval'));
    await rm(join(bench.folder, 'approval.json'));
  });
});
