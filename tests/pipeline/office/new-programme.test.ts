import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { terminalOn } from '#pipeline/commands/ask.ts';
import { insertValue, removeValue } from '#pipeline/content/insert-value.ts';
import { newProgrammeAsked } from '#pipeline/office/programme/new-programme-command.ts';
import { aContent, aFolder, given, retype, snapshot } from '#tests/office.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'sixth');
const NOTICE = join(FIXTURES, '通知.txt');

/** The answers of 荷城 with one line typed otherwise. */
async function answersWith(from: string, to: string): Promise<string> {
  const folder = await aFolder();
  const path = join(folder, '回答.txt');
  await writeFile(path, await readFile(join(FIXTURES, '回答.txt')));
  await retype(folder, '回答.txt', from, to);
  return path;
}

describe('new-programme refuses', () => {
  for (const [what, from, to, said] of [
    [
      'words that the notice does not have',
      '｜获得市级以上'.slice(1),
      '获得县级以上',
      '“条件”第 1 项：「原话」在通知里没有找到这句话（空格和换行不计，逐字比对）。请从通知里照抄一段原话。',
    ],
    [
      'a number that the quoted words do not have',
      '名额=不超过6名',
      '名额=不超过8名',
      '“名额”：原话里没有 8 这个数。请核对数字，或照抄写着它的那句话。',
    ],
    [
      'days where the notice says working days',
      '公示天数=5工作日',
      '公示天数=5天',
      '“公示天数”：原话写的是工作日，天数请照写，例如 5工作日。',
    ],
    [
      'a kind of stage that there is none of',
      '专家评审｜专家评审',
      '专家评审｜开会',
      '“阶段”第 3 项：「哪一种（推荐申报、资格审核、网络投票、专家评审、技能展示、答辩、审定、公示、命名）」只能写 推荐申报、资格审核、网络投票、专家评审、技能展示、答辩、审定、公示、命名 之一。',
    ],
    ['a key used twice', '荷城工匠｜craftsman', '荷城工匠｜great', '“档次”第 2 项：编号 great 已经用过，请换一个。'],
    [
      'an answer that is missing',
      '对异议的规定=对公示人选有异议并经查实的，取消其资格。',
      '',
      "缺少“对异议的规定”。请写 --objection '原话｜条款'，或在回答文件里写一行：对异议的规定=原话｜条款。",
    ],
  ] as const)
    it(what, async () => {
      const content = await aContent();
      const before = await snapshot(content);
      const answers = await answersWith(from, to);
      await assert.rejects(
        newProgrammeAsked(given({ content, id: 'hecheng-craftsman', notice: NOTICE, answers }), undefined),
        { message: `${said}\n什么也没有写。` },
      );
      assert.deepEqual(await snapshot(content), before);
    });

  it('a programme that is there, unless it is to be extended', async () => {
    const content = await aContent();
    await assert.rejects(newProgrammeAsked(given({ content, id: 'chenghu-craftsman' }), undefined), {
      message: '已经有活动 chenghu-craftsman，没有覆盖。要补充它请加 --extend，另立请换一个 --id。',
    });
  });

  it('a line of the answers that is no answer', async () => {
    const content = await aContent();
    const answers = await answersWith('地区=示例省荷城市', '地点=示例省荷城市');
    await assert.rejects(newProgrammeAsked(given({ content, id: 'x', answers }), undefined), (error: Error) =>
      error.message.startsWith(
        `--answers ${answers}：第 3 行不是“项目=回答”，或没有这个项目。可写的项目有：活动名称、称号、`,
      ),
    );
  });
});

describe('new-programme says', () => {
  it('where a clause is not the one that the words stand in', async () => {
    const content = await aContent();
    const answers = await answersWith(
      '已获得“荷城工匠”称号的，不再申报。',
      '已获得“荷城工匠”称号的，不再申报。｜｜｜二、（一）',
    );
    const outcome = await newProgrammeAsked(given({ content, id: 'hecheng', notice: NOTICE, answers }), undefined);
    assert.equal(outcome.exit, 0);
    assert.ok(
      outcome.text.includes('△ “获过的不再申报”的条款写的是“二、（一）”，通知里这句话在“二、（三）”。请核对。'),
    );
  });
});

describe('new-programme on a terminal', () => {
  it('goes a step back, asks a wrong answer again, and keeps what was said when the input ends', async () => {
    const content = await aContent();
    const record = join(await aFolder(), '回答.txt');
    const [input, output] = [new PassThrough(), new PassThrough()];
    const shown: string[] = [];
    output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
    const terminal = terminalOn(input, output);
    input.end(['上一步', '荷城工将', '上一步', '荷城工匠', '', '', '示例省荷城市'].join('\n') + '\n');
    const before = await snapshot(content);
    await assert.rejects(newProgrammeAsked(given({ content, id: 'hecheng', answers: record }), terminal), {
      message: '没有回答完就结束了，什么也没有写。',
    });
    terminal.close();
    const text = shown.join('');
    assert.match(text, /　这已经是第一项。/u);
    assert.match(text, /　这一项必须填写。/u);
    assert.equal(await readFile(record, 'utf8'), '活动名称=荷城工匠\n称号=荷城工匠\n地区=示例省荷城市\n');
    assert.deepEqual(await snapshot(content), before);
  });
});

