import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LabelKind, labelWords } from '#core/privacy/label-word.ts';

/** What the words of a text say, with the words themselves. */
const words = (text: string): string[] =>
  labelWords(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const only = (kind: LabelKind, word: string, text = word): void =>
  assert.deepEqual(words(text), [`${kind} ${word}`], text);

/** Words as they stand in forms, tables and letters. */
const CHINESE: Readonly<Record<LabelKind, string>> = {
  identity: '公民身份号码 居民身份证 身份证 身份证件 身份证明号 证件号码 社会保障号码 居住证号',
  mobile: '手机号码 手机号 手机 移动电话',
  telephone: '电话 电话号码 座机 固话 宅电 传真 热线 总机 联系方式 来电 致电 拨打 分机 办电',
  bank: '银行卡号 银行账号 开户账号 收款账号 工资卡 储蓄卡 信用卡 借记卡 社保卡号 卡号',
  account: '账号 帐号 账户 帐户 户头',
  passport: '护照',
  permit: '往来港澳通行证 港澳居民来往内地通行证 台胞证 回乡证 通行证 永久居留证 居留许可',
  driver: '机动车驾驶证 驾驶证 驾照 行驶证',
  officer: '军官证 士兵证 警官证 武警警官证 军人保障卡',
  home: '家庭住址 家庭地址 户籍 现住址 居住地址 住宅 暂住地 住址 家住 居住于 住在',
  birth: '出生年月日 出生日期 出生 生日 农历生日 生于',
  qq: 'QQ号码 QQ QQ邮箱 扣扣 企鹅号 加Q',
  wechat: '微信号码 微信 薇信 V信 加V 加微',
  'credit-code': '统一社会信用代码 信用代码 纳税人识别号 税号',
  serial: '编号 证书号 订单号 流水号 专利号 注册号 许可证 型号 代码 邮编 公网安备 ICP备 房产证号 备案',
  other: '金额 总额 产值 面积 时间 日期 年度',
};
const LATIN: Readonly<Partial<Record<LabelKind, string>>> = {
  identity: 'id-card id-number identity-card national-id sfzh',
  mobile: 'mobile mobile-phone cell-phone sjh shouji',
  telephone: 'telephone phone-number tel fax hotline lxdh',
  bank: 'bank-card card-no bank-account yhkh',
  account: 'account account-no acct',
  passport: 'passport huzhao',
  permit: 'travel-permit permit-no',
  driver: 'driver-licence driving-license driver-s-licence jiazhao',
  officer: 'officer-card military-id',
  home: 'home-address residence jtzz zhuzhi',
  birth: 'date-of-birth birthday dob csrq',
  qq: 'qq qq-number qqh',
  wechat: 'wechat weixin-id wx vx',
  'credit-code': 'uscc credit-code',
  serial: 'isbn issn imei serial-number sn sku patent-no',
};

describe('words in front of values', () => {
  it('in Chinese, also spaced out, the longest first', () => {
    for (const [kind, list] of Object.entries(CHINESE) as [LabelKind, string][]) {
      for (const word of list.split(' ')) {
        only(kind, word);
        only(kind, word, `某${word}：1`);
        for (const space of [' ', '    ', '\t']) only(kind, [...word].join(space));
        if (![...word].slice(1).some((sign) => '号码卡址地证户Q'.includes(sign)) && word.length === 2)
          assert.deepEqual(words([...word].join('     ')), [], word);
      }
    }
    assert.deepEqual(words('姓名：某某'), []);
  });

  it('in Chinese with letters among them, in either case', () => {
    for (const [kind, list] of [
      ['qq', '加q 加Q 加qq 加Qq q号 Q号 qq号码 qQ邮箱'],
      ['wechat', '加v v信 微信id 微信Id'],
      ['serial', 'icp备 Icp证'],
    ] as const) {
      for (const word of list.split(' ')) only(kind, word);
    }
    only('qq', 'q号', 'Aq号：1');
  });

  it('in Latin letters, in any case, with signs between the parts', () => {
    for (const [kind, list] of Object.entries(LATIN) as [LabelKind, string][]) {
      for (const word of list.split(' ')) {
        for (const sign of ['', '-', '_', ' ', '.', "'", '__', '. ']) {
          const spelt = word.replaceAll('-', sign);
          only(kind, spelt);
          if (kind !== 'qq') only(kind, spelt.toUpperCase(), `，${spelt.toUpperCase()}:`);
        }
        if (word.includes('-'))
          assert.notDeepEqual(words(word.replaceAll('-', '---')), [`${kind} ${word.replaceAll('-', '---')}`]);
        for (const text of [`${word}x`, `x${word}`, `7${word}`])
          assert.notDeepEqual(words(text), [`${kind} ${word}`], text);
      }
    }
  });

  it('a key in camelCase begins with a capital: homeTel, but not Hotel', () => {
    only('telephone', 'Tel', 'homeTel');
    only('telephone', 'TEL', 'homeTEL=');
    assert.deepEqual(words('Hotel'), []);
    assert.deepEqual(words('hometel'), []);
    assert.deepEqual(words('HOMETel'), []);
    only('mobile', 'MobilePhone', 'userMobilePhone');
  });

  it('several in order, each with its place', () => {
    assert.deepEqual(words('电话 tel 手机'), ['telephone 电话', 'telephone tel', 'mobile 手机']);
    assert.deepEqual(labelWords('，电 话：'), [{ kind: 'telephone', start: 1, end: 4 }]);
    assert.deepEqual(labelWords('，电 话：'), labelWords('，电 话：'));
    assert.deepEqual(words('身份证号码'), ['identity 身份证']);
    assert.deepEqual(words('居住证号'), ['identity 居住证号']);
    assert.deepEqual(words('居住地'), ['home 居住地']);
  });

  it('are still known when a hostile text spells them in twenty thousand ways', () => {
    const spaces = ['', ' ', '  ', '   ', '    ', '\t', ' \t', '\t ', '\t\t', ' \t ', '  \t', '\t  '];
    let known = 0;
    for (const a of spaces)
      for (const b of spaces)
        for (const c of spaces)
          for (const d of spaces) {
            if (labelWords(`公${a}民${b}身${c}份${d}号码`)[0]?.kind === 'identity') known += 1;
          }
    assert.equal(known, spaces.length ** 4);
  });
});
