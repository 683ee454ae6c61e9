import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ValueKind } from '#core/privacy/kind.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import { kindsIn } from './kinds-in.ts';

/** Examples parted by `‖`, so that the repository itself passes the audit. */
function whole(parted: string): string {
  return parted.replaceAll('‖', '');
}

const FOUND: readonly [what: string, kind: ValueKind, texts: readonly string[]][] = [
  [
    'a dwelling without 住',
    'home-address',
    [
      '威海市文化路12-3‖号402',
      '古寨南路88‖号3-502',
      '高山街30-2‖号501户',
      '东山巷6号院2‖号楼301',
      '古寨街12‖号楼1102室',
      '12‖幢2单元402',
      '7‖栋1203',
      '寄到3-1‖-502 王某某收',
      '5‖#302',
      '地址 5‖#302 李某收',
      '文化路12-3‖号402 万华化学',
      '古寨东路88号‖楼2-502',
      '菊花顶路8-2‖号楼501',
      '翠竹园A区15‖号楼1201',
      '锦绣花城 3-2‖-1801',
      '朝阳里12楼3‖门502',
      '家住经区皇冠‖小区',
      '现住焦北街道工人村5号楼‖3单元',
      '收件地址：自由路8号‖街坊23栋45号',
      '胜利街23巷‖4号',
      '南竹岛村平房五排‖三号',
      '现居城里中学宿舍3‖楼302',
      '7‖栋1203 台海核电',
    ],
  ],
  [
    'a day of birth told in another way',
    'birth-date',
    [
      '农历一九七五年‖八月十五',
      '生于农历1975年‖腊月廿三',
      '生于乙卯年‖八月十五',
      '农历75年‖八月初三出生',
      '75.10‖.3生',
      '75年10月‖生',
      '1979年4月4日‖生于荣成',
      '1979年4月4日‖（农历三月初八）生于荣成',
      '生于七九年四月‖四日',
      '出生日期：七九、‖四、四',
      '她的生日在‖4月4日',
      '十月初三‖生日',
      '生于75年‖10月3日',
      '他出生那天是‖1975年10月3日',
      '出生的日子：‖1975.10.3',
      '1975年10月3日‖，他出生在荣成',
      '1975年10月3日那天‖，他降生在一个渔民家庭',
      '属兔‖，75年',
      '1975年生‖，属兔',
      '生肖：兔‖，1975年',
    ],
  ],
  [
    'an account behind bank or holder, whatever its sum',
    'bank-card',
    [
      '开户行：工商银行威海分行 1614 0201‖ 0920 0012 345',
      '开户行：农行荣成支行，账号：NRA14020‖10920',
      '开户银行及账号：建行 370501638‖80800001234',
      '户名：某某某 26-1402‖01092',
    ],
  ],
  // BIP 173, EIP-55, the first block of Bitcoin, and an address from TRON's documents.
  [
    'an electronic wallet',
    'wallet',
    [
      '1A1zP1eP5QGefi2DMPTf‖TL5SLmv7DivfNa',
      '0x52908400098527886E0F‖7030069857D2E4169EE7',
      'TJRabPrwbZy45sbavfcj‖inPJC18kjpRTv8',
      'bc1qar0srrr7xfkvy5l6‖43lydnw9re59gtzzwf5mdq',
      'wxp://f2f0‖abcdEFGH1234567890',
      'https://qr.alipay.com/‖fkx1234567890abcdef',
    ],
  ],
  ['a passport named behind its number', 'passport', ['E1234‖5678（护照）', 'EA123‖4567(因私护照)']],
  ['a permit named behind its number', 'permit', ['C1234‖5678（港澳通行证）']],
  ['the papers of soldiers and drivers', 'officer-card', ['军字第123‖4567号', '南字第123‖456号（军官证）']],
  ['a licence named behind its number', 'driving-licence', ['371002‖123456（驾驶证）']],
  // A123456(3) satisfies Hong Kong's sum by hand: 324+80+7+12+15+16+15+12+3 = 484 = 44 × 11; A123456789 is Taiwan's own sample.
  [
    'a card of Hong Kong, Macao or Taiwan',
    'identity-number',
    [
      'A123‖456(3)',
      'A123‖456（3）',
      '香港身份证 Z683‖365(5)',
      'A1234‖56789',
      '5123‖456(7)',
      '5123‖456(7) 万华化学',
      '1/234‖567/8',
    ],
  ],
  ['a number of social security with letters', 'social-security', ['社会保障号：K123‖45678', '社保卡号 A123‖4567X']],
  [
    'mail under other domains and signs',
    'email',
    [
      'zhang@公司‖.中国',
      'zhang@example‖.中国',
      '李明@工匠‖.公司',
      'zhang@xn--55qx5d‖.xn--fiqs8s',
      'zhang★qq‖.com',
      'zhang☆163‖.com',
      'zhang[@]qq‖.com',
      'zhang(at)example‖.org',
      'zhang＠163‖.com',
      'zhang#163‖.com',
      'zhang@163点‖com',
      'zhang圈qq‖.com',
      '12345678@qq‖,com',
    ],
  ],
  [
    'a name of WeChat in other words',
    'wechat',
    [
      'V：lixiao‖ming88',
      '张三，V:lixiao‖ming88',
      'vx：lixiao‖ming88',
      '➕V lixiao‖ming88',
      '加V：lixiao‖ming88',
      '薇：lixiao‖ming88',
      '薇信lixiao‖ming88',
      '威信：lixiao‖ming88',
      '绿泡泡 lixiao‖ming88',
      '微❤：lixiao‖ming88',
      'v x : lixiao‖ming88',
      'https://u.wechat.com/‖kKabc123_x',
    ],
  ],
  [
    'a number of QQ in other words',
    'qq',
    [
      '企鹅123‖45678',
      'q：123‖45678',
      '扣扣：123‖45678',
      '加Q 123‖45678',
      'q：123‖45678 万华化学',
      'QQ：123‖45678元通公司',
      'QQ号 123‖45678 个人',
      'Q扣123‖45678',
    ],
  ],
  [
    'an account on another platform',
    'web-account',
    [
      '抖音号：lixiao‖ming88',
      '抖音：lixiao‖ming88',
      'dy号：lixiao‖ming88',
      '快手ID lixiao‖ming88',
      'LINE ID lixiao‖ming88',
      'B站UID 1234‖5678',
      '钉钉号：lixiao‖ming88',
      '快手号：李师傅‖修车',
      '微博：@李师傅‖爱修车',
      '小红书号：950‖1234567',
      '支付宝账号：lixiao‖ming88',
      'https://www.douyin.com/user/‖MS4wLjABAAAA',
    ],
  ],
];

