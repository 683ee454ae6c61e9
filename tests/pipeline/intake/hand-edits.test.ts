import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { importedSchema } from '#core/records/imported.ts';
import { erasePerson } from '#pipeline/acts/erase-person.ts';
import type { Terminal } from '#pipeline/commands/ask.ts';
import { Arguments, type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { editField } from '#pipeline/content/edit-front-matter.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { askedEdits } from '#pipeline/intake/import-questions.ts';
import { prepareImport } from '#pipeline/intake/import-round.ts';
import { aBench, aRequest, type Bench, clear, counting, filesIn, put, quiet } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

const HEAD = ['序号', '姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '荣誉', '简要事迹', '个人自述'];
const LI = [
  '1',
  '李明',
  '威海甲船业有限公司',
  '船体焊工',
  '技师',
  '个人自荐',
  '环翠区总工会',
  '2021 山东省技术能手（省级）',
  '焊接能手。',
  '从业二十年。',
];
const WANG = [
  '2',
  '王芳',
  '威海乙食品有限公司',
  '水产品加工工',
  '高级工',
  '社团推荐',
  '威海市食品行业协会',
  '',
  '一刀去骨。',
  '师从名家。',
];
const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);
const withCell = (row: string[], column: string, text: string): string[] =>
  row.map((cell, index) => (HEAD[index] === column ? text : cell));

const benches: Bench[] = [];
let bench: Bench;
let same: string;
/** The file of 李明, whose id a command mints by chance. */
let own: string;
let id: string;

/** A round with both of them imported. */
async function anImport(): Promise<void> {
  bench = await aBench();
  benches.push(bench);
  same = await put(bench, '名单.xlsx', list(LI, WANG));
  const first = await run([same]);
  assert.equal(first.exit, 0, first.text);
  const roster = JSON.parse(await readFile(join(bench.folder, 'roster.json'), 'utf8')) as { people: { id: string }[] };
  id = roster.people[0]?.id ?? '';
  own = join(bench.folder, 'candidates', `${id}.md`);
}
after(() => Promise.all(benches.map(clear)));

function run(paths: string[], values: Record<string, unknown> = {}): Promise<Outcome> {
  const given = { round: bench.round, content: bench.content, yes: true, ...values };
  return importCommand.run(new Arguments(given, paths));
}
const codes = ({ json }: Outcome): string[] =>
  (json as { findings: { code: string; level: string }[] }).findings.flatMap(({ code, level }) =>
    level === 'error' || code === 'import-edited-kept' ? [code] : [],
  );
async function byHand(from: string, to: string): Promise<string> {
  const text = await readFile(own, 'utf8');
  assert.ok(text.includes(from), from);
  await writeFile(own, text.replace(from, to));
  return text.replace(from, to);
}

describe('a text edited by hand after the import', () => {
  beforeEach(anImport);

  it('is asked about, person by person, and nothing is written: exit 2', async () => {
    await byHand('焊接能手。', '焊接能手，带徒十人。');
    const before = await filesIn(bench.content);
    for (const values of [{}, { yes: false }, { 'check-only': true }, { json: true }]) {
      const outcome = await run([same], values);
      assert.equal(outcome.exit, 2);
      assert.deepEqual(codes(outcome), ['import-edited-by-hand']);
      assert.ok(
        outcome.text.includes(
          `✗ 错误  programmes/weihai-craftsman/rounds/2023/candidates/${id}.md（李明）\n` +
            '    上次导入以后手工改过（或更正过），这份表写得不同：简要事迹现在“焊接能手，带徒十人。”，表里“焊接能手。”。' +
            `保留现在的请加 --keep-person ${id}，改用表里的请加 --take-person ${id}；所有人都保留加 --keep-edited，都改用表里的加 --take-sheet。 [import-edited-by-hand]\n`,
        ),
        outcome.text,
      );
      assert.ok(
        outcome.text.endsWith(
          '手工改过的内容是保留还是改用表里的，要由人来定，什么也没有写入。请照上面的提示加选项重新运行。\n',
        ),
      );
      assert.deepEqual(await filesIn(bench.content), before);
    }
  });

  it('stays when it is kept, while the rest of the sheet comes in', async () => {
    const hand = await byHand('焊接能手。', '焊接能手，带徒十人。');
    const sheet = await put(bench, '新.xlsx', list(withCell(LI, '工种', '电焊工'), WANG));
    for (const flag of [{ 'keep-edited': true }, { 'keep-person': [id] }]) {
      const outcome = await run([sheet], flag);
      assert.deepEqual([outcome.exit, codes(outcome)], [0, ['import-edited-kept']]);
      assert.ok(
        outcome.text.includes(
          '保留了现在的内容，没有照这份表改：简要事迹现在“焊接能手，带徒十人。”，表里“焊接能手。”。 [import-edited-kept]',
        ),
      );
      assert.equal(await readFile(own, 'utf8'), hand.replace('船体焊工', '电焊工'));
    }
    assert.match((await run([sheet], { 'keep-edited': true })).text, /\n手工改过的都保留了，没有别的要写入。\n$/);
    const later = await run([sheet]);
    assert.deepEqual([later.exit, codes(later)], [2, ['import-edited-by-hand']], 'what was kept is still the hand’s');
  });

  it('goes when the sheet is taken, for one or for all', async () => {
    const imported = await filesIn(bench.folder);
    for (const flag of [
      { 'take-sheet': true },
      { 'take-person': [id] },
      { 'keep-edited': true, 'take-person': [id] },
    ]) {
      await byHand('焊接能手。', '焊接能手，带徒十人。');
      assert.equal((await run([same], flag)).exit, 0);
      assert.deepEqual(await filesIn(bench.folder), imported);
    }
  });

  it('a correction by an act is such a text', async () => {
    const text = await readFile(own, 'utf8');
    await writeFile(own, editField(text, 'employer', '威海甲船业股份有限公司') ?? '');
    const roster = join(bench.folder, 'roster.json');
    await writeFile(
      roster,
      editField(await readFile(roster, 'utf8'), 'people.0.employer', '威海甲船业股份有限公司') ?? '',
    );
    const sheet = await put(
      bench,
      '编号.xlsx',
      xlsxFile([
        {
          name: 'a',
          rows: [
            ['网站编号', ...HEAD],
            [id, ...LI],
            ['', ...WANG],
          ],
        },
      ]),
    );
    const asked = await run([sheet]);
    assert.deepEqual([asked.exit, codes(asked)], [2, ['import-edited-by-hand']]);
    assert.ok(asked.text.includes('工作单位现在“威海甲船业股份有限公司”，表里“威海甲船业有限公司”。'));
    assert.equal((await run([sheet], { 'keep-edited': true })).exit, 0);
    assert.match(await readFile(roster, 'utf8'), /威海甲船业股份有限公司/);
  });

  it('is masked where it is private', async () => {
    await byHand('焊接能手。', '焊接能手，电话13912345678。');
    const { text, json } = await run([same]);
    assert.ok(!(text + JSON.stringify(json)).includes('13912345678'));
    assert.ok(text.includes('简要事迹现在“焊接能手，电话＊＊＊＊＊＊＊＊＊＊＊。”，表里“焊接能手。”'), text);
  });

  it('of a body, and one that was deleted, count as well', async () => {
    await byHand('从业二十年。', '从业**二十**年，走遍三省。');
    await byHand('skillLevel: "technician"\n', '');
    const asked = await run([same]);
    assert.deepEqual(codes(asked), ['import-edited-by-hand']);
    assert.ok(
      asked.text.includes(
        '技能等级现在没有，表里“技师”；个人自述现在“〔Markdown〕／从业**二十**年，走遍三省。”，表里“从业二十年。”。',
      ),
      asked.text,
    );
    const hand = await readFile(own, 'utf8');
    assert.equal((await run([same], { 'keep-edited': true })).exit, 0);
    assert.equal(await readFile(own, 'utf8'), hand);
  });

  it('without a record nobody can tell, and it is asked; what fills an empty place is not', async () => {
    await rm(join(bench.folder, 'imported.json'));
    assert.match((await run([same])).text, /与内容目录里的完全一样，不需要写入。/);
    const more = withCell(withCell(WANG, '荣誉', '2020 威海市技术能手（市级）'), '简要事迹', '一刀去骨，分毫不差。');
    const sheet = await put(bench, '改.xlsx', list(LI, more));
    const asked = await run([sheet]);
    assert.deepEqual([asked.exit, codes(asked)], [2, ['import-edited-unknown']]);
    assert.match(
      asked.text,
      / {4}没有上次导入的记录，分不清现在的内容是不是手工改的，这份表写得不同：简要事迹现在“一刀去骨。”，表里“一刀去骨，分毫不差。”。保留现在的请加 --keep-person (\w+)，改用表里的请加 --take-person \1；所有人都保留加 --keep-edited，都改用表里的加 --take-sheet。 \[import-edited-unknown\]/,
    );
    assert.equal((await run([sheet], { 'take-sheet': true })).exit, 0);
    const next = await put(bench, '再改.xlsx', list(LI, withCell(more, '简要事迹', '一刀去骨，又快又准。')));
    assert.equal((await run([next])).exit, 0, 'from now on it is known');
  });

  it('in whatever field: it survives the same sheet, and --take-sheet brings back what was imported', async () => {
    const imported = await filesIn(bench.folder);
    const edits: [string, (text: string) => string][] = [
      ['trade: "船体焊工"', (text) => `trade: ${JSON.stringify(text)}`],
      ['nominatingBody: "环翠区总工会"', (text) => `nominatingBody: ${JSON.stringify(text)}`],
      ['summary: "焊接能手。"', (text) => `summary: ${JSON.stringify(text)}`],
      ['name: "山东省技术能手"', (text) => `name: ${JSON.stringify(text)}`],
      ['skillLevel: "technician"', () => 'skillLevel: "senior-technician"'],
      ['route: "selfNomination"', () => 'route: "associationNomination"'],
      ['从业二十年。', (text) => text],
    ];
    const words = fc.array(fc.constantFrom('钳', '工', '海', '港', '匠', '心'), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: edits.length - 1 }), words), {
          selector: ([at]) => at,
          minLength: 1,
          maxLength: 4,
        }),
        async (chosen) => {
          for (const [at, text] of chosen) {
            const [from, to] = edits[at] ?? ['', String];
            await byHand(from, to(text.join('')));
          }
          const hand = await filesIn(bench.folder);
          assert.equal((await run([same])).exit, 2);
          assert.deepEqual(await filesIn(bench.folder), hand);
          assert.equal((await run([same], { 'keep-edited': true })).exit, 0);
          assert.deepEqual(await filesIn(bench.folder), hand);
          assert.equal((await run([same], { 'take-sheet': true })).exit, 0);
          assert.deepEqual(await filesIn(bench.folder), imported);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('the list and the photos', () => {
  beforeEach(anImport);

  it('an order and its words changed by hand', async () => {
    const file = join(bench.folder, 'roster.json');
    const roster = JSON.parse(await readFile(file, 'utf8')) as { orderedBy: string; people: object[] };
    await writeFile(file, JSON.stringify({ ...roster, orderedBy: '按姓氏笔画排序', people: roster.people.reverse() }));
    const sheet = await put(bench, '序.xlsx', xlsxFile([{ name: 'a', rows: [['排名不分先后'], HEAD, LI, WANG] }]));
    const asked = await run([sheet]);
    assert.deepEqual([asked.exit, codes(asked)], [2, ['import-edited-list']]);
    assert.ok(
      asked.text.includes(
        '名单不是（或分不清是不是）上次导入时的样子，这份表写得不同：排序说明现在“按姓氏笔画排序”，表里“排名不分先后”；次序现在“王芳、李明”，表里“李明、王芳”。保留现在的请加 --keep-edited，改用表里的请加 --take-sheet。',
      ),
      asked.text,
    );
    const hand = await filesIn(bench.folder);
    await run([sheet], { 'keep-edited': true });
    assert.deepEqual(await filesIn(bench.folder), hand);
    await run([sheet], { 'take-sheet': true });
    assert.match(await readFile(file, 'utf8'), /"排名不分先后"[^]*李明[^]*王芳/);
  });

  it('a photo exchanged by hand', async () => {
    const picture = (background: string): Promise<Buffer> =>
      sharp({ create: { width: 600, height: 800, channels: 3, background } })
        .jpeg()
        .toBuffer();
    await put(bench, '照片/李明.jpg', await picture('#336699'));
    const photos = { photos: join(bench.root, 'in/照片'), 'photo-credit': '单位供图', 'photo-consent': '本人书面同意' };
    assert.equal((await run([same], photos)).exit, 0);
    const file = join(bench.folder, 'photos', `${id}.jpg`);
    await writeFile(file, await picture('#993333'));
    await byHand('credit: "单位供图"', 'credit: "王某 摄影"');
    const hand = await filesIn(bench.folder);
    const asked = await run([same], photos);
    assert.deepEqual([asked.exit, codes(asked)], [2, ['import-edited-by-hand']]);
    assert.ok(
      asked.text.includes('照片现在“原照片”，表里“换照片”；照片署名现在“王某 摄影”，表里“单位供图”。'),
      asked.text,
    );
    assert.equal((await run([same], { ...photos, 'keep-edited': true })).exit, 0);
    assert.deepEqual(await filesIn(bench.folder), hand);
    assert.equal((await run([same], { ...photos, 'take-sheet': true })).exit, 0);
    assert.notEqual((await filesIn(bench.folder))[`photos/${id}.jpg`], hand[`photos/${id}.jpg`]);
  });
});

describe('comments', () => {
  beforeEach(anImport);

  it('of a person’s file stay where they are', async () => {
    const file = await byHand(
      '---\nname: "李明"\n',
      '---\n# 经办人核对过身份证\nname: "李明" # 读作 míng\n# 以下为单位\n',
    );
    const sheet = await put(bench, '改.xlsx', list(withCell(LI, '工种', '电焊工'), WANG));
    assert.equal((await run([sheet])).exit, 0);
    assert.equal(await readFile(own, 'utf8'), file.replace('船体焊工', '电焊工'));
    const more = withCell(withCell(withCell(LI, '工种', '电焊工'), '技能等级', ''), '个人自述', '从业二十一年。');
    assert.equal((await run([await put(bench, '再改.xlsx', list(more, WANG))])).exit, 0);
    assert.equal(
      await readFile(own, 'utf8'),
      file.replace('船体焊工', '电焊工').replace('skillLevel: "technician"\n', '').replace('二十年', '二十一年'),
    );
  });

  it('that would be lost are named with their line, and nothing is written', async () => {
    await byHand('honours:\n', 'honours:\n  # 证书已验\n');
    const before = await filesIn(bench.content);
    const sheet = await put(bench, '改.xlsx', list(withCell(LI, '荣誉', '2022 全国技术能手（国家级）'), WANG));
    const outcome = await run([sheet], { 'take-sheet': true });
    assert.deepEqual([outcome.exit, codes(outcome)], [1, ['import-comment-lost']]);
    const line = (await readFile(own, 'utf8')).split('\n').indexOf('  # 证书已验') + 1;
    assert.ok(
      outcome.text.includes(
        `candidates/${id}.md 第 ${line} 行\n    这里的注释写在“荣誉”里面，导入要重写这一项，注释会丢失。请把注释移到这一项以外单独成行，或删去它，再导入。 [import-comment-lost]`,
      ),
      outcome.text,
    );
    assert.deepEqual(await filesIn(bench.content), before);
  });
});

describe('imported.json', () => {
  beforeEach(anImport);

  it('holds digests alone, is accepted in the content, and stays byte for byte when nothing changes', async () => {
    const text = await readFile(join(bench.folder, 'imported.json'), 'utf8');
    assert.ok(importedSchema.safeParse(JSON.parse(text)).success);
    assert.doesNotMatch(text, /李明|威海|焊/);
    const { findings } = parseTree((await readTree(bench.content)) ?? []);
    assert.deepEqual(
      findings.filter(({ where }) => where.file.endsWith('imported.json')),
      [],
    );
    const files = await filesIn(bench.content);
    assert.equal((await run([same])).exit, 0);
    assert.deepEqual(await filesIn(bench.content), files);
  });

  it('spoilt by hand, stops the import', async () => {
    await writeFile(join(bench.folder, 'imported.json'), '{"people":{},"note":1}');
    await assert.rejects(run([same]), {
      message:
        '这一届现有的文件 programmes/weihai-craftsman/rounds/2023/imported.json 有错误，先运行 npm run check 并改正，再导入。',
    });
  });

  it('forgets a person who is taken down', async () => {
    const tree = (await readTree(bench.content)) ?? [];
    const folder = parseTree(tree).readable?.programmes[0]?.rounds[0];
    assert.ok(folder);
    const erased = new Map(erasePerson(tree, folder, id));
    const record = importedSchema.parse(JSON.parse(erased.get(folder.imported?.file ?? '') ?? ''));
    assert.deepEqual(
      Object.keys(record.people),
      Object.keys(folder.imported?.data.people ?? {}).filter((one) => one !== id),
    );
  });
});

describe('the answers', () => {
  beforeEach(anImport);

  it('on a terminal are given person by person', async () => {
    await byHand('焊接能手。', '焊接能手，带徒十人。');
    const said: string[] = [];
    const asking = async (reply: string): Promise<string[]> => {
      const terminal: Terminal = {
        ask: (prompt) => (said.push(prompt), Promise.resolve(reply)),
        say: (line) => void said.push(line),
        close: () => undefined,
      };
      const { planned } = await prepareImport(aRequest(bench, [same]), {
        ...quiet,
        random: counting(),
        answerEdits: (edited) => askedEdits(edited, terminal),
      });
      return planned.findings.map(({ code }) => code);
    };
    assert.deepEqual(await asking('1'), ['import-edited-kept', 'import-bodies-new']);
    assert.deepEqual(said, [
      `李明（威海甲船业有限公司，编号 ${id}）在上次导入以后手工改过（或更正过）：`,
      '  简要事迹现在“焊接能手，带徒十人。”，表里“焊接能手。”',
      '保留现在的（1），改用表里的（2），直接回车为以后再定：',
    ]);
    assert.deepEqual(await asking('2'), ['import-bodies-new']);
    assert.deepEqual(await asking(''), ['import-edited-by-hand', 'import-bodies-new']);
  });

  it('as flags are refused where they contradict or belong to nobody', async () => {
    for (const [values, message] of [
      [{ 'keep-edited': true, 'take-sheet': true }, '--keep-edited 和 --take-sheet 只能写一个。'],
      [{ 'keep-person': ['a'], 'take-person': ['a'] }, '同一个编号只能写 --keep-person 或 --take-person。'],
      [{ 'take-person': ['../a'] }, '--take-person 要写编号，例如 --take-person k7mq2xd。'],
    ] as const) {
      await assert.rejects(
        async () => run([same], values),
        (error: Error) => error instanceof UsageError && error.message === message,
      );
    }
    assert.deepEqual(codes(await run([same], { 'keep-person': ['zzzzzzz'] })), ['import-answer-unused']);
  });
});
