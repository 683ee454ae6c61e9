import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plates } from '#core/privacy/plate.ts';
import { finder } from './marked.ts';

const finds = finder(plates, 'plate');
/** The provinces as GA 36 abbreviates them, counted on the map: 31. */
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

describe('a plate of GA 36', () => {
  it('begins with a province and the letter of a city, which is no I', () => {
    assert.equal(PROVINCES.length, 31);
    for (const province of PROVINCES) finds(`车号«${province}C12345»`);
    for (const city of 'ABCDEFGHJKLMNOPQRSTUVWXYZ') finds(`«鲁${city}12345»`);
    for (const text of ['鲁I12345', '鲁012345', '国C12345', '鲁', '鲁C', '鲁CC', '鲁·C', '鲁民C12345']) finds(text);
  });

  it('goes on with five letters or digits, never I or O, at least three of them digits, not three letters first', () => {
    for (const one of ['12345', 'A1234', '1A234', '12A34', '123A4', '1234A', 'AB123', 'A12B3', '1234B', '12AB3'])
      finds(`«鲁K${one}»`);
    for (const one of ['I1234', '1234O', 'ABC12', 'ABCDE', 'AB12C', 'A1BC2', '1234', '123', '1234-', '中1234'])
      finds(`鲁K${one}`);
  });

  it('may end in the sign of a school, a guard, a border, a trailer or a trial', () => {
    for (const last of '学警港澳挂领试超') finds(`«粤Z1234${last}»`);
    for (const text of ['粤Z123学4', '粤Z1234民', '粤Z学1234']) finds(text);
  });

  it('has six signs for new energy: D or F and the like in front, or behind five digits', () => {
    for (const one of ['D12345', 'F12345', 'A12345', 'K12345', 'DA2345', '12345D', '12345F', '12345K'])
      finds(`«鲁B${one}»`);
    for (const one of ['L12345', 'DO2345', 'DAB345', '12345L', '123456', '1234567', 'D123456']) finds(`鲁B${one}`);
  });

  it('is not the beginning of a longer word or number', () => {
    for (const text of [
      '鲁K12345x',
      '鲁K123456',
      '鲁KA12345B',
      '鲁K 1 2 3 4 5 6',
      '鲁K 1 2 3 4 5x',
      '鲁K D 1 2 3 4 5x',
      '鲁K1 新2345',
    ])
      finds(text);
    for (const text of [
      '«鲁K12345» 6辆',
      '«鲁K12345»，6辆',
      '«鲁K12345»鲁',
      '«鲁K12345»学。',
      '«鲁K12345»学A',
      '«鲁K 1 2 3 4 5»辆',
    ])
      finds(text);
  });
});

describe('a plate in disguise', () => {
  it('may have a dot or a space behind the letter, and behind the province', () => {
    for (const sign of ['', ' ', '  ', '\t', '\n', '·', '•', '-', '.', '・', '|', '"', "'", ',', ' · ', ' - ', '" "'])
      finds(`«鲁K${sign}12345»`);
    for (const sign of ['', ' ', '·', ' · ', '  -  ']) finds(`«鲁${sign}K12345»`);
    for (const sign of ['/', '··', '     ', '   ·', '·   ', '--', '的']) {
      finds(`鲁K${sign}12345`);
      finds(`鲁${sign}K12345`);
    }
  });

  it('may have one sign per cell, all parted alike', () => {
    for (const sign of [' ', '-', '|', ' | ', '\t']) {
      finds(`«${[...'鲁K12345'].join(sign)}»`);
      finds(`«${[...'鲁KD12345'].join(sign)}»`);
    }
    for (const text of ['鲁K1 2345', '鲁K12 345', '鲁K1 2-3 4 5', '鲁K1234 5']) finds(text);
  });

  it('may be written small; its value is in capitals without separators', () => {
    const [hit] = plates('车牌：鲁k·a12b3');
    assert.deepEqual(hit, { kind: 'plate', value: '鲁KA12B3', start: 3, end: 11 });
    assert.equal(plates('鲁 k d 1 2 3 4 5')[0]?.value, '鲁KD12345');
  });

  it('several stand in one text', () => finds('«鲁K12345»、«粤B·D12345»；«京A1234警»'));
});

describe('new (新) and cloud (云) are provinces and words', () => {
  const STANDARDS = 'GB JB HG DB QB SH SY DL CJ JG JT TB YB NB AQ GA HJ LY NY SL WS XF YD'.split(' ');

  it('a standard behind them is no plate, elsewhere it is', () => {
    for (const standard of STANDARDS) {
      for (const site of ['新', '云']) finds(`按${site}${standard}5030`);
      finds(`新${standard}/T12`);
      finds(`新${standard}T123`);
      finds(`«鲁${standard}5030»`);
    }
    for (const text of ['按新gb5030执行', '新 GB5030', '新车 «鲁GB5030»']) finds(text);
    finds('«新GK5030»');
    finds('«新AGB503»');
    finds('«新GBA123»');
  });

  it('behind another character they belong to a word, unless that speaks of a car', () => {
    for (const text of ['创新A12345', '阿里云B12345', '最新C12345', '号牌：最新C12345']) finds(text);
    for (const before of '牌照车号为是系') {
      finds(`${before}«新A12345»`);
      finds(`${before}«云B12345»`);
    }
    for (const text of ['«新A12345»', '，«云B12345»', '创«鲁A12345»', '新民«鲁A12345»', 'A «新A12345»']) finds(text);
  });
});
