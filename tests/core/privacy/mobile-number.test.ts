import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayBeMobileNumber, mobileNumber } from '#core/privacy/mobile-number.ts';
import { apart, windowOf } from './window-of.ts';

const found = (marked: string): string | undefined => mobileNumber(windowOf(marked))?.value;
const glance = (digits: string): boolean => mayBeMobileNumber(`7${digits}8`, 1, 1 + digits.length);
const REST = '570418236';
const NUMBER = `13${REST}`;
const USUAL = '3-4-4 3-8 7-4 3-3-5 4-4-3 4-3-4 3-5-3 3-4-2-2 3-2-2-4 3-2-3-3 3-3-3-2 3-2-2-2-2'.split(' ');

describe('the digits of a mobile number', () => {
  it('are eleven from 13 to 19', () => {
    for (const second of '0123456789') {
      const number = `1${second}${REST}`;
      assert.equal(found(number), second > '2' ? number : undefined, second);
      assert.equal(glance(number), second > '2', second);
    }
    for (const digits of [`2${NUMBER.slice(1)}`, NUMBER.slice(1), `${NUMBER}1`, `${NUMBER.slice(0, 10)}`]) {
      assert.equal(found(digits), undefined, digits);
      assert.equal(glance(digits), false, digits);
    }
  });

  it('may follow the code of the country, whole or apart, or a zero', () => {
    for (const code of ['86', '086', '0086']) {
      for (const text of [
        `${code}${NUMBER}`,
        `${code} ${NUMBER}`,
        `${code}-${apart(NUMBER, '3-4-4', ' ')}`,
        `${code} ${apart(NUMBER, '3-4-4', '-')}`,
      ]) {
        assert.equal(found(`+${text}`), NUMBER, text);
      }
      assert.equal(glance(code + NUMBER), true, code);
    }
    assert.equal(found(`0${NUMBER}`), NUMBER);
    assert.equal(glance(`0${NUMBER}`), true);
    for (const code of ['1', '87', '00', '8', '186', '+00860']) {
      assert.equal(found(code + NUMBER), undefined, code);
      assert.equal(glance(code.replace('+', '') + NUMBER), false, code);
    }
    assert.equal(found('8 6 1 3 5 7 0 4 1 8 2 3 6'), NUMBER);
    assert.equal(found(`86,${NUMBER}`), NUMBER);
    assert.equal(found(apart(`86${NUMBER}`, '5-4-4', ',')), NUMBER);
    assert.equal(found(apart(`86${NUMBER}`, '2-5-6', ',')), undefined);
    assert.equal(found(`8613${apart(REST, '1-4-4', ' ')}`), NUMBER);
  });

  it('behind a zero stand together, or are parted in front or in fours', () => {
    assert.equal(found(`0 ${NUMBER}`), NUMBER);
    assert.equal(found(apart(`0${NUMBER}`, '4-4-4', ' ')), NUMBER);
    assert.equal(found(apart(`0${NUMBER}`, '4-8', ' ')), NUMBER);
    for (const shape of ['3-5-4', '8-4', '6-6', '2-10', '4-5-3', '5-4-3', '3-1-8'])
      assert.equal(found(apart(`0${NUMBER}`, shape, ' ')), undefined, shape);
    assert.equal(found(apart(`0${NUMBER}`, '4-4-3-1', ' ')), undefined);
    assert.equal(found(apart(`86${NUMBER}`, '5-4-4', ' ')), NUMBER);
  });
});

describe('a mobile number taken apart', () => {
  it('is one in the groups in which people write it', () => {
    for (const shape of USUAL) {
      for (const signs of [[','], [' '], [' ', '-'], ['、']]) {
        if (shape.length > 5 && signs[0] === '、') continue;
        assert.equal(found(apart(NUMBER, shape, ...signs)), NUMBER, shape + signs.join(''));
      }
    }
    for (const shape of ['2-9', '5-6', '1-5-5', '3-1-7', '3-6-2']) {
      assert.equal(found(apart(NUMBER, shape, ',')), undefined, shape);
      if (shape.length > 3) assert.equal(found(apart(NUMBER, shape, ' ', '、')), undefined, shape);
    }
  });

  it('directly behind its word in any groups, but for those of a list', () => {
    for (const word of ['手机', '电话', '微信']) {
      for (const sign of [' ', '\n', ':', '&']) {
        assert.equal(found(`${word}：«${apart(NUMBER, '1-5-5', sign)}»`), NUMBER, word + sign);
      }
      for (const sign of [',', '、'])
        assert.equal(found(`${word}：«${apart(NUMBER, '1-5-5', sign)}»`), undefined, word + sign);
      assert.equal(found(`${word}：«${apart(NUMBER, '1-5-5', '&')}»&12`), undefined);
      assert.equal(found(`${word}：12&«${apart(NUMBER, '1-5-5', '&')}»`), undefined);
    }
    for (const word of ['账号', '编码', '护照'])
      assert.equal(found(`${word}：«${apart(NUMBER, '1-5-5', '&')}»`), undefined, word);
    assert.equal(found(`手机请见下 «${apart(NUMBER, '1-5-5', '&')}»`), undefined);
  });

  it('is none when one of two groups is a day', () => {
    for (const day of ['20240911', '19991231', '20391130', '20000101', '19900930', '20000229', '20001019']) {
      assert.equal(found(apart(`137${day}`, '3-8', '-')), undefined, day);
      assert.equal(found(`手机：«${apart(`137${day}`, '3-8', '-')}»`), `137${day}`, day);
      assert.equal(found(`137${day}`), `137${day}`);
      assert.equal(found(`137-${day.slice(0, 4)}-${day.slice(4)}`), `137${day}`);
    }
    for (const day of [
      '20241311',
      '20240011',
      '20240932',
      '20240900',
      '18991231',
      '20401231',
      '21000101',
      '20240941',
      '02024091',
    ]) {
      assert.equal(found(apart(`137${day}`, '3-8', '-')), `137${day}`, day);
    }
    assert.equal(found('1372024-0911'), '13720240911');
    assert.equal(found('13-720240911'), '13720240911');
    assert.equal(found('199909111-23'), '19990911123');
    assert.equal(found('19990911-1-23'), '19990911123');
  });
});

