import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPrivate, isRepeatable } from '#core/roster/private-text.ts';

/** Numbers are invented; 371099 is the code of no place. */
describe('private values in the text of a roster', () => {
  const found: [text: string, kind: string][] = [
    ['一种夹具；ZL 2015 2 0000006.0371099198212131348', '身份证号'],
    ['一种夹具；ZL 2015 2 0000006.06217 9912 3456 7890 123', '身份证号'],
    ['博爱县总工会 微信 wx_swvnbkmpb', '微信号'],
    ['联系人微信号：abcdefgh', '微信号'],
    ['1975年10月出生，钳工', '出生日期'],
    ['带徒八人，联系 138-0000-1234', '手机号码'],
    ['平安里3号楼2单元501室', '住址'],
  ];
  for (const [text, kind] of found) {
    it(`are found in “${text.replace(/\d/g, '0')}”`, () => assert.ok((findPrivate(text) as string[]).includes(kind)));
  }

  for (const text of [
    '一种夹具；ZL 2015 2 0000006.0',
    '1、一种夹具；ZL 2015 2 0000006.0\n10、一种刀架；ZL 2018 2 0000002.X',
    '2016 全国技术能手（国家级）\n2012 市首席员工（市级）',
    '职业资格证书 0415003000200031',
    '运营微信公众号，粉丝12000人；开发微信小程序 3 个',
    'qqp8fst',
    '1995年10月参加工作，从业29年',
  ]) {
    it(`are not seen in “${text.slice(0, 30)}”`, () => assert.deepEqual(findPrivate(text), []));
  }
});

describe('a head or the name of a sheet', () => {
  for (const text of ['姓名', '近五年（2019-2023年）荣誉', '2024', '2024年3月', 'Sheet1']) {
    it(`“${text}” may stand in a message`, () => assert.equal(isRepeatable(text), true));
  }
  for (const text of ['1987年7月', '1971.04', '1971-04-03', '手机13800001234', '联系 abc@def.com']) {
    it(`“${text.replace(/\d/g, '0')}” may not`, () => assert.equal(isRepeatable(text), false));
  }
});
