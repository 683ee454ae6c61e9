import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { inspectText } from '#core/privacy/inspect-text.ts';
import { masked } from '#core/privacy/mask.ts';
import { Chance } from './chance.ts';
import { kindsIn } from './kinds-in.ts';
import { bankCard, earlyIdentityNumber, identityNumber, mobileNumber, withLuhnDigit } from './private-values.ts';

const STARS = [...'*＊×xX●○■□_•某★◆'];
const starred = (value: string, from: number, to: number, star = '*'): string =>
  value.slice(0, from) + star.repeat(to - from) + value.slice(to);
const shape = (text: string): string => text.replace(/[0-9]/g, 'n');

describe('an identity number of which a part is hidden', () => {
  const chance = new Chance(11);

  it('is found in every form that notices and tables use, with any sign, in 18 and 15 digits', () => {
    for (let round = 0; round < 40; round += 1) {
      const number = identityNumber(chance);
      const early = earlyIdentityNumber(chance);
      for (const star of STARS) {
        for (const text of [
          starred(number, 6, 14, star),
          starred(number, 3, 14, star),
          starred(number, 10, 14, star),
          starred(number, 12, 14, star),
          starred(number, 14, 18, star),
          starred(early, 6, 11, star),
          starred(early, 8, 12, star),
          starred(early, 3, 11, star),
          ...(star === '_' ? [] : [starred(number, 0, 14, star), starred(number, 6, 18, star)]),
        ])
          for (const around of [text, `身份证号：${text}，已核`, `（${text}）`, `王某 ${text} 万华化学`])
            // A dot between two groups may part a telephone as well.
            assert.ok(kindsIn(around).includes('identity-number'), shape(around));
      }
    }
  });

  it('is found with mixed signs, spaces, dashes, and with more or fewer stars than digits', () => {
    for (const text of [
      '371002 ******** 1234',
      '3710 02** **** **12 34',
      '371002-********-1234',
      '371002*●*●*●*●1234',
      '371002*****1234',
      '371002**1234',
      '371002--------1234',
      '371002........1234',
      '371002~~~~~~~~1234',
      '**371002********1234**',
      '3710021980****123X',
      '身份证号 371002……1234',
      '身份证：371002***',
      '身份证号码：***1234',
      '身份证（本人）：3710…1234',
    ])
      assert.deepEqual(kindsIn(text), ['identity-number'], text);
  });

  it('is found when only its beginning or end is told', () => {
    for (const text of [
      '身份证后四位1234',
      '身份证号码后4位为123X',
      '身份证尾号1234',
      '身份证（后四位）：1234',
      '身份证号末六位是011234',
      '公民身份号码前六位371002',
      '身份证号后四位一二三四',
      '证件号码最后四位: 1234',
    ])
      assert.deepEqual(
        kindsIn(text),
        text.startsWith('公民') || text.includes('身份') || text.includes('证件号') ? ['identity-number'] : [],
        text,
      );
  });

  it('passes when at most its first and last characters are left, as our own messages show them', () => {
    for (let round = 0; round < 50; round += 1) {
      const number = identityNumber(chance);
      for (const text of [
        masked(number),
        `身份证号：${masked(number)}`,
        '*'.repeat(18),
        '身份证号：******************',
      ])
        assert.deepEqual(kindsIn(text), [], shape(text));
    }
    for (const text of [
      '身份证号*',
      '身份证复印件前2页',
      '身份证后四位作为初始密码',
      '身份证号：__________________',
      '□□□□□□ 12',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });
});

describe('a field that was left blank', () => {
  it('says nothing of the next sentence', () => {
    for (const text of [
      '身份证号码：。154●●●●4944',
      '身份证号码：；157●●●●2875',
      '身份证号码：。962×1253×89mm',
      '身份证号码：____；6222 **** **** 4583',
      '联系电话：____________；173×1031×22mm',
      '身份证号码：；1 2 3 4 5 6 7 8 9；2011、2019、2022年度',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });

  it('is none where the stop was typed for the colon, or the value stands in the next cell', () => {
    for (const text of ['身份证号；371002********1234', '身份证号：,371002****1234', '身份证号。3710******1234'])
      assert.deepEqual(kindsIn(text), ['identity-number'], text);
    assert.deepEqual(kindsIn('电话；5891234'), ['telephone']);
  });
});

describe('a size, and a card hidden as cards are printed,', () => {
  it('take no figure beside them in', () => {
    for (const text of [
      '962×1253×89mm',
      '外形1830x1994x10 mm',
      '1:4.5 6222 **** **** 4583',
      '火警119 6222 **** **** 4509',
      '2026-03-04 11:15 6222 **** **** 1145 2015、2016年度',
    ])
      assert.deepEqual(kindsIn(text), [], text);
    assert.deepEqual(kindsIn('6222 **** *234 4583'), ['bank-card']);
    assert.deepEqual(kindsIn('1 371002 **** **** 1234'), ['identity-number']);
  });
});

describe('a mobile number of which a part is hidden', () => {
  it('is found while fewer than four digits are hidden, wherever', () => {
    const chance = new Chance(12);
    for (const hidden of [1, 2, 3]) {
      for (let from = 3; from + hidden <= 11; from += 1) {
        for (const star of '*＊●■□某★') {
          const text = starred(mobileNumber(chance), from, from + hidden, star);
          for (const around of [text, `手机：${text}`, `联系${text} 个人`])
            // Behind 手机 the seven digits at the end are a telephone too.
            assert.equal(kindsIn(around)[0], 'mobile-number', shape(around));
        }
      }
    }
    for (const text of ['手机：138*45678', '电话 138**45678', '13*12*45678', '138 ***4 5678', '1381234567x'])
      assert.deepEqual(kindsIn(text), ['mobile-number'], text);
  });

  it('passes without four of its digits', () => {
    for (const text of [
      '138****5678',
      '手机：138****5678',
      '138 **** 5678',
      '1381234****',
      '138○○○○5678',
      '手机：138…5678',
      '手机尾号5678',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });
});

describe('a card of which a part is hidden', () => {
  it('is found while fewer than six digits are hidden', () => {
    const chance = new Chance(13);
    for (let round = 0; round < 40; round += 1) {
      const card = bankCard(chance);
      const kinds = kindsIn(starred(card, 8, 8 + chance.whole(1, 5)));
      assert.equal(kinds.length, 1, card.slice(0, 4));
    }
    const card = withLuhnDigit('621700001000001008');
    assert.deepEqual(kindsIn(starred(card, 8, 9)), ['bank-card']);
    assert.deepEqual(kindsIn(`卡号：${starred(card, 6, 11)}`), ['bank-card']);
  });

  it('passes with its first six and last four', () => {
    for (const text of [
      '6222 **** **** 1234',
      '622202******1234',
      '卡号：622202*********1234',
      '6222 02** **** **** 123',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });
});

describe('figures and signs that hide nothing', () => {
  it('sizes, bold words, blanks, leaders, dates and products pass', () => {
    for (const text of [
      '1500×2000×300mm',
      '1500*20*300*10',
      '13×12 138x1200',
      '**10000**元，**20240911**',
      '***2024年度***',
      '姓名______________1234',
      '目录..............12',
      '2024-09-11 *** 12345',
      '* 138 项，* 1200 人',
      '第1章 # 2 ## 3',
      '3#楼1201室，5#机组',
      '得分★★★★★ 95',
      '某某公司2024年某月',
      '20240101****0001',
      '统一社会信用代码：91371000****123456',
      'https://example.org/#46372791018924b8',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });
});

describe('a number told in parts', () => {
  it('is put together in the order of its parts', () => {
    const found = (text: string): string[] =>
      inspectText(text, new AllowList()).map(({ kind, value }) => `${kind} ${value}`);
    const whole = ['mobile-number 13812345678'];
    for (const text of [
      '前三位138，中间1234，后四位5678',
      '手机前三位是138、中间四位是1234、后四位是5678',
      '后四位5678，前七位1381234',
      '头三位一三八 中四位一二三四 尾四位五六七八',
      '获得前20名；手机前3位：138；中间4位：1234；后4位：5678',
      '开头138，中间1234，结尾5678',
      '手机号码中间四位是1234，前面138后面5678',
      '电话：138 开头 5678 结尾 中间 1234',
      '号段138，中间1234，尾号5678',
    ])
      assert.deepEqual(found(text), whole, text);
    assert.deepEqual(found('手机前七位1381234，后三位678'), ['mobile-number 1381234678']);
    assert.deepEqual(found('区号0631，号码5891234'), ['telephone 06315891234']);
    for (const text of [
      '前三位138，后四位5678',
      '前20名、后10名',
      '前3项1200元，后5项1800元',
      '中间1234字，后2000字',
      '135开头的型号，以1230结尾，前面10台后面20台',
    ])
      assert.deepEqual(found(text), [], text);
  });
});
