import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findHead } from '#core/roster/head.ts';
import { isNoteRow } from '#core/roster/note-row.ts';
import { nominatingBodyIn, orderIn } from '#core/roster/preface.ts';
import { createWording } from '#core/roster/wording.ts';
import { there } from '#tests/there.ts';
import { aProgramme } from './programmes.ts';
import { aSheet, type Sketch } from './sheets.ts';

describe('the body that nominates, above or below a list', () => {
  for (const [text, body] of [
    ['推荐单位：甲区总工会', '甲区总工会'],
    ['推荐单位（盖章）：甲区总工会', '甲区总工会'],
    ['推荐呈报部门: 甲区总工会', '甲区总工会'],
    ['呈报单位：甲区总工会（公章）', '甲区总工会'],
    ['报送部门：甲区总工会', '甲区总工会'],
    ['上报单位：甲区总工会 填报日期：2026年3月', '甲区总工会'],
    ['推荐单位：甲区总工会　2026年3月2日', '甲区总工会'],
    ['推荐单位：甲区总工会____', '甲区总工会'],
    ['甲市工匠推荐汇总表\n推荐单位：甲区总工会', '甲区总工会'],
    ['推荐单位：（盖章）', undefined],
    ['推荐单位：____', undefined],
    ['推荐单位（盖章）：　年　月　日', undefined],
    ['推荐单位：甲区总工会　　年　月　日', '甲区总工会'],
    ['推荐单位：甲区总工会 年月日', '甲区总工会'],
    ['推荐单位：新年光学仪器厂', '新年光学仪器厂'],
    ['推荐单位：甲区 年画工会', '甲区 年画工会'],
    ['推荐单位：新年月饼厂', '新年月饼厂'],
    ['推荐单位', undefined],
    ['填报单位：甲区总工会', undefined],
    ['由推荐单位：甲区总工会', undefined],
    [`推荐单位：${'甲'.repeat(61)}`, undefined],
  ] as const) {
    it(`“${text.slice(0, 20)}”: ${body ?? 'nobody'}`, () => assert.equal(nominatingBodyIn([text]), body));
  }
  it('is the first that is named', () => {
    assert.equal(
      nominatingBodyIn(['汇总表', '推荐单位：', '推荐单位：甲区总工会', '推荐单位：乙区总工会']),
      '甲区总工会',
    );
  });
});

describe('the order in the office’s own words', () => {
  for (const [text, order] of [
    ['（排名不分先后）', '排名不分先后'],
    ['按姓氏笔画排序', '按姓氏笔画排序'],
    ['以下按照姓氏笔画为序。', '按照姓氏笔画为序'],
    ['名单按姓氏笔画排列，排名不分先后', '按姓氏笔画排列，排名不分先后'],
    ['按姓氏笔画排序, 排名不分先后', '按姓氏笔画排序, 排名不分先后'],
    ['按姓氏笔画排序,  排名不分先后', '按姓氏笔画排序, 排名不分先后'],
    // Where the two stand apart the first found speaks.
    ['按姓氏笔画排序；排名不分先后', '按姓氏笔画排序'],
    ['按序', undefined],
    ['按。排序', undefined],
    ['名单', undefined],
  ] as const) {
    it(`“${text}”: ${order ?? 'none'}`, () => assert.equal(orderIn([text]), order));
  }
  it('is the first that is stated', () => {
    assert.equal(orderIn(['汇总表', '按姓氏笔画排序', '排名不分先后']), '按姓氏笔画排序');
  });
});

describe('a row about the list', () => {
  const wording = createWording(aProgramme());
  const HEAD = ['序号', '姓名', '工作单位', '工种', '推荐单位', '简要事迹'];
  const note = (row: Sketch[], merges: string[] = []): string | undefined => {
    const sheet = aSheet([HEAD, row], { merges });
    return isNoteRow(sheet, 1, there(findHead(sheet, wording.ofHead)));
  };

  it('spans most of the table, and not the name alone', () => {
    assert.equal(note(['一、甲区'], ['A2:F2']), '一、甲区');
    assert.equal(note(['一、甲区', undefined, undefined, undefined, '2'], ['A2:D2']), '一、甲区 2');
    assert.equal(note(['1', '李明', '甲公司'], ['C2:F2']), undefined);
    assert.equal(note(['1', undefined, '甲公司'], ['C2:F2']), '1 甲公司');
    assert.equal(note(['1', undefined, '甲公司', '焊工'], ['D2:E2']), undefined);
    assert.equal(note(['1', undefined, '甲公司', '焊工'], ['D2:F2']), undefined);
  });

  it('begins like one and holds little', () => {
    for (const text of [
      ...[
        '注：一式两份',
        '备注',
        '说明：',
        '填表人：',
        '制表：',
        '审核',
        '联系人',
        '推荐单位（章）',
        '报送单位',
        '单位（盖章）',
      ],
      ...[
        '单位：',
        '合计',
        '小计',
        '总计',
        '共 20 人',
        '共20人',
        '以上',
        '附：',
        '领导签字',
        '负责人',
        '经办人',
        '主管',
        '日期',
      ],
      ...['年 月 日', '（盖章）', '盖章', '一、', '十二、'],
    ]) {
      assert.equal(note([text, undefined, '甲']), `${text} 甲`, text);
      assert.equal(note([text, undefined, '甲', '乙', '丙']), undefined, text);
      assert.equal(note([text, '李明', '甲']), undefined, text);
    }
    for (const text of ['1', '单位', '共计', '表', '甲、'])
      assert.equal(note([text, undefined, '甲']), undefined, text);
  });

  it('is one cell alone, unless that is a short name', () => {
    assert.equal(note(['谢谢']), '谢谢');
    assert.equal(note([undefined, '李明']), undefined);
    assert.equal(note([undefined, '阿卜杜拉·买买提江']), undefined);
    assert.equal(note([undefined, '以上人员均已征得本人同意公开']), '以上人员均已征得本人同意公开');
    assert.equal(note([undefined, '甲'.repeat(12)]), undefined);
    assert.equal(note([undefined, '甲'.repeat(13)]), '甲'.repeat(13));
    assert.equal(note([undefined, ' ']), undefined);
    assert.equal(note([]), undefined);
  });

  it('counts a merged cell once, at its corner', () => {
    const sheet = aSheet([HEAD, ['1', '李明', '甲公司'], ['2', '王芳', '丙']], { merges: ['C2:C3'] });
    assert.equal(isNoteRow(sheet, 2, there(findHead(sheet, wording.ofHead))), undefined);
    const below = aSheet([HEAD, ['1', '李明', '甲公司'], [undefined, undefined, '丙', '谢谢']], { merges: ['C2:C3'] });
    assert.equal(isNoteRow(below, 2, there(findHead(below, wording.ofHead))), '谢谢');
  });
});