describe('more kinds', () => {
  for (const [what, kind, texts] of FOUND) {
    it(`${what} is found, at the exit and at the entrance`, () => {
      for (const text of texts.map(whole)) {
        assert.ok(kindsIn(text).includes(kind), text);
        assert.notDeepEqual(findPrivate(text), [], text);
      }
    });
  }

  it('what looks like one and is none passes', () => {
    for (const text of [
      'V型块，加V形坡口，Q345R钢，QC小组，云南省威信县：2023年',
      '在群众中有威信：大家都服他',
      '微信公众号：威海工会；微信公众号：weihai_gonghui',
      'sha256-ab+Vixiang8/cd+vx_long88=',
      '官方抖音号：whgonghui，威海市总工会官方微博：@威海工会',
      '抖音号：威海工会。抖音：记录美好生活。抖音、快手等平台',
      '2012-03-04，生于1984年，2012-03-04 生于一九八四年',
      '得分 96.12 生于1984年，理论92.5 出生于一九八四年',
      'QQ群 10000 人，QQ 20000元',
      '7月1日党的生日，祖国生日10月1日，厂庆和公司生日4月4日',
      '事故发生于1979年4月4日，1979年4月4日生产于荣成，1979年4月4日发生于荣成',
      '高新区科技园3号楼1201，软件园A区15号楼1201，研发中心12号楼2-502',
      '威海火炬大厦3-2-1801，居中 3-2-1801，新型号12-3-1801',
      '家住农村。现住院治疗，吃住在工地宿舍。现住3号病房',
      '135开头的型号，以1230结尾，前面10台后面20台，前10名',
      '老街23巷4号公司总部，城市展览馆3号楼1201平方米',
      '卫星号：遥感三十号，人心：团结，微心：向善，IO 2000 3000',
      'V: 12.5 m/s，流量Q：12000立方米，Q：什么时候公示？奖金Q: 100000元',
      '{"v":"alpha_2","q":123456}',
      '12-3号机组，第12-3章，3-1-502部，M16×60螺栓，20#304不锈钢，1#300吨压机，5#泵，6061#铝',
      '威海市胶州路12号市人力资源社会保障局302室',
      '高新区火炬路123号软件园3栋502室，创业大厦A座1205室',
      '文化路12号2018年，建设路100号300人，5栋200，在8栋1000平方米厂房，12号楼300平方米',
      '收到3-1-502，发明人收入',
      '农历2024年正月十五举办灯会，癸卯年正月初八开工，二〇二四年八月十五日',
      '1975年10月出生，生于1975年，1975年12月3日出生地核对',
      '属于1985年，下属马钢1985年建成，属牛的',
      '用户名：2023123456789，开户行行号：102452000012，户名：威海市总工会',
      '护照（复印件），粤B2-20081370 身份证号码：',
      'W202312345，证书编号：A123456789，型号：A223456789，第5/123456/7号，1500000(5)件',
      'A123456(4)',
      '专利号ZL 2019 2 1234567.8，鲁ICP备12345678号-1，v1.2.3',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    ])
      assert.deepEqual(kindsIn(text), [], text);
  });

  it('an address that the office declares passes', () => {
    assert.deepEqual(kindsIn('威海市文化路12-3号402', ['威海市文化路12-3号402']), []);
    assert.deepEqual(kindsIn('威海市文化路12-3号403', ['威海市文化路12-3号402']), ['home-address']);
  });

  it('GBK is read in base64, in hexadecimal and behind percent signs', () => {
    // 手机 and 张三 as GB 18030 spells them, a telephone between.
    const hex = `cad6bbfa31333831${'323334353637'}38d5c5c8fd`;
    assert.deepEqual(kindsIn(`x ${Buffer.from(hex, 'hex').toString('base64')} y`), ['mobile-number']);
    assert.deepEqual(kindsIn(hex), ['mobile-number']);
    assert.deepEqual(kindsIn(hex.replace(/../g, '%$&')), ['mobile-number']);
  });
});
