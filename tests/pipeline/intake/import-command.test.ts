import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { parse } from 'parse5';
import { Arguments, type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { HEAD, PERSON } from './hostile-files.ts';
import { aBench, type Bench, clear, filesIn, put } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const list = (...rows: string[][]): Uint8Array => xlsxFile([{ name: '汇总表', rows: [HEAD, ...rows] }]);
const OTHER = ['2', '李明', '威海丁电机有限公司', '装配钳工', '高级工', '个人自荐', '环翠区总工会', '装配能手。'];

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** As an office runs it where nobody can be asked: all three streams are pipes. */
function run(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/import.ts', ...args], { cwd: ROOT, stdio: 'pipe' });
    const ran: Ran = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (ran.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ran.stderr += chunk.toString()));
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

/** The same in this process, with its flags as values. */
function here(paths: string[], values: Record<string, unknown>): Promise<Outcome> {
  const given = { round: bench.round, content: bench.content, 'ordered-by': '排名不分先后', ...values };
  return importCommand.run(new Arguments(given, paths));
}

let bench: Bench;
let good: string;
let common: string[];
before(async () => {
  bench = await aBench();
  good = await put(bench, '名单.xlsx', list(PERSON));
  common = ['--round', bench.round, '--content', bench.content, '--ordered-by', '排名不分先后'];
});
after(() => clear(bench));

interface Json {
  columns: { head: string; use: string; field?: string }[];
  people: Record<string, unknown>[];
  findings: { code: string; level: string; where: object; message: string }[];
  plan: object;
}

describe('npm run import where nobody can be asked', () => {
  let untouched: Record<string, string>;
  beforeEach(async () => {
    untouched = await filesIn(bench.content);
  });

  it('shows the plan, writes nothing and names the flags: exit 2', async () => {
    const { code, stdout } = await run(good, ...common);
    assert.equal(code, 2);
    assert.match(stdout, /＋ 新增 {2}1\. 李明（威海甲船业有限公司） 船体焊工/);
    assert.match(
      stdout,
      /新增 1 人，改动 0 人，未变 0 人，名单中消失 0 人。这里不能提问，什么也没有写入；确认写入请加 --yes，只看计划请加 --check-only。/,
    );
    assert.deepEqual(await filesIn(bench.content), untouched);
  });

  it('--check-only writes nothing and says what every rule will say: exit 1 where that is an error', async () => {
    const { code, stdout, stderr } = await run(good, ...common, '--check-only');
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /\n写入以后，按全部规则检查这一届：\n/);
    assert.match(stdout, /缺少“弘扬践行工匠精神情况”的文字.*\[text-missing\]/);
    assert.match(stdout, /只看计划，什么也没有写入。\n$/);
    assert.deepEqual(await filesIn(bench.content), untouched);
  });

  it('--json prints columns, people, findings and plan, and nothing else', async () => {
    const { code, stdout, stderr } = await run(good, ...common, '--check-only', '--json');
    assert.deepEqual([code, stderr], [1, '']);
    const json = JSON.parse(stdout) as Json;
    assert.deepEqual(Object.keys(json), ['columns', 'people', 'findings', 'afterwards', 'plan', 'files']);
    assert.deepEqual(json.plan, { new: 1, changed: 0, unchanged: 0, gone: 0 });
    assert.deepEqual(
      json.columns.map(({ head, field }) => [head, field]),
      [
        ['序号', undefined],
        ['姓名', 'name'],
        ['工作单位', 'employer'],
        ['工种', 'trade'],
        ['技能等级', 'skillLevel'],
        ['推荐方式', 'route'],
        ['推荐单位', 'nominatingBody'],
        ['简要事迹', 'summary'],
      ],
    );
    assert.deepEqual(
      json.people.map((person) => ({ ...person, id: undefined })),
      [
        {
          id: undefined,
          name: '李明',
          employer: '威海甲船业有限公司',
          trade: '船体焊工',
          skillLevel: 'technician',
          route: 'selfNomination',
          nominatingBody: '环翠区总工会',
          conditions: [],
          summary: '焊接能手。',
          honours: [],
          signatureSkills: [],
          workMethods: [],
          patents: [],
          figures: [],
          timeline: [],
          lineage: [],
          process: [],
          works: [],
          texts: {},
        },
      ],
    );
    assert.deepEqual(json.findings, []);
  });

  it('errors are findings with their place, in the same JSON: exit 1', async () => {
    const bad = await put(bench, '有错.xlsx', list(PERSON.map((text) => (text === '技师' ? '大师' : text))));
    const { code, stdout } = await run(bad, ...common, '--yes', '--json');
    assert.equal(code, 1);
    const { findings } = JSON.parse(stdout) as Json;
    assert.deepEqual(findings, [
      {
        code: 'import-word-unknown',
        level: 'error',
        where: { file: '有错.xlsx', cell: 'E2', line: 2, field: '技能等级', person: '李明' },
        message: '这一格的写法对不上。只能写下列之一：初级工、中级工、高级工、技师、高级技师、特级技师、首席技师。',
      },
    ]);
    assert.deepEqual(await filesIn(bench.content), untouched);
  });

  it('a file that is no list is a finding as well', async () => {
    const { exit, json: value } = await here([join(bench.root, 'in', '没有.xlsx')], {});
    assert.equal(exit, 1);
    const json = value as Json;
    assert.deepEqual(
      json.findings.map((one) => one.code),
      ['import-file-missing'],
    );
    assert.deepEqual(json.plan, { new: 0, changed: 0, unchanged: 0, gone: 0 });
  });

  it('wrong usage is one sentence, exit 2', async () => {
    const { code, stderr } = await run('--round', bench.round);
    assert.equal(code, 2);
    assert.match(stderr, /^缺少名单文件。.*\n用法见：npm run import -- --help\n$/);
    for (const [values, said] of [
      [{ round: undefined }, /缺少 --round/],
      [{ same: ['x'] }, /--same 要写成“行号=编号”/],
      [{ new: ['x'] }, /--new 要写行号/],
      [{ remove: ['../x'] }, /--remove 要写编号/],
      [{ all: ['x'] }, /--all 要写成“列名=内容”/],
      [{ 'ordered-by': '电话13900000001' }, /^--ordered-by 要写一行文字，例如 --ordered-by 排名不分先后。$/],
    ] as const) {
      await assert.rejects(
        here([good], values),
        (error: Error) => error instanceof UsageError && said.test(error.message),
      );
    }
  });

  it('a round that is not there is refused with those there are', async () => {
    const { code, stderr } = await run(good, '--round', '../../etc', '--content', bench.content);
    assert.equal(code, 1);
    assert.match(stderr, /没有（或读不出）“\.\.\/\.\.\/etc”这一届。现有：weihai-craftsman\/2023/);
  });

  it('a file named after an identity number is not repeated', async () => {
    const named = await put(bench, '37100219750302123X名单.xlsx', list(PERSON));
    const { text, json } = await here([named], { 'check-only': true });
    assert.doesNotMatch(text + JSON.stringify(json), /19750302/);
  });
});

