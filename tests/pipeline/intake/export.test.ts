import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unguarded } from '#core/formats/csv.ts';
import { Arguments, type Refusal } from '#pipeline/commands/command-line.ts';
import { importCommand } from '#pipeline/intake/import-command.ts';
import { exportCommand } from '#pipeline/intake/sheet/export-command.ts';
import { aContent, aFolder, given, ROUND, run } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { cellsOf, exported, parsedCsv } from './tables.ts';

const SAMPLES = [
  ['weihai-craftsman/2023', 20],
  ['weihai-chief-technician/2026', 10],
  ['jiaozuo-craftsman/2018', 26],
  ['baotou-craftsman/2023', 20],
  ['gangcheng-craftsman/2019', 50],
] as const;

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
    const lan = Object.fromEntries(head.map((name, index) => [name, there(rows[1])[index]]));
    assert.deepEqual(
      { ...lan, 事迹材料: there(lan['事迹材料']).slice(0, 10) },
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
    for (const [round] of SAMPLES) {
      const csv = parsedCsv(await exported('content', 'a.csv', round)).map((row) => row.map(unguarded));
      assert.deepEqual(await cellsOf(await exported('content', 'a.xlsx', round)), csv, round);
      assert.ok(csv.length > 10, round);
    }
  });

  it('comes back through the importer as a plan without changes, for all sample rounds and both kinds of file', async () => {
    for (const [round, count] of SAMPLES) {
      for (const name of ['导出名单.xlsx', '导出名单.csv']) {
        const out = join(await aFolder(), name);
        await exportCommand.run(given({ content: 'content', round, out }));
        const outcome = await importCommand.run(
          new Arguments({ content: 'content', round, 'check-only': true }, [out]),
        );
        const { plan } = outcome.json as { plan: unknown };
        assert.deepEqual(
          [outcome.exit, plan],
          [0, { new: 0, changed: 0, unchanged: count, gone: 0 }],
          `${round} ${name}`,
        );
      }
    }
  });

  it('is the same file every time', async () => {
    const content = await aContent();
    for (const name of ['a.xlsx', 'a.csv']) {
      assert.deepEqual(await exported(content, name), await exported(content, name));
    }
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
    await assert.rejects(exportCommand.run(given({ round: ROUND, out: join(folder, 'a.xls') })), {
      message: '--out 要以 .xlsx 或 .csv 结尾，例如 --out 导出名单.xlsx。',
    });
    await assert.rejects(
      exportCommand.run(given({ content: await aContent(), round: 'a/b', out: join(folder, 'a.csv') })),
      {
        code: 'round-unknown',
      },
    );
    await exportCommand.run(given({ content: await aContent(), round: ROUND, out: join(folder, 'a.csv') }));
    await assert.rejects(
      exportCommand.run(given({ content: await aContent(), round: ROUND, out: join(folder, 'a.csv', 'b.csv') })),
      (error: Refusal) => {
        assert.equal(error.code, 'not-written');
        assert.match(error.message, /^写不了文件 .+b\.csv：.+。原有文件保持原样。$/);
        return true;
      },
    );
  });
});
