import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { carriedOut } from '#pipeline/commands/run-command.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { aBench, type Bench, clear, put } from './office-bench.ts';
import { docxFile, xlsxFile } from './office-files.ts';

const HEAD = ['姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹', '带出高徒'];
const LI = ['李明', '威海甲船业有限公司', '船体焊工', '特级大师', '个人自荐', '环翠区总工会', '焊接能手。', '徒弟三人'];

interface Json {
  people: { skillLevel?: string; mentoring?: string }[];
  findings: { code: string; message: string; where: { cell?: string } }[];
}

describe('an import whose file stays as it is', () => {
  let bench: Bench;
  let sheet: string;
  let word: string;
  before(async () => {
    bench = await aBench();
    sheet = await put(
      bench,
      '名单.xlsx',
      xlsxFile([
        { name: '拟命名', rows: [HEAD, LI] },
        { name: '说明', rows: [['甲']] },
      ]),
    );
    word = await put(bench, '名单.docx', docxFile({ tables: [[HEAD, LI]] }));
  });
  after(() => clear(bench));

  const planned = async (...words: string[]): Promise<{ exit: number; text: string; json: Json }> => {
    const all = [...words, '--round', bench.round, '--content', bench.content, '--check-only'];
    const { exit, text, json } = await carriedOut(importCommand, all, Date.now);
    return { exit, text, json: json as Json };
  };

  it('takes a cell as it is told, of a sheet or of a table in Word', async () => {
    for (const [path, cell] of [
      [sheet, '名单.xlsx“拟命名”D2=高级技师'],
      [word, '名单.docx 第 2 行第 4 列=高级技师'],
    ] as const) {
      assert.ok((await planned(path)).json.findings.some(({ code }) => code === 'import-word-unknown'));
      const { json } = await planned(path, '--cell', cell, '--head', '带出高徒=传帮带');
      assert.deepEqual(
        json.people.map(({ skillLevel, mentoring }) => [skillLevel, mentoring]),
        [['senior-technician', '徒弟三人']],
      );
    }
  });

  it('says of a cell that is not there, a meaning and a spelling that there are none', async () => {
    const nowhere = await planned(word, '--cell', '名单.docx 第 9 行第 4 列=技师');
    assert.match(
      nowhere.text,
      /名单\.docx 第 9 行第 4 列\n {4}找不到要改的这一格，或者里面已经不是改的时候那样了，没有照改。/,
    );
    const meaning = await planned(word, '--head', '带出高徒=高徒');
    assert.match(meaning.text, /这一格的写法对不上。只能写下列之一：姓名、/);
    assert.deepEqual(await carriedOut(importCommand, [word, '--round', 'a/1', '--cell', 'D2'], Date.now), {
      exit: 2,
      json: { error: { code: 'usage', message: '--cell 要写成“文件 格=内容”，例如 --cell "名单.xlsx D2=高级技师"。' } },
      text: '--cell 要写成“文件 格=内容”，例如 --cell "名单.xlsx D2=高级技师"。\n',
      refused: 'usage',
    });
    assert.match(
      (await planned(word, '--head', '带出高徒')).text,
      /--head 要写成“列名=含义”，例如 --head 带出高徒=传帮带。/,
    );
  });
});
