import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import { Arguments, UsageError } from '#pipeline/commands/command-line.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { formCommand } from '#pipeline/intake/form-command.ts';

const OFFICES = join(import.meta.dirname, '..', '..', 'fixtures', 'offices');
const FORM = join(OFFICES, 'own-baotou-form', 'in', '包头审批表', '乌兰其其格 推荐审批表.docx');

describe('npm run form -- learn', () => {
  let root: string;
  let content: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'form-'));
    content = join(root, 'content');
    await cp(join(import.meta.dirname, '..', '..', 'fixtures', 'content', 'base'), content, { recursive: true });
  });
  after(() => rm(root, { recursive: true, force: true }));

  const learn = (more: Record<string, string> = {}) =>
    formCommand.run(
      new Arguments({ content, programme: 'chenghu-craftsman', id: 'nomination', clause: '附件1', ...more }, [
        'learn',
        FORM,
      ]),
    );

  it('takes no proposal unasked: without a terminal every label is listed, to be answered in a file', async () => {
    await assert.rejects(learn(), (error) => {
      assert.ok(error instanceof UsageError);
      const [first, ...lines] = error.message.split('\n');
      assert.equal(
        first,
        '这里不能提问，表上的每一项都要有人写明是什么。把下面几行存成一个文本文件，逐行核对、补全等号后面的含义，再用 --answers 指明（已写的含义是建议）：',
      );
      assert.ok(lines.includes('姓名=姓名') && lines.includes('是否工会会员='));
      assert.match(lines.at(-1) ?? '', /^含义可写：姓名、.*不是一项。什么也没有写。$/);
      return true;
    });
    assert.deepEqual((await readContent(content)).readable?.programmes[0]?.forms, undefined);
  });

  it('refuses an answer for a label that is not there, and a word that is none', async () => {
    const file = join(root, '回答.txt');
    await writeFile(file, '星座=不公开\n');
    await assert.rejects(learn({ answers: file }), /第 1 行的标签不在这张表上/);
    await writeFile(file, '是否工会会员=也许\n');
    await assert.rejects(learn({ answers: file }), /第 1 行的含义读不懂/);
  });

  it('writes the form, values in none of its labels, and the content reads it', async () => {
    const file = join(root, '回答.txt');
    const { message } = await learn().then(
      () => assert.fail('learnt without an answer'),
      (error: UsageError) => error,
    );
    const listed = message.split('\n').filter((line) => line.includes('=') && !line.startsWith('这里'));
    const answered = listed
      .map((line) => line.replace(/^是否工会会员=$/u, '是否工会会员=不是一项'))
      .map((line) => line.replace(/^工作年限=.*$/u, '工作年限＝从事本工种年限'));
    await writeFile(file, `\uFEFF${answered.join('\r\n')}\r\n`);
    const { exit } = await learn({ answers: file, name: '推荐审批表' });
    assert.equal(exit, 0);
    const written = await readFile(join(content, 'programmes/chenghu-craftsman/forms/nomination.json'), 'utf8');
    const form = JSON.parse(written) as ProgrammeForm;
    assert.deepEqual([form.name, form.clause, form.kind], ['推荐审批表', '附件1', 'person']);
    const means = Object.fromEntries(form.fields.map(({ label, means }) => [label, means]));
    assert.equal(means['工作单位及职务'], 'employer-and-post');
    assert.equal(means['身份证号'], 'identity');
    assert.equal(means['民族'], 'private');
    assert.equal(means['是否工会会员'], 'no-field');
    assert.equal(means['工作年限'], 'yearsInTrade');
    assert.equal(means['旗县区（产业）工会意见'], 'no-field');
    assert.ok(!written.includes('乌兰其其格') && !written.includes('150202'));
    const read = await readContent(content);
    assert.deepEqual(
      read.findings.filter(({ where }) => where.file.includes('/forms/')),
      [],
    );
    assert.equal(read.readable?.programmes[0]?.forms?.length, 1);
  });
});
