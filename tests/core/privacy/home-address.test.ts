import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { homeAddresses } from '#core/privacy/home-address.ts';
import { findLabels } from '#core/privacy/label.ts';
import { finder } from './marked.ts';

const detect = (text: string) => homeAddresses(text, findLabels(text));
const finds = finder(detect, 'home-address');

describe('an address that tells itself', () => {
  it('has a 单元 and a room, or the side of a landing', () => {
    for (const address of [
      '3单元501室',
      '3单元501',
      '3 单元 501 室',
      '3单元5层501户',
      '3单元2楼东户',
      '二单元三〇一室',
      'A单元12号',
      '3单 元501房',
      '1单元西门',
      '3单元-501',
    ]) {
      finds(`见«${address}»,`);
    }
    for (const text of ['第3单元', '3单元', '第3单元501室', '3单元的课', '单元501室']) finds(text);
  });

  it('has an estate with building and room, or three numbers', () => {
    for (const estate of [
      '小区',
      '花园',
      '家园',
      '公寓',
      '新村',
      '佳苑',
      '名都',
      '山庄',
      '别墅',
      '华庭',
      '宿舍',
      '家属院',
      '公馆',
    ]) {
      finds(`示例«${estate}5号楼301室»。`);
      finds(`示例«${estate}5-2-301»。`);
      finds(`示例«${estate}12-301»。`);
    }
    for (const address of [
      '小区5栋301',
      '小区5幢2单元301室',
      '小区5座12层1201室',
      '花园3#楼201室'.replace('#楼', '号楼'),
      '小区东区5号楼301室',
      '小区301室',
      '公寓301户',
    ]) {
      finds(`示例«${address}»。`);
    }
    for (const text of ['示例小区', '示例小区5号楼', '花园12-30123', '小区里5-2']) finds(text);
  });

  it('has a road, a number, a building and a room; in a house of offices it is none', () => {
    for (const address of [
      '路12号3栋401室',
      '街12号3幢2单元401',
      '巷5号1栋101',
      '道88号2栋301房',
      '弄5号1栋101',
      '村12号3栋401',
    ]) {
      finds(`示例«${address}»。`);
    }
    for (const house of [
      '大厦',
      '中心',
      '产业园',
      '科技园',
      '公司',
      '厂',
      '集团',
      '学校',
      '医院',
      '银行',
      '写字楼',
      '基地',
      '酒店',
    ]) {
      finds(`示例路12号3栋401室${house}`);
      finds(`示例${house}路12号3栋401室`);
    }
    for (const text of ['示例路12号', '示例路12号401室', '3栋401室', '路3栋401室']) finds(text);
    finds('示例府3栋401室'.replace('府3栋401室', '«府3栋401室»'));
  });

  it('has a lane of Shanghai, or a house in a village', () => {
    for (const address of ['123弄45号601室', '123 弄 45 号 601 室', '123弄45号6楼601']) finds(`示例路«${address}»。`);
    for (const text of ['123弄45号', '弄45号601室']) finds(`${text}。`);
    for (const address of ['村3组12号', '村三社12号', '屯2队5号', '村东街12号', '村12号', '村3村民组12号']) {
      finds(`示例«${address}»`);
    }
    for (const text of ['示例村', '示例村3组', '示例村12号线', '示例村12']) finds(text);
  });

  it('is found once, as the longer of two that overlap', () => {
    finds('示例«小区5号楼3单元501室»。');
    finds('示例«小区5号楼301室»,示例«花园2-1-102»。');
  });
});

describe('an address behind a word for home', () => {
  it('is more than a town or a street: it has a number, or the name of a village or estate', () => {
    for (const word of ['家庭住址', '户籍地', '现住址', '住址', '收件地址', '常住地址']) {
      finds(`${word}:«示例市示例区示例路12号»`);
      finds(`${word}:«示例县示例镇示例村»`);
      finds(`${word}|«示例市示例小区»`);
      finds(`${word}:示例市`);
      finds(`${word}:示例市示例区示例路`);
    }
    for (const last of [
      '12号',
      '3栋',
      '5幢',
      '2单元',
      '301室',
      '6楼',
      '3组',
      '45弄',
      '2#',
      '7号院',
      '4排',
      '12-3',
      '12户',
    ]) {
      finds(`住址:«示例路${last}»`);
    }
    for (const last of ['示例村', '示例屯', '示例庄', '示例寨', '示例胡同', '示例苑', '示例花园'])
      finds(`住址:«示例镇${last}»`);
    for (const text of ['住址:示例村镇', '住址:示例庄路', '住址:示例屯街']) finds(text);
  });

  it('follows at once where no sign sets it off', () => {
    finds('家住«示例市示例路12号»');
    finds('住在«示例镇12号»');
    finds('家住(现)«示例市示例路12号»');
    for (const text of [
      '家住12号',
      '现住示例市示例路12号',
      '住宅示例市示例路12号',
      '家住。示例市示例路12号',
      '家住示例市的12号',
    ])
      finds(text);
  });

  it('ends with its last detail, before the next field', () => {
    finds('住址:«示例路12号3单元501室»(示例),电话:略');
    finds('住址:«示例路12号»,邮编:略5号');
    finds('住址:«示例路12号»。5号来访');
    finds('住址:«示例路12号»\n单位:示例厂5号');
    finds('住址:«示例路12号»联系人5号');
  });

  it('is no sentence about addresses', () => {
    for (const text of [
      '住址:应当填写到12号',
      '住址:由部门填写12号',
      '住址:第一条12号',
      '住址:可以不填12号',
      '户籍:人民政府12号',
    ])
      finds(text);
  });

  it('is compared without spaces and signs, in lower case', () => {
    assert.equal(detect('住址:示例路 12-A号, B栋')[0]?.value, '示例路12a号b栋');
  });
});