describe('npm run import --yes', () => {
  it('writes, and says what the rules think of the round now', async () => {
    const report = join(bench.root, '核对.html');
    const { code, stdout } = await run(good, ...common, '--yes', '--report', report);
    assert.equal(code, 0);
    assert.match(stdout, /已写入 weihai-craftsman\/2023：新增 1 人/);
    const [, errors] = /核对：按全部规则检查这一届，共 (\d+) 个错误/.exec(stdout) ?? [];
    assert.ok(Number(errors) > 0);
    assert.equal(
      stdout.trimEnd().split('\n').at(-1),
      `写入以后检查还有 ${errors} 个错误。名单已经写入，批准以前要改完：上面的提醒写了选项的（--all、--from 等），加上选项把同样的文件再导入一次；其余照每条后面的办法做。改完运行 npm run check -- --content ${bench.content}，没有错误了再出校样。`,
    );
    const page = await readFile(report, 'utf8');
    assert.ok(page.includes('李明') && page.includes('导入核对'));
    assert.doesNotMatch(page, /<script|<link|src="(?!data:)|href=/);
    const faults: string[] = [];
    parse(page, { onParseError: ({ code: fault }) => faults.push(fault) });
    assert.deepEqual(faults, []);
  });

  it('says when there is nothing to write', async () => {
    const untouched = await filesIn(bench.content);
    const { exit, text } = await here([good], { yes: true });
    assert.equal(exit, 0);
    assert.match(text, /与内容目录里的完全一样，不需要写入。/);
    assert.deepEqual(await filesIn(bench.content), untouched);
  });

  it('takes the answer to who somebody is from a flag', async () => {
    const moved = await put(bench, '改动.xlsx', list(OTHER));
    const asked = await here([moved], { yes: true });
    assert.equal(asked.exit, 1);
    const [, id = ''] = /是同一个人请加 --same 2=(\w+)，是另一个人请加 --new 2。/.exec(asked.text) ?? [];
    const { exit, text } = await here([moved], { yes: true, same: [`2=${id}`] });
    assert.equal(exit, 0);
    assert.match(text, /工作单位：“威海甲船业有限公司” → “威海丁电机有限公司”/);
    assert.ok(`candidates/${id}.md` in (await filesIn(bench.folder)));
  });

  it('never quotes a private value, wherever it was hidden', async () => {
    const secrets = ['13900000001', '37100219750302123X', '6222020200112230', 'limin@example.org'];
    const [phone = '', identity = '', card = '', mail = ''] = secrets;
    const rows = [
      [...HEAD, '手机', '其他', identity],
      [...PERSON.slice(0, 7), `焊接能手，电话${phone}`, phone, `卡号${card}`, mail],
      ['2', `王芳${identity}`, `乙公司${mail}`, phone, card, identity, mail, phone],
      [`联系人：赵强 ${phone}`],
    ];
    const file = await put(
      bench,
      '泄漏.xlsx',
      xlsxFile([
        { name: `表${phone}`, rows },
        { name: 'b', state: 'hidden', rows: [[identity]] },
      ]),
    );
    const report = join(bench.root, '泄漏.html');
    for (const flags of [{ yes: true }, { 'check-only': true, report }]) {
      const { exit, text, json } = await here([file], flags);
      assert.equal(exit, 1);
      for (const secret of secrets) assert.ok(!(text + JSON.stringify(json)).includes(secret), secret);
    }
    const page = await readFile(report, 'utf8');
    for (const secret of secrets) assert.ok(!page.includes(secret), secret);
  });

  it('is not stopped by a fault in somebody else’s files', async () => {
    await writeFile(join(bench.content, 'programmes', 'x.txt'), 'x');
    assert.equal((await here([good], { 'check-only': true, same: ['2=zz'] })).exit, 1, 'an id of nobody');
    const { text } = await here([join(bench.root, 'in', '改动.xlsx')], { 'check-only': true });
    assert.match(text, /只看计划，什么也没有写入。\n$/);
  });
});
