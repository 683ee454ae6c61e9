import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { Chance } from './chance.ts';
import { kindsIn, plain } from './kinds-in.ts';
import { identityNumber, landline, mobileNumber, withLuhnDigit } from './private-values.ts';

const mobile = mobileNumber(new Chance(7));
const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)] as const;

describe('mobile numbers', () => {
  it('are eleven digits from 13 to 19', () => {
    for (const head of ['13', '14', '15', '16', '17', '18', '19']) {
      assert.deepEqual(kindsIn(head + new Chance(1).digits(9)), ['mobile-number'], head);
    }
    for (const head of ['10', '11', '12', '20', '31'])
      assert.deepEqual(kindsIn(head + new Chance(1).digits(9)), [], head);
  });

  it('may follow the code of the country or a zero', () => {
    for (const code of ['+86', '+86 ', '+86-', '86', '0086', '0086-', '(+86)', '（+86）', '086 ', '0']) {
      assert.deepEqual(kindsIn(code + mobile), ['mobile-number'], code);
    }
    for (const code of ['+86 ', '+86-', '0086 ', '(+86)']) {
      assert.deepEqual(kindsIn(`${code}${a} ${b} ${c}`), ['mobile-number'], code);
    }
  });

  it('are read through every usual grouping and separator', () => {
    for (const sign of [
      ' ',
      '-',
      '.',
      '/',
      ',',
      '，',
      '、',
      '\n',
      '　',
      '－',
      '．',
      '·',
      '_',
      '*',
      '|',
      ':',
      ';',
      '—',
      '+',
    ]) {
      assert.deepEqual(kindsIn(`请拨 ${[a, b, c].join(sign)}（本人）`), ['mobile-number'], JSON.stringify(sign));
    }
    for (const text of [
      `${a}-${b}${c}`,
      `${a}${b}-${c}`,
      `(${a})${b}-${c}`,
      `${a} ${b}-${c}`,
      [...mobile].join(' '),
      [...mobile].join('\n'),
      [...mobile].join('、'),
    ]) {
      assert.deepEqual(kindsIn(text), ['mobile-number'], String(text.length));
    }
  });

  it('one digit per cell is read with a serial number in the first cell', () => {
    assert.deepEqual(kindsIn(`1\t${[...mobile].join('\t')}`), ['mobile-number']);
    assert.deepEqual(kindsIn(`| ${[...mobile].join(' | ')} |`), ['mobile-number']);
    assert.deepEqual(kindsIn(JSON.stringify([...mobile])), ['mobile-number']);
  });

  it('are not put together from lists, sizes, dates, amounts, addresses or drawings', () => {
    for (const text of [
      '分别为15、20、25、30、100',
      '16 32 48 64 128',
      '[16,32,48,64,128]',
      '150、2000、3500',
      '直径158、2003、3517毫米',
      '13,800,000,000元',
      '1 2 3 4 5 6 7 8 9 10',
      '1998.7—2003.06',
      '13:30—17:30，15:00',
      '192.168.10.100',
      '131.12345678, 45.12345678',
      '0.13812345678',
      '1.5861632204',
      'M13.81 2.34l5.67-8 13 8z',
      'https://example.org/art/2018/4/12/art_138_12345678.html',
      'rgba(150,200,250,.35)',
      'GB/T 1815-2008 919会议室',
      '粤B2-19964597\n158会议室',
      '1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0',
      'ZL 2010 2 1701698.2\n210×1881×11mm',
      // Figures parted by signs of a list before a unit, whatever follows the unit.
      '直径145、2865、8686毫米长期使用',
      '孔距分别为139，2240，7715 mm三种',
      '功率152、1743、4375千瓦机组',
      '批号1999010706 一式三份',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });

  it('in a list without a unit, or behind a word for telephone, are found', () => {
    const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
    for (const text of [
      `李某 ${a}、${b}、${c}`,
      `手机${a}、${b}、${c}`,
      `李某 ${a}、${b}、${c} 毫米波公司`,
      `电话${a}，${b}，${c}毫米`,
    ])
      assert.deepEqual(kindsIn(text), ['mobile-number'], text.replace(/[0-9]/g, 'n'));
  });

  it('an amount that is announced is no telephone, nor is a serial behind its letters', () => {
    assert.deepEqual(kindsIn(`合计人民币${mobile}元长期有效`), []);
    assert.deepEqual(kindsIn(`人民币${mobile} 元通电气`), ['mobile-number']);
    assert.deepEqual(kindsIn(`联系电话：____，合计人民币${mobile}元`), []);
    assert.deepEqual(kindsIn(`产值${mobile}元`), []);
    assert.deepEqual(kindsIn(`￥${mobile}.00`), []);
    assert.deepEqual(kindsIn(`SN${mobile}`), []);
    assert.deepEqual(kindsIn(`手机：${mobile}`), ['mobile-number']);
  });

  it('are found whatever word follows, and behind whatever word for papers', () => {
    for (const text of [
      `李四 ${mobile} 万华化学集团`,
      `手机：${mobile} 个人`,
      `${mobile}亿联网络`,
      `${mobile} 元通电气有限公司`,
      `联系${mobile}次日上报`,
      `${mobile} 件杂货码头`,
      `手机：${mobile}元`,
      `产值手机${mobile}元`,
      `${mobile}元`,
      `累计${mobile}万件`,
      `编号：${mobile}`,
      `证书编号 ${mobile}`,
      `工号${mobile}`,
      `No. ${mobile}`,
      `${a}，${b}，${c} 万华化学`,
      `手机：${a}、${b}、${c}个`,
      `${mobile}××公司`,
    ])
      assert.deepEqual(kindsIn(text), ['mobile-number'], text.replace(/[0-9]/g, 'n'));
    assert.deepEqual(
      kindsIn(`${plain('6217a0000a1000a0010a089')} 万华`.replace(/^\S+/, withLuhnDigit('621700001000001008'))),
      ['bank-card'],
    );
  });

  it('a masked number has nothing left to find', () => {
    for (const mask of ['****', 'xxxx', 'XXXX', '××××', '●●●●', '＊＊＊＊', '....', '____']) {
      assert.deepEqual(kindsIn(`手机：${a}${mask}${c}`), [], mask);
    }
  });

  it('digits in a digest or a UUID are nobody’s', () => {
    assert.deepEqual(kindsIn(`e3b0c44298fc1c149afb${mobile}c8996fb92427ae41e4649b93`), []);
    assert.deepEqual(kindsIn(`550e8400-e29b-41d4-a716-a${mobile}`), []);
    assert.deepEqual(kindsIn(`wx${mobile}`), ['mobile-number']);
  });

  it('the fingerprint of a digest is printed in groups of four and stands in the address of a notice', () => {
    for (let number = 0; number < 20_000; number += 1) {
      const mark = createHash('sha256').update(`${number}`).digest('hex').slice(0, 20);
      const printed = mark.replace(/.{4}(?=.)/g, '$& ');
      for (const text of [
        `批准名单的指纹 ${printed}，应与盖章的名单所印相同。`,
        `批准名单的指纹 <span class="nb">${printed}</span>，`,
        `https://www.whzgh.org.cn/weihai-craftsman/2023/notice/#${mark}`,
      ]) {
        assert.deepEqual(kindsIn(text), [], text);
      }
    }
  });

  it('nothing else is a fingerprint', () => {
    const [four, eight, rest] = [mobile.slice(0, 4), mobile.slice(4, 8), mobile.slice(8)];
    for (const text of [
      `指纹 ${four} ${eight} ${rest}`,
      `指纹 ${four} ${eight} ${rest}a`,
      `${four} ${eight} ${rest}a abcd ef01`,
      `指纹 abcd ef01 abcd ef01 abcd，电话${mobile}`,
      `https://www.whzgh.org.cn/#${mobile}`,
      `https://www.whzgh.org.cn/#${mobile}abcdef`,
    ]) {
      assert.deepEqual(kindsIn(text), ['mobile-number'], text);
    }
    assert.deepEqual(kindsIn(`https://www.whzgh.org.cn/#${identityNumber(new Chance(3))}11`), ['identity-number']);
  });
});

describe('bank cards', () => {
  it('published test numbers of all issuers are found, whole and in fours', () => {
    for (const card of [
      '4242a4242a4242a4242',
      '5555a5555a5555a4444',
      '2223a0031a2200a3222',
      '3782a822463a10005',
      '3566a0020a2036a0505',
      '6011a1111a1111a1117',
    ]) {
      assert.deepEqual(kindsIn(plain(card)), ['bank-card'], card);
      assert.deepEqual(kindsIn(card.replaceAll('a', ' ')), ['bank-card'], card);
      assert.deepEqual(kindsIn(card.replaceAll('a', '-')), ['bank-card'], card);
    }
  });

  it('a number that fails the Luhn sum, or has no issuer, is a serial', () => {
    assert.deepEqual(kindsIn(plain('4242a4242a4242a4243')), []);
    assert.deepEqual(kindsIn(withLuhnDigit('777712345678901')), []);
    assert.deepEqual(kindsIn(`订单号：${plain('4242a4242a4242a4242')}`), []);
    assert.deepEqual(kindsIn(`https://example.org/detail/${plain('4242a4242a4242a4242')}`), []);
  });

  it('UnionPay cards have 16 to 19 digits', () => {
    for (const length of [16, 17, 18, 19]) {
      const card = withLuhnDigit(`6222${new Chance(length).digits(length - 5)}`);
      assert.deepEqual(kindsIn(card), ['bank-card'], String(length));
    }
  });

  it('behind 账号 or 卡号 any long number is an account', () => {
    const account = `9${new Chance(2).digits(17)}`;
    for (const label of ['银行账号：', '开户账号 ', '银行卡号：', '卡号：', '账号：', '帐号为', 'bankAccount: ']) {
      assert.deepEqual(kindsIn(label + account), ['bank-card'], label);
    }
    assert.deepEqual(kindsIn('微信公众账号：2023001'), []);
  });
});

describe('telephones', () => {
  const [area, number] = landline(new Chance(5));
  const other = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;

  it('with an area code are found anywhere', () => {
    for (const text of [
      `${area}-${number}`,
      `${area} ${number}`,
      `(${area})${number}`,
      `（${area}） ${number}`,
      `${area}${number}`,
      `${area}—${number}`,
      `${area}一${number}`,
      `${area}/${number}`,
      `+86-${area.slice(1)}-${number}`,
      `0086 ${area.slice(1)} ${number}`,
      `${area}-${number}-615`,
      `${area}-${number}转615`,
    ]) {
      assert.deepEqual(kindsIn(text), ['telephone'], text.replace(/[0-9]/g, 'n'));
    }
  });

  it('without an area code need a word before them', () => {
    assert.deepEqual(kindsIn(number), []);
    for (const label of [
      '电话：',
      '电 话：',
      '联系电话',
      '办公电话（兼传真）：',
      '座机 ',
      'Tel: ',
      '传真:',
      '"phone":"',
      '电话：张三 ',
      '宅电：',
      '热线：',
      'homeTel: ',
    ]) {
      assert.deepEqual(kindsIn(label + number), ['telephone'], label);
    }
  });

  it('without an area code are found with its place in brackets, and whatever word follows', () => {
    for (const text of [
      `${number}（家）`,
      `${number}(宅)`,
      `（办）${number}`,
      `${number} （住宅）`,
      `${number.slice(0, 3)}-${number.slice(3, 7)}${number.slice(7)}（单位）`.replace(/-(?=.{5})/, ''),
      `电话：${number} 万华化学`,
      `办公电话 ${number} 个人`,
      `电话：${number}元`,
      `编号：${area}-${number}`,
      `区号${area}，号码${number}`,
    ])
      assert.deepEqual(kindsIn(text), ['telephone'], text.replace(/[0-9]/g, 'n'));
    assert.deepEqual(kindsIn(`人口${number}（万）`), []);
  });

  it('the second of two numbers behind one word is one too', () => {
    assert.deepEqual(kindsIn(`电话：${number}、${other}`, [number]), ['telephone']);
    assert.deepEqual(kindsIn(`电话：${number}、${other}`, [number, other]), []);
  });

  it('of Hong Kong, Macao and Taiwan stop behind a plus', () => {
    assert.deepEqual(kindsIn(`+852 ${number.slice(0, 4)} ${new Chance(1).digits(4)}`), ['telephone']);
  });

  it('public short numbers, amounts after a call and times are none', () => {
    for (const text of [
      '拨打12333',
      '监督电话12380',
      '电话：110',
      '接到电话后投入5000000元',
      '电话：8:30—17:30',
      '联系电话登记人数2000000人',
      'GB/T 0468-2002\n1979年1月',
      '邮编 264200 电话',
      '产品 0631 的说明',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});
