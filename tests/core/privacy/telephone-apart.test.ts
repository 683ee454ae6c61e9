import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { telephone } from '#core/privacy/telephone.ts';
import { apart, windowOf } from './window-of.ts';

const found = (marked: string): string | undefined => telephone(windowOf(marked))?.value;
/** Full numbers by their count of digits: with an area code of three or four, behind the code of the country. */
const FULL: Readonly<Record<number, string>> = {
  11: '06315231764',
  12: '063152317648',
  13: '8606315231764',
  14: '86063152317648',
  15: '008606315231764',
  16: '0086063152317648',
};
const BEIJING = '01052317648';

describe('a telephone number with an area code, taken apart', () => {
  it('is one in the groups in which people write it', () => {
    const usual = '4-7 4-8 4-3-4 4-4-4 4-4-3 2-4-7 2-4-8 2-4-3-4 4-4-7 4-4-8';
    for (const shape of usual.split(' ')) {
      const length = shape.split('-').reduce((sum, part) => sum + Number(part), 0);
      const digits = FULL[length] ?? '';
      const value = digits.slice(digits.indexOf('0631'));
      for (const sign of ['&', ' ']) assert.equal(found(apart(digits, shape, sign)), value, shape);
      assert.equal(found(apart(digits, shape, ' ', '-')), value, shape);
    }
    for (const shape of ['3-8', '3-4-4', '1-2-8']) assert.equal(found(apart(BEIJING, shape, '&')), BEIJING, shape);
    for (const shape of ['3-3-8', '2-3-8', '2-3-4-4'])
      if (shape !== '3-3-8') assert.equal(found(apart(`86${BEIJING}`, shape, '&')), BEIJING, shape);
    for (const shape of ['3-7', '3-3-4'])
      assert.equal(found(apart(BEIJING.slice(0, 10), shape, '&')), BEIJING.slice(0, 10), shape);
    for (const shape of ['1-3-7', '1-3-8'])
      assert.equal(
        found(apart(FULL[shape === '1-3-7' ? 11 : 12] ?? '', shape, '&')),
        FULL[shape === '1-3-7' ? 11 : 12] ?? '',
        shape,
      );
    for (const shape of ['2-3-7', '2-3-3-4'])
      assert.equal(found(apart(`86${BEIJING.slice(0, 10)}`, shape, '&')), BEIJING.slice(0, 10), shape);
    for (const [shape, digits] of [
      ['2-2-8', '861052317648'],
      ['2-2-4-4', '861052317648'],
      ['2-3-7', '866315231764'],
      ['2-3-8', '8663152317648'],
      ['2-3-3-4', '866315231764'],
      ['2-3-4-4', '8663152317648'],
      ['2-10', '866315231764'],
    ] as const) {
      const value = `0${digits.slice(2)}`;
      assert.equal(found(`+«${apart(digits, shape, ' ')}»`), value, shape);
      assert.equal(found(`+«${apart(digits, shape, '&')}»`), value, shape);
    }
    for (const [shape, digits] of [
      ['4-2-8', '00861052317648'],
      ['4-3-7', '00866315231764'],
      ['4-3-8', '008663152317648'],
      ['4-10', '00866315231764'],
    ] as const)
      for (const sign of [' ', '&']) assert.equal(found(apart(digits, shape, sign)), `0${digits.slice(4)}`, shape);
    for (const [shape, digits] of [
      ['3-10', '0866315231764'],
      ['3-9', '886252317648'.slice(0, 12)],
      ['3-1-8', '886252317648'],
      ['3-1-4-4', '886252317648'],
      ['3-4-4', '85252317648'],
      ['3-8', '85252317648'],
    ] as const)
      for (const sign of [' ', '&'])
        assert.equal(found(`+«${apart(digits, shape, sign)}»`), digits.replace(/^086/, '0'), shape);
  });

  it('is none in other groups, or in a list, unless its word says so', () => {
    for (const shape of ['6-5', '2-9', '5-6', '4-2-5', '4-6-1', '7-4']) {
      for (const sign of [' ', ',', '&'])
        assert.equal(found(apart(FULL[11] ?? '', shape, sign)), undefined, shape + sign);
      assert.equal(found(`电话：«${apart(FULL[11] ?? '', shape, ' ')}»`), FULL[11], shape);
      assert.equal(found(`电话请见下 «${apart(FULL[11] ?? '', shape, ' ')}»`), undefined, shape);
    }
    for (const sign of [':', ',', '、']) {
      assert.equal(found(apart(FULL[11] ?? '', '4-7', sign)), undefined, sign);
      assert.equal(found(`电话请见下 «${apart(FULL[11] ?? '', '4-7', sign)}»`), undefined, sign);
      assert.equal(found(`电话：«${apart(FULL[11] ?? '', '4-7', sign)}»`), FULL[11], sign);
    }
    assert.equal(found(apart(FULL[11] ?? '', '4-3-4', ' ', '\n')), undefined);
    assert.equal(found(apart(FULL[11] ?? '', '4-3-4', '\n')), FULL[11]);
    assert.equal(found(`电话：«${apart(FULL[11] ?? '', '4-3-4', ' ', '\n')}»`), FULL[11]);
  });

  it('may be spelt one by one, and be followed by an extension', () => {
    for (const sign of [' ', '-', '\n', '&']) assert.equal(found([...(FULL[11] ?? '')].join(sign)), FULL[11], sign);
    assert.equal(found('1-1-1'), undefined);
    for (const shape of ['4-7', '4-8', '3-8']) {
      const digits = shape === '4-8' ? (FULL[12] ?? '') : shape === '3-8' ? BEIJING : (FULL[11] ?? '');
      assert.equal(found(`«${apart(digits, shape, '-')}»-615`), digits, shape);
      assert.equal(found(`31-«${apart(digits, shape, '-')}»`), digits, shape);
    }
    assert.equal(found(`«${apart(FULL[11] ?? '', '4-3-4', '&')}»&615`), undefined);
  });

  it('is a serial directly behind such a word', () => {
    for (const word of ['订单号', '信用代码']) {
      assert.equal(found(`${word}：«${FULL[11]}»`), undefined);
      assert.equal(found(`${word}请见下 «${FULL[11]}»`), FULL[11]);
    }
    for (const word of ['账号', '身份证号']) assert.equal(found(`${word}：«${FULL[11]}»`), FULL[11]);
  });
});

