import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { readContent } from '#pipeline/content/read-content.ts';
import { template } from '#pipeline/intake/sheet/template.ts';
import { workbook } from '#pipeline/intake/sheet/workbook.ts';
import { aFolder, run } from '#tests/office.ts';
import { there } from '#tests/there.ts';

const { readable } = await readContent('content');
const programmeOf = (id: string) => there(there(readable).programmes.find((folder) => folder.id === id));

async function parts(bytes: Uint8Array): Promise<Record<string, string>> {
  return Promise.resolve(
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)])),
  );
}

async function sheetsOf(bytes: Uint8Array): Promise<Record<string, (string | null)[][]>> {
  const { sheets } = await readXlsx(bytes);
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows as (string | null)[][]]));
}

describe('the blank roster', () => {
  it('of 威海工匠 has its columns: no tier, no conditions, its four texts and the personal statement', async () => {
    const { 汇总表: roster = [] } = await sheetsOf(await template(programmeOf('weihai-craftsman').programme.data, []));
    assert.deepEqual(roster[0], [
      '网站编号',
      '姓名',
      '工作单位',
      '岗位（职务）',
      '工种',
      '所属行业',
      '所属区县',
      '技能等级',
      '职称',
      '推荐方式',
      '推荐单位',
      '从事本工种年限',
      '简要事迹',
      '荣誉',
      '绝技绝活',
      '先进操作法',
      '专利',
      '传帮带',
      '弘扬践行工匠精神情况',
      '职业技能、绝技高招情况',
      '创新创造、突出贡献情况',
      '示范带动、领军作用情况',
      '个人自述',
      '照片署名',
      '照片同意',
      '姓名读音',
    ]);
  });

  it('has one example row, marked in the first column, that fits the programme', async () => {
    const { 汇总表: roster = [] } = await sheetsOf(
      await template(programmeOf('gangcheng-craftsman').programme.data, []),
    );
    const [head = [], example = [], ...rest] = roster;
    const byHead = new Map(head.map((name, index) => [name, example[index]]));
    assert.equal(byHead.get('网站编号'), '示例');
    assert.equal(byHead.get('档次'), '港城十大工匠');
    assert.equal(byHead.get('推荐方式'), '单位集中推荐');
    assert.equal(byHead.get('符合条件'), '1');
    assert.equal(byHead.get('专利'), '一种示例夹具；ZL 2020 2 0000000.1\n一种示例刀架');
    assert.ok(rest.every((row) => row.every((cell) => cell === null || cell === '')));
  });

  it('offers lists where the programme or the round fixes the values, and lets another value be kept', async () => {
    const { programme, rounds } = programmeOf('gangcheng-craftsman');
    const bodies = there(rounds[0]).round.data.nominatingBodies.map(({ name }) => name);
    const { sheets } = await readXlsx(await template(programme.data, bodies));
    const [roster, explanations] = sheets;
    const head = there(roster).rows[0] as string[];
    const lists = (there(roster).dataValidations ?? []).filter(({ type }) => type === 'list');
    const offered = lists.map(({ range, formula1, errorStyle }) => {
      const [, letter = '', from = '', to = ''] =
        /^'填表说明'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formula1 ?? '') ?? [];
      const column = [...letter].reduce((sum, character) => sum * 26 + character.charCodeAt(0) - 64, 0) - 1;
      const values = there(explanations)
        .rows.slice(Number(from) - 1, Number(to))
        .map((row) => row[column]);
      assert.equal(errorStyle, 'warning');
      return [head[range.charCodeAt(0) - 65], values];
    });
    assert.deepEqual(offered, [
      ['所属区县', programme.data.districts],
      ['技能等级', ['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师']],
      ['档次', ['港城十大工匠', '港城工匠']],
      ['推荐方式', ['单位集中推荐', '社团推荐', '个人自荐（须得到所在单位或行业协会认可）']],
      ['推荐单位', bodies],
    ]);
    assert.equal(bodies.length, 22);
  });

  it('keeps every cell as text, down to the 301st row, and hides nothing', async () => {
    const bytes = await template(programmeOf('baotou-craftsman').programme.data, []);
    const { sheets } = await readXlsx(bytes, { readStyles: true });
    const [roster] = sheets;
    const columns = there(there(roster).rows[0]).length;
    for (let row = 0; row <= 301; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const cell = there(roster).cells?.get(`${row},${column}`);
        assert.equal(cell?.style?.numFmt, '@', `row ${row + 1}, column ${column + 1}`);
      }
    }
    const xml = await parts(bytes);
    for (const [path, text] of Object.entries(xml)) {
      assert.doesNotMatch(text, /<f[ >]|hidden|<mergeCell|legacyDrawing|externalLink|macro/i, path);
    }
    assert.deepEqual(
      Object.keys(xml).filter((path) => /comment|vml|drawing|external|vba/i.test(path)),
      [],
    );
  });

  it('says in words what it is for and what must not be written', async () => {
    const { 填表说明: rows = [] } = await sheetsOf(await template(programmeOf('baotou-craftsman').programme.data, []));
    assert.deepEqual(there(rows[1]).slice(0, 2), [
      '本表',
      '包头工匠名单汇总表，依据《关于印发〈包头市2023年“包头工匠”选树工作方案〉的通知》（包总工办发〔2023〕2号）。一人一行，在“汇总表”里填写。',
    ]);
    assert.deepEqual(there(rows[3]).slice(0, 2), [
      '不要写的',
      '身份证号、手机号、住址、出生日期、银行账号等不公开的信息不要写进本表的任何一处。',
    ]);
    assert.deepEqual(there(rows.find((row) => row[0] === '符合条件')).slice(0, 3), [
      '符合条件',
      '写条件的序号，多项用顿号隔开，例如 1、2。依据：三。',
      '必填',
    ]);
  });

  it('is the same file every time', async () => {
    const { data } = programmeOf('weihai-craftsman').programme;
    assert.deepEqual(await template(data, []), await template(data, []));
  });
});

