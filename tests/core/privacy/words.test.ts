import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chance } from './chance.ts';
import { kindsIn } from './kinds-in.ts';
import { LABELLED, plate } from './private-values.ts';

const day = (y: number, m: number, d: number): string => `${y}年${m}月${d}日`;
const iso = (y: number, m: number, d: number, sign: string): string =>
  [y, String(m).padStart(2, '0'), String(d).padStart(2, '0')].join(sign);

describe('birth dates', () => {
  it('a full date tied to a birth stops', () => {
    for (const text of [
      `出生日期：${iso(1985, 3, 12, '-')}`,
      `出生日期：${iso(1985, 3, 12, '')}`,
      `出生年月日 ${iso(1985, 3, 12, '.')}`,
      `生日：${iso(1985, 3, 12, '/')}`,
      `${day(1985, 3, 12)}出生`,
      `${day(1985, 3, 12)}生，汉族`,
      `${iso(1985, 3, 12, '.')}生`,
      `生于${day(1985, 3, 12)}`,
      `本人生于${day(1985, 3, 12)}`,
      `出生于${day(1985, 3, 12)}`,
      `出生：${85}.3.12`,
      `"birthDate":"${iso(1985, 3, 12, '-')}"`,
      `dob=${iso(1985, 3, 12, '-')}`,
      `一九八五年三月十二日${'出生'}`,
      `出生日期：${'一九八五年'}十一月二十三日`,
      `born on ${12} March ${1985}`,
      `出生日期：${12}/${3}/${1985}`,
    ]) {
      assert.deepEqual(kindsIn(text), ['birth-date'], text);
    }
  });

  it('a year, or a year and a month, passes, and so does another date beside it', () => {
    for (const text of [
      '1985年3月出生',
      '出生年月：1985.03',
      '出生年月 1985-03 15',
      '生于1985年',
      '1985年生',
      `1985年3月出生，${day(2005, 7, 1)}参加工作`,
      `出生年月：1985年3月，${day(2005, 7, 1)}入党`,
      `事故发生于${day(2019, 3, 5)}`,
      `公司诞生于${day(1998, 5, 1)}`,
      `学生于${day(2024, 9, 1)}入学`,
      `${day(2019, 4, 1)}生效`,
      `${day(2019, 4, 1)}生产`,
      `${day(2024, 9, 11)}公示，出生年月不公开`,
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('electronic mail', () => {
  const [name, host, ending] = ['zhangsan88', 'qq', 'com'];
  it('is found behind every sign for @ and for the dot', () => {
    for (const text of [
      `${name}@${host}.${ending}`,
      `${name}＠${host}．${ending}`,
      `${name} @ ${host} . ${ending}`,
      `${name}[at]${host}.${ending}`,
      `${name}（at）${host}（dot）${ending}`,
      `${name} at ${host} dot ${ending}`,
      `${name}#${host}.${ending}`,
      `${name}艾特${host}点${ending}`,
      `${name}%40${host}.${ending}`,
      `${name}&#64;${host}&period;${ending}`,
      `${name}@${host}。${ending}`,
      `${name}@example.${'中国'}`,
      `${[...name].join(' ')} @ ${[...host].join(' ')} . ${[...ending].join(' ')}`,
    ]) {
      assert.deepEqual(kindsIn(text), ['email'], text.replace(name, 'n'));
    }
  });

  it('pictures, packages and signs in programs have no mail', () => {
    for (const text of [
      'logo@2x.png',
      'astro@7.3.4',
      '@media print',
      'a@b',
      '@威海工会',
      'user/repo@v1.2.3',
      'x@3.js',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('QQ and WeChat', () => {
  it('stop behind their names', () => {
    const number = `8${new Chance(1).digits(7)}`;
    for (const label of ['QQ：', 'QQ号', 'qq:', 'Q Q：', '扣扣', '加Q', 'QQ邮箱：', 'ＱＱ：']) {
      assert.deepEqual(kindsIn(label + number), ['qq'], label);
    }
    for (const label of ['微信号：', '微信：', '微信号', '加微信 ', 'VX：', 'wechat: ', '微 信：', 'V信：']) {
      assert.deepEqual(kindsIn(`${label}zhang_${77}`), ['wechat'], label);
    }
    assert.deepEqual(kindsIn(`tencent://message/?uin=${number}`), ['qq']);
  });

  it('what an office runs passes', () => {
    for (const text of [
      '微信公众号：weihai_gonghui',
      '官方微信：weihaigonghui1',
      '微信小程序abc12345',
      'QQ浏览器9',
      '微信Windows版',
      '“职工e家”微信公众号',
      'wechat:function(){}',
      'var qq=1000',
      '扫码加微信群',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('papers behind their names', () => {
  for (const { kind, labels, value } of LABELLED) {
    it(`${labels[0]} → ${kind}`, () => {
      for (const [seed, label] of labels.entries()) {
        assert.deepEqual(kindsIn(label + value(new Chance(seed))), [kind], label);
      }
    });
  }

  it('the same signs without a name are a type, a part or a serial', () => {
    for (const text of [
      '型号 E12345678',
      '护照复印件2份',
      '持驾驶证12年',
      '军官证可作为有效证件',
      '港澳通行证办理时间：2024-09-11',
      '驾驶证A1A2',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('vehicle plates', () => {
  it('stop with and without separators, for cars of either kind', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const one = plate(new Chance(seed));
      const [site, rest] = [one.slice(0, 2), one.slice(2)];
      for (const text of [one, `${site}·${rest}`, `${site} ${rest}`, [...one].join(' '), one.toLowerCase()]) {
        assert.deepEqual(kindsIn(`车牌 ${text}。`), ['plate'], `${seed} ${text.length}`);
      }
    }
  });

  it('licences, standards and types that begin alike pass', () => {
    for (const text of [
      '鲁B2-20050123',
      '粤B2-20091234',
      '按新GB50300执行',
      '创新A12345',
      '鲁K123456',
      '京ICP备12345678号',
      '鲁A级企业',
      '沪C123',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});

describe('home addresses', () => {
  // Put together here, so that none stands in the repository.
  const [estate, garden, unit, lane, village] = ['小区', '花园', '单元', '弄', '村'];
  it('stop behind a label from the village or the house number on, and by 单元 and 室 anywhere', () => {
    for (const text of [
      `家庭住址：威海市环翠区文化西路${12}号`,
      `住址：山东省乳山市夏村镇某家${village}`,
      `现居住于威海市环翠区海滨中路${100}号`,
      `家住威海市环翠区某${estate}5号楼`,
      `阳光${estate}3号楼2${unit}501室`,
      `3号楼2${unit}501`,
      `三号楼二${unit}五〇一室`,
      `1${unit}5楼东户`,
      `阳光${garden}12号楼301`,
      `阳光${garden}3-2-501`,
      `虹桥路100${lane}12号301室`,
      `张村镇前双岛${village}12号`,
      `某${village}3组12号`,
      `文化路12号5${'栋'}301室`,
      `职工${'宿舍'}201室`,
    ]) {
      assert.deepEqual(kindsIn(text), ['home-address'], text);
    }
  });

  it('offices, streets, building works and blank forms pass', () => {
    for (const text of [
      '威海市胶州路7号市人力资源社会保障局615室',
      '海州区东盐河路17号市总工会劳动和经济工作部',
      '创业大厦A座1203室',
      '科技园3号楼201室',
      '软件园5栋301室',
      '市民中心1号楼501室',
      '家庭住址：威海市环翠区鲸园街道',
      '家庭住址：____________',
      '家庭住址一栏不填',
      '第3单元12课时',
      '3号楼2单元的电路改造',
      '住宅小区3号楼施工',
      '居住在农村的烈士遗属',
      '户籍所在地的乡镇人民政府或者村民委员会',
    ]) {
      assert.deepEqual(kindsIn(text), [], text);
    }
  });
});