describe('eleven digits that are something else', () => {
  it('are an amount behind a sign of money, or announced and with its unit behind', () => {
    for (const sign of '$￥¥€') assert.equal(found(`${sign}«${NUMBER}»`), undefined, sign);
    assert.equal(found(`€ «${NUMBER}»`), NUMBER);
    const units = '元 吨 千瓦 公里 立方 平方 美元 人民币 欧元 次 件 台 个 字节 kWh KWh bytes'.split(' ');
    for (const unit of units) {
      for (const between of ['', ' ', '.5', '.50']) {
        for (const after of ['', '。', ' ', '以上', '的'])
          assert.equal(found(`产值«${NUMBER}»${between}${unit}${after}`), undefined, between + unit + after);
        for (const word of ['', '李四', '手机：', '编号：', '产值见下，'])
          if (!between.startsWith('.'))
            assert.equal(found(`${word}«${NUMBER}»${between}${unit}`), NUMBER, word + between + unit);
      }
      for (const name of ['华化学', '通电气', '人', '序第三', '杂货码头', '海核电'])
        if (unit !== '吨' || name !== '人') assert.equal(found(`产值«${NUMBER}»${unit}${name}`), NUMBER, unit + name);
      for (const between of ['  ', '.', '，', '.500', '.5  ', 'x'])
        assert.equal(found(`产值«${NUMBER}»${between}${unit}`), NUMBER, between + unit);
    }
    for (const unit of ['万', '亿', '万元', '亿元', '人']) assert.equal(found(`产值«${NUMBER}»${unit}`), NUMBER, unit);
    for (const word of ['合计', '奖金共计', '总投资约', '人民币', '累计:'])
      assert.equal(found(`${word}«${NUMBER}»元`), undefined, word);
    assert.equal(found(`«${NUMBER}».00元`), undefined);
    assert.equal(found(`手机：«${NUMBER}».00元`), NUMBER);
    assert.equal(found(`合计«${apart(NUMBER, '3-4-4', ' ')}»元`), NUMBER);
  });

  it('are a credit code, or a serial behind its letters, but not behind a word for papers or for telephones', () => {
    assert.equal(found(`信用代码：«${NUMBER}»`), undefined);
    assert.equal(found(`信用代码请见下 «${NUMBER}»`), NUMBER);
    for (const word of ['订单号', '编号', '证书编号', '工号', '身份证号', '账号', '护照'])
      assert.equal(found(`${word}：«${NUMBER}»`), NUMBER, word);
    // A serial and the figure of the next line.
    assert.equal(found(`批号：«${apart(NUMBER, '10-1', '\n')}»`), undefined);
    for (const letters of 'SN S/N ZL CN PN P/N ISBN ISSN GB DB QB JB XK SC QS SP IMEI'.split(' ')) {
      for (const before of ['', '第', '1 ']) {
        for (const between of ['', ' ', '-'])
          assert.equal(found(`${before}${letters}${between}«${NUMBER}»`), undefined, letters + between);
        for (const between of [':', ': ', '.', '#'])
          assert.equal(found(`${before}${letters}${between}«${NUMBER}»`), NUMBER, letters + between);
      }
      // Some of these letters are words in front of a number as well.
      if (letters === 'SN' || letters.length === 4) continue;
      assert.equal(found(`手机 ${letters} «${NUMBER}»`), NUMBER, letters);
      for (const text of [
        `x${letters}«${NUMBER}»`,
        `${letters}   «${NUMBER}»`,
        `${letters}_«${NUMBER}»`,
        `${letters}x«${NUMBER}»`,
      ])
        assert.equal(found(text), NUMBER, text);
    }
    for (const letters of ['NO', 'No']) assert.equal(found(`${letters}.«${NUMBER}»`), NUMBER, letters);
  });

  it('are a fraction or the number of a column and an article', () => {
    assert.equal(found(`0.${NUMBER}`), undefined);
    assert.equal(found(`0-${NUMBER}`), NUMBER);
    assert.equal(found(`0.${apart(NUMBER, '4-4-3', ' ')}`), NUMBER);
    assert.equal(found(`art_«${apart(NUMBER, '3-8', '_')}»`), undefined);
    assert.equal(found(`_«${apart(NUMBER, '3-8', '_')}»`), NUMBER);
    assert.equal(found(`art«${apart(NUMBER, '3-8', '_')}»`), NUMBER);
    assert.equal(found(`art_«${apart(NUMBER, '3-8', '-')}»`), NUMBER);
    assert.equal(found(`art_x«${apart(NUMBER, '3-8', '_')}»`), NUMBER);
    assert.equal(found(`手机 a_«${apart(NUMBER, '3-8', '_')}»`), NUMBER);
  });

  it('gives kind, digits and place', () => {
    assert.deepEqual(mobileNumber(windowOf(`请拨 «+86 ${NUMBER}»。`)), {
      kind: 'mobile-number',
      value: NUMBER,
      start: 4,
      end: 18,
    });
  });
});