describe('a telephone number without an area code', () => {
  const LOCAL = '5231764';

  it('needs a word for telephone, near enough', () => {
    for (const word of ['电话', '手机']) {
      for (const digits of [LOCAL, `${LOCAL}8`, '2000000', '99999999']) {
        assert.deepEqual(telephone(windowOf(`${word}：«${digits}»。`)), {
          kind: 'telephone',
          value: digits,
          start: 3,
          end: 3 + digits.length,
        });
      }
      for (const digits of ['523176', '1231764', '0231764', `${LOCAL}89`])
        assert.equal(found(`${word}：«${digits}»`), undefined);
    }
    assert.equal(found(`电话请见下 «${LOCAL}»`), LOCAL);
    for (const word of ['账号', '编号', '邮箱', '']) assert.equal(found(`${word}：«${LOCAL}»`), undefined, word);
  });

  it('is no day, unless it stands directly behind the word', () => {
    for (const day of ['20240911', '20390101', '20001019', '20300230']) {
      assert.equal(found(`电话：«${day}»`), day);
      assert.equal(found(`电话请见下 «${day}»`), undefined);
    }
    for (const none of ['20241311', '20240932', '20401231', '20240900', '20240011', '2024091'])
      assert.equal(found(`电话请见下 «${none}»`), none);
  });

  it('right behind its word it is no count, whatever follows', () => {
    const units = '元 万 亿 人 名 台 件 吨 公里 米 千 个 次 户 亩 份 小时 分钟 天 年 月 日 %'.split(' ');
    for (const unit of units) {
      for (const between of ['', ' ', '  ', '，'])
        assert.equal(found(`电话：«${LOCAL}»${between}${unit}`), LOCAL, unit);
      assert.equal(found(`电话：«0631${LOCAL}»${unit}`), `0631${LOCAL}`, unit);
    }
    for (const range of ['-300元', '-300', '或300元']) assert.equal(found(`电话：«${LOCAL}»${range}`), LOCAL, range);
  });

  it('with other words between, or behind a word for a call, a whole measure word makes it a count', () => {
    const units = '元 万 亿 人 名 台 件 吨 公里 米 千 个 次 亩 份 小时 分钟 天 年 月 日 %'.split(' ');
    for (const unit of units) {
      for (const between of ['', ' ']) {
        assert.equal(found(`电话登记共«${LOCAL}»${between}${unit}`), undefined, unit);
        assert.equal(found(`来电«${LOCAL}»${between}${unit}。`), undefined, unit);
      }
      for (const between of ['  ', '，']) assert.equal(found(`电话找王某«${LOCAL}»${between}${unit}`), LOCAL, unit);
    }
    for (const name of [
      '万华化学',
      '亿联网络',
      '元通电气',
      '个体户',
      '次序第三',
      '件杂货码头',
      '台海核电',
      '人社局',
      '名单附后',
    ])
      assert.equal(found(`电话找王某«${LOCAL}» ${name}`), LOCAL, name);
    for (const range of ['-300元', '—300 万', '~ 300元', '至300元', ' - 300 元'])
      assert.equal(found(`电话登记共«${LOCAL}»${range}`), undefined, range);
  });

  it('taken apart directly behind its word, in usual groups that stand alone', () => {
    for (const shape of ['3-4', '3-2-2', '2-3-2', '4-3'])
      assert.equal(found(`电话：«${apart(LOCAL, shape, '-')}»`), LOCAL, shape);
    for (const shape of ['4-4', '4-2-2', '2-2-2-2'])
      assert.equal(found(`电话：«${apart(`${LOCAL}8`, shape, '\t')}»`), `${LOCAL}8`, shape);
    for (const shape of ['2-5', '1-6', '5-2', '2-2-3'])
      assert.equal(found(`电话：«${apart(LOCAL, shape, '-')}»`), undefined, shape);
    for (const sign of [',', '、', '\n', ':', '&'])
      assert.equal(found(`电话：«${apart(LOCAL, '3-4', sign)}»`), undefined, sign);
    for (const text of ['«523-1764»-2', '12-«523-1764»']) assert.equal(found(`电话：${text}`), undefined, text);
    assert.equal(found('电话请见下 «523-1764»'), undefined);
    assert.equal(found('电话：«523 17-64»'), undefined);
  });
});