describe('new-programme --extend', () => {
  const extend = async (content: string, more: Record<string, string | string[] | boolean>) =>
    newProgrammeAsked(given({ content, id: 'chenghu-craftsman', extend: true, ...more }), undefined);
  const file = 'programmes/chenghu-craftsman/programme.md';

  it('adds lines and leaves every other one alone', async () => {
    const content = await aContent();
    const before = (await readFile(join(content, file), 'utf8')).split('\n');
    const outcome = await extend(content, { district: ['澄湖区', '澄北县'], remark: ['通知没有写明名单的次序。'] });
    assert.equal(outcome.exit, 0);
    const now = (await readFile(join(content, file), 'utf8')).split('\n');
    assert.deepEqual(
      now.filter((line) => !before.includes(line)),
      ['districts:', '  - "澄湖区"', '  - "澄北县"', 'remarks:', '  - "通知没有写明名单的次序。"'].filter(
        (line) => !before.includes(line),
      ),
    );
    assert.deepEqual(
      before.filter((line) => !now.includes(line)),
      [],
    );
  });

  it('does not change a rule that stands, unless it is told to', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const objection = ['异议成立的，取消资格。｜三'];
    await assert.rejects(extend(content, { objection }), {
      message: '“对异议的规定”已经写明，没有改动。确要改写，请加 --replace。什么也没有写。',
    });
    assert.deepEqual(await snapshot(content), before);
    assert.equal((await extend(content, { objection, replace: true })).exit, 0);
    const now = await readFile(join(content, file), 'utf8');
    const [, matter = ''] = now.split('---\n');
    const { rules } = parse(matter) as { rules: { objection: unknown } };
    assert.deepEqual(rules.objection, { text: '异议成立的，取消资格。', clause: '三' });
  });

  it('refuses what would bring an error into a round that stands', async () => {
    const content = await aContent();
    const before = await snapshot(content);
    const outcome = await extend(content, {
      'years-in-trade': ['40｜从事本工种40年以上｜二'],
      replace: true,
    });
    assert.equal(outcome.exit, 1);
    assert.match(outcome.text, /没有写 chenghu-craftsman，什么也没有改动。\n$/u);
    assert.deepEqual(await snapshot(content), before);
  });

  it('carries forms that were learnt elsewhere, and takes nothing else for one', async () => {
    const content = await aContent();
    const folder = await aFolder();
    const path = join(folder, 'nomination.json');
    const form = { name: '推荐表', clause: '附件1', kind: 'person', fields: [{ label: '姓名', means: 'name' }] };
    await writeFile(path, JSON.stringify(form));
    assert.equal((await extend(content, { form: [path] })).exit, 0);
    const written = join(content, 'programmes/chenghu-craftsman/forms/nomination.json');
    assert.deepEqual(JSON.parse(await readFile(written, 'utf8')), { ...form, summaryFrom: [] });
    await assert.rejects(extend(content, { form: [path] }), {
      message: '活动 chenghu-craftsman 已经有一张叫 nomination 的表，没有改动。确要改写，请加 --replace。',
    });
    await writeFile(path, JSON.stringify({ ...form, fields: [{ label: '姓名', means: 'anything' }] }));
    await assert.rejects(extend(content, { form: [path], replace: true }), {
      message: `--form ${path} 不是 form -- learn 写成的表。请用 npm run form -- learn 重新教一次。`,
    });
    await assert.rejects(extend(content, { form: ['推荐表.docx'] }), {
      message:
        '--form 推荐表.docx 要写 form -- learn 写成的 .json，文件名用小写英文字母、数字和短横线。要教一张 .docx、.xlsx 的表，请用：npm run form -- learn 表.docx --programme chenghu-craftsman。',
    });
  });
});

describe('a value put into front matter', () => {
  const text = '---\na: "1" # kept\nlist:\n  - "x"\nflow: ["y"]\nmap:\n  b:\n    - key: "k"\n      n: 1\n---\n\nbody\n';
  it('goes to the end of its list, or of its map, at the right depth', () => {
    assert.equal(insertValue(text, ['list'], 'z', true), text.replace('- "x"\n', '- "x"\n  - "z"\n'));
    assert.equal(insertValue(text, ['flow'], 'z', true), text.replace('["y"]', '["y", "z"]'));
    assert.equal(
      insertValue(text, ['map', 'b'], { key: 'm', n: 2 }, true),
      text.replace('      n: 1\n', '      n: 1\n    - key: "m"\n      n: 2\n'),
    );
    assert.equal(
      insertValue(text, ['map', 'c', 'd'], ['e']),
      text.replace('      n: 1\n', '      n: 1\n  c:\n    d:\n      - "e"\n'),
    );
  });
  it('is not put over one that stands, and can be taken out', () => {
    assert.equal(insertValue(text, ['a'], '2'), undefined);
    assert.equal(removeValue(text, ['list']), text.replace('list:\n  - "x"\n', ''));
  });
});
