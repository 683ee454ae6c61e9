import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOneNumber } from '#core/privacy/number-window.ts';
import { windowOf } from './window-of.ts';

const USUAL = new Set(['3-4-4', '3-8', '2-2', '1-3', '2-1-1', '5-5-5', '1-1-9']);
const one = (marked: string): void => assert.equal(isOneNumber(windowOf(marked), USUAL), true, marked);
const several = (marked: string): void => assert.equal(isOneNumber(windowOf(marked), USUAL), false, marked);

describe('groups that are one number', () => {
  it('a group alone always is, whatever stands beside', () => {
    for (const text of ['138', '1,2,3,4,5,«138»,6', '16 «138» 12', '1 2 3 4 5 6 «7»']) one(text);
  });

  it('behind a word for a private number, however parted but as a list', () => {
    for (const word of ['身份证号', '手机', '电话', '卡号', '账号', '微信']) {
      for (const sign of [' ', '\n', '|', ':']) one(`${word}：«1${sign}2346${sign}567»`);
      one(`${word}：«1-2346 567»`);
      for (const sign of [',', '、', '&']) several(`${word}：«1${sign}2346${sign}567»`);
    }
    for (const word of ['护照', '编号', '金额', 'QQ', '']) several(`${word}：«1|2346|567»`);
    several('电话请见下 «1|2346|567»');
  });

  it('one by one they must stand alone, and in no row', () => {
    one('1、3、5、7');
    one('1 3 5 7');
    several('1 1 3 3');
    several('«1 3 5 7» 9');
    several('1.2.3.4.5.«1,3,5,7»');
    one('1,2,3,4,5,«1、3、5、7»'.replace('5,«', '5元«'));
    several('12 34 56 78 90 «1、3、5、7»');
    one('12、34、56、78、90、«1 3 5 7»');
  });

  it('parted by blanks or dashes: usual groups, or three and more, or two with more than one digit in front', () => {
    for (const text of [
      '138-0571-2648',
      '12-34',
      '«138-0571-2648»元',
      '123-45-6',
      '12-345',
      '31-45',
      '13-8-57',
      '1-23-456',
    ])
      one(text);
    for (const text of ['«12-34»-56', '1-23', '1-2345', '«123-45»-6', '12-«3-45»']) several(text);
    one('1-234');
    one('«138 0571 2648» 12');
    one('12 «138 0571 2648»');
    several('«138.0571.2648».12');
    several('12.«138.0571.2648»');
    one('138.0571.2648');
    several('31 «38 571» 2');
  });

  it('with a point between two groups they are a decimal, unless the first is long or they are usual', () => {
    for (const text of ['123.45', '12.345', '1.2345', '999.12345678901']) several(text);
    for (const text of ['1234.56', '138.05712648', '12.34', '1.234', '999.123456789012', '12-345']) one(text);
    for (const text of ['«1234.56».7', '7.«1234.56»', '«138.05712648».7']) several(text);
  });

  it('figures in rising order are a series, five or more of them with less than five digits', () => {
    several('16 32 48 64 128');
    several('16 16 48 64 128');
    one('16 32 48 64 63');
    one('16 32 64 128');
    one('16 32 48 64 12800');
    several('16 32 48 64 1280');
  });

  it('in an address of the web only usual groups are one', () => {
    several('https://example.org/«13-857»');
    one('https://example.org/«138-0571-2648»');
  });

  it('in lines: usual groups or two, alone', () => {
    for (const text of ['138\n0571\n2648', '1\n23457', '12345\n6']) one(text);
    for (const text of ['13\n857\n123', '«138\n0571\n2648»\n12', '12\n«1\n23457»']) several(text);
  });

  it('in cells: usual groups, or two of which the first has three digits', () => {
    for (const text of ['138|0571|2648', '138|57', '1380|5']) one(text);
    for (const text of ['13|857', '13|857|123', '«138|57»|6', '6|«138|57»']) several(text);
  });

  it('parted in several ways: usual groups without a sign of lists', () => {
    for (const text of ['138-0571 2648', '138\n0571 2648', '«138-0571 2648» 12']) one(text);
    for (const text of ['13-857 123', '138、0571 2648', '138&0571 2648', '138:0571 2648']) several(text);
  });

  it('parted by commas, list signs or odd ones: usual groups alone, without a unit', () => {
    for (const sign of [',', '、', '&', ':']) {
      one(`138${sign}0571${sign}2648`);
      one(`12${sign}34`);
      several(`13${sign}857${sign}123`);
      several(`«138${sign}0571${sign}2648»${sign}12`);
      several(`12${sign}«138${sign}0571${sign}2648»`);
      const units =
        '毫米 厘米 分米 米 公里 转 元 万 亿 人 名 台 件 套 吨 千瓦 千克 公斤 克 度 号 年 月 个 次 项 天 小时 分 秒 mm cm kg kW ℃ %';
      for (const unit of units.split(' ')) {
        several(`«138${sign}0571${sign}2648»${unit}`);
        several(`«138${sign}0571${sign}2648» ${unit}`);
        one(`«138${sign}0571${sign}2648»  ${unit}`);
        one(`«138${sign}0571${sign}2648»。${unit}`);
      }
    }
    one('«138-0571-2648»元');
  });
});

describe('groups that are several numbers', () => {
  it('in a row of further figures', () => {
    several('1 2 3 4 56 «138 0571 2648»');
    several('«138 0571 2648» 1 2 3 4 56');
    one('«138,0571,2648» 1 2 3 4');
    one('1,2,3,4,56 «138 0571 2648»');
  });

  it('counted up by one: four in order', () => {
    for (const text of ['12 13 14 15', '7 12 13 14 15', '12 13 14 15 7', '9 10 11 12']) several(text);
    for (const text of ['12 13 14 16', '12 13 15 16', '98 12 14 15 16', '12 13']) one(text);
    one('1001 1002 1003 1004');
  });

  it('round figures, years in a list', () => {
    for (const text of ['150 2000 3500', '10 200 3000']) several(text);
    for (const text of ['150 2000 3501', '050 2000 3500', '1501 2000 3500']) one(text);
    for (const year of ['1950', '1999', '2000', '2039']) {
      several(`138、${year}、2648`);
      several(`138|2648|${year}`);
      one(`138-${year}-2648`);
      one(`138,${year},2648`);
      one(`138|${year}`);
    }
    for (const year of ['1949', '2040', '2100', '0571']) one(`138、${year}、2648`);
    several('2000、1、2648');
    one('15001、12341、71831');
    one('15000、12340、71830');
  });

  it('in the path of a drawing', () => {
    for (const after of ['c5 6l7', 'M1 2L3', ' 5-.5-.5', '5.5-.5', 'l1.5.5h2']) several(`d="M13 8 «13-857»${after}`);
    one('«138-0571-2648» c5');
    one('甲«138-0571-2648»c5 6l7');
    one('«138-0571-2648»c5 6l7甲');
    several('«138-0571-2648»c5 6l7');
    several('m1 2l3 4c«138-0571-2648»');
    one('l«138-0571-2648»');
    one(`${' '.repeat(40)}«138-0571-2648»${' '.repeat(33)}c5 6l7`);
  });
});
