import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPrivate, isRepeatable } from '#core/privacy/private-text.ts';

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
    ['出生：1975', '出生日期'],
    ['出生年月1975', '出生日期'],
    ['生于甲省乙市，1975', '出生日期'],
    ['生日是 2001.3', '出生日期'],
    ['1975年10月 出生', '出生日期'],
    ['1975 年 3 月生', '出生日期'],
    ['1975.10生', '出生日期'],
    ['1975-3-2 出生', '出生日期'],
    ['1975. 3. 2 日生', '出生日期'],
    ['1975/10/12生，钳工', '出生日期'],
    ['２００１．０３出生', '出生日期'],
    ['职业资格证书 04150030002000312', '身份证号'],
    ['一种夹具；CN 20152 00000060 3710991982121', '身份证号'],
    ['微信:a1234', '微信号'],
    ['微信是 wx_abc', '微信号'],
    ['微信号为A12345', '微信号'],
    ['微信12345', '微信号'],
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
    '出生在一个工匠家庭，他说的都是1975以后的事情。2001年入厂',
    '出生。1975年入厂',
    '生于甲；1975年入厂',
    '1975年10月生产一线标兵',
    '1975年生产标兵',
    '1875年3月生效',
    '出生于一个工匠世家的他说话不多，1975',
    '微信公号 abc12345',
    '微信支付 12345 笔',
    '微信群 12345 人',
    '微信 abcd',
    'ZL 2015 2 0000006.0，2018年',
    '出生',
    '生日',
  ]) {
    it(`are not seen in “${text.slice(0, 30)}”`, () => assert.deepEqual(findPrivate(text), []));
  }
});

describe('a head or the name of a sheet', () => {
  for (const text of ['姓名', '近五年（2019-2023年）荣誉', '2024', '2024年3月', 'Sheet1']) {
    it(`“${text}” may stand in a message`, () => assert.equal(isRepeatable(text), true));
  }
  for (const text of ['1987/7', '2009.12', '1987 7', '1987年7月3日', '１９８７年７月']) {
    it(`“${text.replace(/\p{Nd}/gu, '0')}” may be a birth`, () => assert.equal(isRepeatable(text), false));
  }
  for (const text of ['2010.12', '1987年', '1987年7月汇总', '12345'.slice(1), '表1987.7']) {
    it(`“${text}” is none`, () => assert.equal(isRepeatable(text), true));
  }
  for (const text of ['1987年7月', '1971.04', '1971-04-03', '手机13800001234', '联系 abc@def.com']) {
    it(`“${text.replace(/\d/g, '0')}” may not`, () => assert.equal(isRepeatable(text), false));
  }
});
