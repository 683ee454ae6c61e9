import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sheet } from '#core/roster/grid.ts';
import { withPlainNames } from '#core/roster/split-name.ts';
import { readCsv } from '#pipeline/intake/files/read-csv.ts';
import { there } from '#tests/there.ts';

function sheet(rows: string[][]): Sheet {
  const cells = rows.map((row) => row.map((text) => ({ text, kind: 'text' as const })));
  return { name: '', hidden: false, rows: cells, hiddenRows: [], hiddenColumns: [], merges: [] };
}

function texts({ rows }: Pick<Sheet, 'rows'>): string[][] {
  return rows.map((row) => row.map((cell) => cell?.text ?? ''));
}

describe('names in a list', () => {
  it('whose 姓 and 名 stand apart are put together', () => {
    const whole = withPlainNames(sheet([['序号', '姓', '名', '工作单位'], ['1', '李', '明', '甲厂'], ['2', '欧阳', '海宁', '乙厂']])); // prettier-ignore
    assert.deepEqual(texts(whole), [['序号', '姓名', '', '工作单位'], ['1', '李明', '', '甲厂'], ['2', '欧阳海宁', '', '乙厂']]); // prettier-ignore
  });

  for (const [head, cell] of [
    ['姓名（性别）', '李明（男）'],
    ['姓名(性别、民族)', '李明(女，回族)'],
    ['姓名/性别', '李明/男'],
    ['姓名及性别', '李明 女'],
    ['姓名（年龄）', '李明（46岁）'],
    ['姓名（出生年月）', '李明（1980.05）'],
    ['姓名（身份证号）', '李明（11010119800101001X）'],
    ['姓名、联系电话', '李明 13800000000'],
  ])
    it(`stand alone though “${head}” announces more`, () =>
      assert.deepEqual(texts(withPlainNames(sheet([[head ?? ''], [cell ?? '']]))), [['姓名'], ['李明']]));

  it('keep what nothing announces, or what is of another kind', () => {
    assert.deepEqual(texts(withPlainNames(sheet([['姓名'], ['李明（男）']]))), [['姓名'], ['李明（男）']]);
    const two = [['姓名（性别）'], ['李明（男）、王芳']];
    assert.deepEqual(texts(withPlainNames(sheet(two))), [['姓名'], ['李明（男）、王芳']]);
  });
});

describe('a CSV file', () => {
  const text = '姓名,工作单位\r\n李明,甲厂\r\n';
  const rows = [['姓名', '工作单位'], ['李明', '甲厂']]; // prettier-ignore
  const read = (bytes: Uint8Array): string[][] => {
    const grid = readCsv(bytes);
    return 'format' in grid ? texts(there(grid.sheets[0])) : [[grid.code]];
  };

  it('in UTF-16 that lost its mark is read, either way round', () => {
    const little = Buffer.from(text, 'utf16le');
    assert.deepEqual(read(little), rows);
    assert.deepEqual(read(Buffer.from(little).swap16()), rows);
  });

  it('is parted by the sign that its first line names, and the lines keep their numbers', () => {
    assert.deepEqual(read(Buffer.from('sep=;\r\n姓名;工作单位\r\n李明;"甲,乙,丙厂"\r\n')), [[''], ['姓名', '工作单位'], ['李明', '甲,乙,丙厂']]); // prettier-ignore
  });
});