describe('a workbook', () => {
  const values = [
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://evil.example.org","x")',
    '#N/A',
    '#REF!',
    '110101190001011234',
    '0631',
    '1975.10',
    '1E5',
    'TRUE',
    '2024-09-11',
    '_x0041_',
    '<b>&amp;"\'',
    '第一行\n第二行',
    ' 前后有空格 ',
    '李　明',
    '𠮷野',
  ];

  it('reads back as it was written: no formula, no number, no date, no error', async () => {
    const sheet = { name: '表', columns: [{ header: '值', width: 20 }], rows: values.map((value) => [value]) };
    const bytes = await workbook([sheet]);
    const { sheets } = await readXlsx(bytes);
    assert.deepEqual(
      there(sheets[0]).rows.map((row) => row[0]),
      ['值', ...values],
    );
    const xml = there((await parts(bytes))['xl/worksheets/sheet1.xml']);
    assert.doesNotMatch(xml, /<f[ >]|t="(?:e|n|b|d|str)"/);
    assert.equal((xml.match(/<c /g) ?? []).length, values.length + 1);
    assert.equal((xml.match(/ t="(?:s|inlineStr)"/g) ?? []).length, values.length + 1);
  });
});

describe('npm run template', () => {
  it('names the file and its columns, and never overwrites what somebody may have filled in', async () => {
    const out = join(await aFolder(), '汇总表.xlsx');
    const first = run('template', '--programme', 'weihai-chief-technician', '--out', out);
    assert.equal(first.exit, 0, first.err);
    assert.equal(
      first.out,
      `已生成威海市首席技师的空白汇总表：${out}\n共 24 列：网站编号、姓名、工作单位、岗位（职务）、工种、所属行业、所属区县、技能等级、职称、推荐方式、推荐单位、从事本工种年限、区县公示首日、区县公示截止、简要事迹、荣誉、绝技绝活、先进操作法、专利、传帮带、事迹材料、照片署名、照片同意、姓名读音。\n`,
    );
    assert.equal(
      run('template', '--programme', 'weihai-chief-technician', '--out', out).exit,
      0,
      'the same file again',
    );
    await writeFile(out, 'filled in');
    const second = run('template', '--programme', 'weihai-chief-technician', '--out', out);
    assert.deepEqual(
      [second.exit, second.err],
      [1, `${out} 已经存在，可能已有人填写，没有覆盖。请换一个文件名，或先移走它。\n`],
    );
    assert.equal(await readFile(out, 'utf8'), 'filled in');
  });

  it('asks for what is missing by its name', async () => {
    const out = join(await aFolder(), 'a.xlsx');
    const cases: [string[], number, RegExp][] = [
      [['--out', out], 2, /^缺少 --programme（哪个选树活动），或用 --round 写明哪一届。请补上。/],
      [['--programme', 'weihai-craftsman'], 2, /^缺少 --out。请补上。/],
      [['--programme', 'weihai-craftsman', '--out', 'a.xls'], 2, /^--out 要以 \.xlsx 结尾，例如 --out 汇总表\.xlsx。/],
      [
        ['--programme', 'taishan', '--out', out],
        1,
        /^内容目录里没有（或读不出）选树活动“taishan”。现有：baotou-craftsman、/,
      ],
      [['--programme', 'weihai-craftsman', '--round', 'baotou-craftsman/2023', '--out', out], 2, /不属于 --programme/],
    ];
    for (const [args, exit, message] of cases) {
      const { exit: code, err } = run('template', ...args);
      assert.equal(code, exit, args.join(' '));
      assert.match(err, message);
    }
  });
});
