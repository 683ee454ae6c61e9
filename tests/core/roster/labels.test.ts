import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isForm, labelled, unknownLabels } from '#core/roster/labels.ts';
import { createWording } from '#core/roster/wording.ts';
import { aProgramme } from './programmes.ts';
import { aSheet, type Sketch } from './sheets.ts';

const wording = createWording(aProgramme({ texts: ['主要事迹'] }));
const { ofLabel } = wording;

/** `工种 = 焊工 @1,2`: label, values, and where the first of them stands, from 0. */
const pairs = (rows: Sketch[][], merges: string[] = []): string[] =>
  labelled(aSheet(rows, { merges }), ofLabel).map(
    ({ label, cells, row, column }) => `${label} = ${cells.map(({ text }) => text).join('|')} @${row},${column}`,
  );
const unknown = (rows: Sketch[][], merges: string[] = []): string[] => {
  const sheet = aSheet(rows, { merges });
  return unknownLabels(sheet, labelled(sheet, ofLabel), ofLabel).map(
    ({ label, cells, row, column }) => `${label} = ${cells.map(({ text }) => text).join('|')} @${row},${column}`,
  );
};

describe('a label of a form', () => {
  it('has its value to its right, and none where the next label stands there', () => {
    assert.deepEqual(pairs([['姓 名', '李明', '工 种', '焊工']]), ['姓名 = 李明 @0,1', '工种 = 焊工 @0,3']);
    assert.deepEqual(pairs([['姓名', '工种', '焊工']]), ['姓名 =  @0,1', '工种 = 焊工 @0,2']);
    assert.deepEqual(pairs([['姓名', undefined, '工种', '焊工']]), ['姓名 =  @0,1', '工种 = 焊工 @0,3']);
  });

  it('over two rows has both', () => {
    assert.deepEqual(
      pairs(
        [
          ['荣誉', '甲奖'],
          [undefined, '乙奖'],
        ],
        ['A1:A2'],
      ),
      ['荣誉 = 甲奖|乙奖 @0,1'],
    );
    assert.deepEqual(
      pairs(
        [
          ['荣誉', '甲奖'],
          [undefined, undefined],
        ],
        ['A1:A2', 'B1:B2'],
      ),
      ['荣誉 = 甲奖 @0,1'],
    );
  });

  it('that fills its row has its value below, and none where a label stands there', () => {
    const wide = ['A1:B1', 'A2:B2'];
    assert.deepEqual(pairs([['主要事迹', undefined], ['第一段。']], wide), ['主要事迹 = 第一段。 @1,0']);
    assert.deepEqual(
      pairs(
        [
          ['主要事迹', undefined],
          ['姓名', '李明'],
        ],
        ['A1:B1'],
      ),
      ['姓名 = 李明 @1,1'],
    );
    assert.deepEqual(pairs([['主要事迹', undefined]], ['A1:B1']), []);
    assert.deepEqual(pairs([['甲', '主要事迹'], ['第一段。']]), []);
  });

  it('has its value behind it in the same cell, on lines of its own', () => {
    assert.deepEqual(pairs([[`主要事迹\n${'一'.repeat(40)}\n二`, '甲']]), [`主要事迹 = ${'一'.repeat(40)}\n二 @0,0`]);
    assert.deepEqual(pairs([['主要事迹（800字以内）\r\n第一段。', '甲']]), ['主要事迹（800字以内） = 第一段。 @0,0']);
    assert.deepEqual(pairs([['主要事迹（限800字）\r第一段。', '甲']]), ['主要事迹（限800字） = 第一段。 @0,0']);
    assert.deepEqual(pairs([[`${'甲'.repeat(61)}\n第一段。`, '甲']]), []);
  });

  it('may have its value behind a colon in the same cell', () => {
    assert.deepEqual(pairs([['姓名：李明', '职 称:工程师']]), ['姓名 = 李明 @0,0', '职称 = 工程师 @0,1']);
    assert.deepEqual(pairs([['主要事迹：第一段。\n第二段：完。']]), ['主要事迹 = 第一段。\n第二段：完。 @0,0']);
    assert.deepEqual(pairs([['推荐单位（盖章）：甲区总工会　2026年3月2日']]), ['推荐单位（盖章） = 甲区总工会 @0,0']);
    assert.deepEqual(pairs([['推荐单位（盖章）：　年　月　日', '甲']]), ['推荐单位（盖章） =  @0,0']);
    for (const text of ['星座：白羊', '姓名：', '：李明', `${'甲'.repeat(41)}：乙`, '姓名\n李明：甲']) {
      assert.deepEqual(
        pairs([[text, '甲']]).filter((pair) => pair.endsWith('@0,0')),
        [],
        text,
      );
    }
  });

  it('is not looked for inside the value of another', () => {
    assert.deepEqual(pairs([['主要事迹', '工种：焊工。']]), ['主要事迹 = 工种：焊工。 @0,1']);
  });

  it('with a picture beside it has that', () => {
    const picture = { text: '', pictures: [{ bytes: Uint8Array.of(1) }] };
    assert.equal(labelled(aSheet([['照片', picture]]), ofLabel)[0]?.cells.length, 1);
  });

  it('is said in at most twenty-four characters', () => {
    const [found] = labelled(aSheet([[`姓名（${'甲'.repeat(30)}）`, '李明']]), ofLabel);
    assert.equal(found?.label, `姓名（${'甲'.repeat(21)}`);
  });

  it('is no long text', () => {
    assert.deepEqual(pairs([[`姓名（${'甲'.repeat(400)}）`, '李明']]), []);
  });
});

