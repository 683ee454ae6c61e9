import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aBench, clear, importFiles, put } from './office-bench.ts';
import { xlsxFile } from './office-files.ts';

const OFFICES = join(import.meta.dirname, '..', '..', 'fixtures', 'offices');

/** A list that completes the persons' forms; on the forms are seals of 区（市）总工会 and 县（市）区总工会. */
const CASES = [
  {
    round: 'weihai-craftsman/2023',
    forms: join(OFFICES, 'own-weihai-craftsman', 'in', '威海工匠'),
    rows: [
      ['姓名', '工作单位', '推荐方式', '推荐单位', '简要事迹'],
      ['丛砺海', '威海瀚泊船舶重工有限公司', '工会组织和人社部门联合推荐', '环翠区总工会', '焊工，十八年。'],
      ['毕澄', '威海岚屿渔具有限公司', '工会组织和人社部门联合推荐', '文登区总工会', '焊工，十八年。'],
    ],
  },
  {
    round: 'jiaozuo-craftsman/2018',
    forms: join(OFFICES, 'own-jiaozuo-form', 'in', '焦作推荐表'),
    rows: [
      ['姓名', '工作单位', '推荐单位', '简要事迹', '档次'],
      ['薄立诚', '焦作太行重机有限公司', '解放区总工会', '加工中心操作工。', '焦作工匠'],
    ],
  },
];

describe('a list together with the persons’ forms', () => {
  for (const { round, forms, rows } of CASES)
    it(`${round}: everybody comes in, and a seal is nobody’s district`, async () => {
      const bench = await aBench(round);
      try {
        const list = await put(bench, '汇总表.xlsx', xlsxFile([{ name: '汇总表', rows }]));
        const { planned, errors } = await importFiles(bench, [list, forms]);
        assert.deepEqual(errors, []);
        const people = planned.plan.people.map(({ record }) => record.candidate);
        assert.deepEqual(
          people.map(({ name, employer }) => [name, employer]),
          rows.slice(1).map(([name, employer]) => [name, employer]),
        );
        assert.deepEqual(
          people.map(({ district }) => district),
          people.map(() => undefined),
        );
        assert.ok(planned.columns.some(({ head, use }) => /总工会/u.test(head) && use === 'not-published'));
      } finally {
        await clear(bench);
      }
    });

  it('alone, it is told what stands on the forms', async () => {
    const bench = await aBench('gangcheng-craftsman/2019');
    try {
      const rows = [
        ['姓名', '工作单位', '工种', '推荐方式', '推荐单位', '档次', '简要事迹'],
        [
          '仲跻海',
          '连云港瀛渤集装箱码头有限公司',
          '桥吊司机',
          '单位集中推荐',
          '连云区总工会',
          '港城工匠',
          '技艺过硬。',
        ],
      ];
      const list = await put(bench, '汇总表.xlsx', xlsxFile([{ name: '汇总表', rows }]));
      const { planned } = await importFiles(bench, [list]);
      const said = planned.findings.filter(({ code }) => code === 'import-texts-on-forms');
      assert.deepEqual(
        said.map(({ level, args }) => [level, args]),
        [['warning', { file: '汇总表.xlsx', form: '“港城工匠”推荐表', headings: '主要事迹', count: 1 }]],
      );
    } finally {
      await clear(bench);
    }
  });
});
