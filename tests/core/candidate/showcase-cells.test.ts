import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figures, parseFigures } from '#core/candidate/fields/figures.ts';
import { lineage, parseLineage } from '#core/candidate/fields/lineage.ts';
import { parseTimeline, timeline } from '#core/candidate/fields/timeline.ts';
import { sentence } from '#core/catalogue/finding.ts';
import { aProgramme } from '#tests/builders.ts';

const programme = aProgramme().data;

describe('a cell of the showcase', () => {
  it('reads figures, years and people one a line', () => {
    assert.deepEqual(parseFigures('1、180公里 检测焊缝累计\n2、12人　带徒'), {
      value: [
        { value: '180公里', label: '检测焊缝累计' },
        { value: '12人', label: '带徒' },
      ],
    });
    assert.deepEqual(parseTimeline('2005 进厂，做射线评片\n2016年3月查出裂纹\n2017.5 市竞赛第一名\n2024年：带徒'), {
      value: [
        { year: 2005, text: '进厂，做射线评片' },
        { year: 2016, text: '查出裂纹' },
        { year: 2017, text: '市竞赛第一名' },
        { year: 2024, text: '带徒' },
      ],
    });
    assert.deepEqual(
      parseLineage('师傅：骆青川（同意 本人书面同意，2026-03-02）\n徒弟 邬晓岚(编号 7tmn7wz; 同意 本人口头同意)'),
      {
        value: [
          { role: 'master', name: '骆青川', consent: '本人书面同意，2026-03-02' },
          { role: 'apprentice', name: '邬晓岚', person: '7tmn7wz', consent: '本人口头同意' },
        ],
      },
    );
  });

  it('is asked about where nobody can tell', () => {
    const said = (read: ReturnType<typeof parseFigures> | ReturnType<typeof parseTimeline>): string =>
      'problem' in read ? sentence({ code: read.problem, args: read.args }) : '';
    assert.equal(
      said(parseFigures('180公里检测焊缝')),
      '分不清哪里是数、哪里是说明。请一行一项，数和单位连写，空一格再写说明，例如：180公里 检测焊缝累计。',
    );
    assert.equal(
      said(parseTimeline('进厂 2005')),
      '有一行读不出年份或事项。请一行一项，先写四位年份，空一格再写做了什么，例如：2005 进厂，做射线评片。',
    );
    for (const text of ['骆青川', '师父 骆青川（编号）', '师父 骆青川（口头说过）', '同事 骆青川（同意 口头）']) {
      const read = parseLineage(text);
      assert.equal('problem' in read && read.problem, 'import-lineage-unclear', text);
    }
    assert.equal(
      sentence({ code: 'import-lineage-unclear', args: {} }),
      '有一行读不懂。请一行一人，写成“师父 姓名（同意 本人书面同意，2026-03-02）”；本网站上的人写成“徒弟 姓名（编号 7tmn7wz）”。',
    );
  });

  it('reads back what it wrote, numbered lines and semicolons too', () => {
    const [figure, year, kin] = [figures, timeline, lineage].map(({ sheet }) => sheet.columns[0]);
    const figureList = [
      { value: '1、', label: '2；3' },
      { value: '2、', label: '（编号）' },
    ];
    const years = [
      { year: 2005, text: '年产一万件；居首' },
      { year: 2006, text: '3月进厂' },
    ];
    const people = [
      { role: 'master' as const, name: '骆青川', person: '7tmn7wz', consent: '口头；电话确认' },
      { role: 'apprentice' as const, name: '阿依古丽·买买提', consent: '书面' },
    ];
    assert.deepEqual(figure && parseFigures(figure.write(figureList as never, programme)), { value: figureList });
    assert.deepEqual(year && parseTimeline(year.write(years as never, programme)), { value: years });
    assert.deepEqual(kin && parseLineage(kin.write(people as never, programme)), { value: people });
  });
});