describe('what stands where a label would', () => {
  it('and is no word anybody knows is listed with what stands beside it', () => {
    assert.deepEqual(unknown([['星座', '白羊', '姓名', '李明']]), ['星座 = 白羊 @0,1']);
    assert.deepEqual(
      unknown(
        [
          ['星 座', '白羊'],
          [undefined, '金牛'],
        ],
        ['A1:A2'],
      ),
      ['星座 = 白羊|金牛 @0,1'],
    );
  });
  it('is nothing without a value, with its own value inside, too long, or itself a value', () => {
    assert.deepEqual(unknown([['星座', undefined]]), []);
    assert.deepEqual(unknown([[`星座\n${'一'.repeat(40)}`, '甲']]), []);
    assert.deepEqual(unknown([['甲'.repeat(25), '白羊']]), []);
    assert.deepEqual(unknown([['甲'.repeat(24), '白羊']]), [`${'甲'.repeat(24)} = 白羊 @0,1`]);
    assert.deepEqual(unknown([['姓名', '李明', '白羊']]), []);
    assert.deepEqual(unknown([['星座', '李明', '工种', '焊工']]), ['星座 = 李明 @0,1']);
    assert.deepEqual(unknown([['姓名', '李明', '工种', '焊工']]), []);
    assert.deepEqual(unknown([['姓名：李明', '星座：白羊', '甲']]), ['星座：白羊 = 甲 @0,2']);
  });
});

describe('a page', () => {
  it('is a form where three labels or more stand beside the best head', () => {
    const form = (...rows: Sketch[][]): boolean => isForm(aSheet(rows), wording);
    assert.equal(form(['姓名', '李明'], ['工作单位', '甲公司'], ['工种', '焊工']), true);
    assert.equal(form(['姓名', '李明'], ['工作单位', '甲公司']), false);
    const head = ['序号', '姓名', '工作单位', '工种'];
    assert.equal(form(head, ['1', '李明', '甲公司', '焊工']), false);
    assert.equal(form(head, ['1', '李明', '甲公司', '焊工'], ['填表人', '甲', '填报日期', '乙']), false);
    assert.equal(form(head, ['职称', '甲'], ['岗位', '乙'], ['所属行业', '丙']), false);
    const family = [
      ['姓名', '李明', '工种', '焊工', '行业', '装备'],
      ['职称', '工程师', '岗位', '班长'],
      head,
      ['1', '李父', '甲公司', '焊工'],
    ];
    assert.equal(form(...family), true);
    assert.equal(form(['姓名：李明', '工种：焊工'], ['工作单位：甲公司']), true);
    assert.equal(form(['姓名：李明', '工种：焊工']), false);
    assert.equal(
      form(
        ['推荐单位：甲区总工会'],
        head,
        ['1', '李明', '甲公司', '焊工'],
        ['填表人：甲', '填报日期：乙', '联系电话：丙'],
      ),
      false,
    );
  });
});
