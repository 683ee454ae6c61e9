import type { ValueKind } from '#core/privacy/kind.ts';
import { there } from '#tests/there.ts';
import type { Chance } from './chance.ts';

/** Invented private values. Checksums are worked out here by other means than in the product. */

/** ISO 7064 MOD 11-2 by Horner's scheme: p = (p + digit) · 2 mod 11. The product adds up the weights of GB 11643. */
export function withCheckCharacter(seventeen: string): string {
  let remainder = 0;
  for (const digit of seventeen) remainder = ((remainder + Number(digit)) * 2) % 11;
  return seventeen + there('0123456789X'[(12 - remainder) % 11]);
}

/** Luhn by trial: the digit that makes the sum of digits, every second doubled, divisible by ten. */
export function withLuhnDigit(digits: string): string {
  const sums = (number: string): number =>
    [...number].reduceRight<{ sum: number; double: boolean }>(
      ({ sum, double }, digit) => {
        const value = double ? 2 * Number(digit) : Number(digit);
        return { sum: sum + Math.floor(value / 10) + (value % 10), double: !double };
      },
      { sum: 0, double: false },
    ).sum;
  return digits + there([...'0123456789'].find((last) => sums(digits + last) % 10 === 0));
}

export function identityNumber(chance: Chance): string {
  const nine = chance.yes(0.06);
  const region = nine
    ? `9${chance.pick(PROVINCES.slice(0, 31))}${chance.pick(['840', '392', '410', '826'])}`
    : chance.pick(PROVINCES) +
      String(chance.whole(1, 30)).padStart(2, '0') +
      String(chance.whole(1, 40)).padStart(2, '0');
  return withCheckCharacter(region + birthDate(chance, 1930, 2015) + chance.digits(3));
}

export function earlyIdentityNumber(chance: Chance): string {
  const region =
    chance.pick(PROVINCES.slice(0, 31)) + '0' + chance.digits(1) + String(chance.whole(1, 30)).padStart(2, '0');
  return region + birthDate(chance, 1930, 1985).slice(2) + chance.digits(3);
}

const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' ');

/** YYYYMMDD. */
function birthDate(chance: Chance, from: number, to: number): string {
  return `${chance.whole(from, to)}${String(chance.whole(1, 12)).padStart(2, '0')}${String(chance.whole(1, 28)).padStart(2, '0')}`;
}

export function mobileNumber(chance: Chance): string {
  return `1${chance.whole(3, 9)}${chance.digits(9)}`;
}

export function bankCard(chance: Chance): string {
  const [prefix, length] = chance.pick([
    ['62', 19],
    ['62', 16],
    ['62', 19],
    ['4', 16],
    ['5' + chance.whole(1, 5), 16],
    ['37', 15],
    ['3528', 16],
    ['95588', 19],
  ] as const);
  const body = chance.whole(1, 9) + chance.digits(length - prefix.length - 2);
  return withLuhnDigit(prefix + body);
}

const AREAS = '010 021 022 023 025 0532 0631 0535 0391 0472 0518 0755 0571 0411 0891 0991 0371 0451'.split(' ');

/** Area code and subscriber number. */
export function landline(chance: Chance): [area: string, number: string] {
  const area = chance.pick(AREAS);
  return [area, chance.whole(2, 8) + chance.digits(area.length === 3 ? 7 : chance.whole(6, 7))];
}

const NAMES = '张伟 王芳 李娜 刘洋 陈静 杨磊 赵敏 黄强 周杰 吴霞 徐丽 孙涛 马超 朱琳 胡军 郭艳'.split(' ');
export function personName(chance: Chance): string {
  return chance.pick(NAMES);
}

export function emailAddress(chance: Chance): [local: string, domain: string] {
  const local = chance.letters(chance.whole(3, 8)) + chance.pick(['', '.', '_']) + chance.digits(chance.whole(1, 4));
  return [
    local,
    chance.pick([
      'qq.com',
      '163.com',
      '126.com',
      'sina.com',
      'gmail.com',
      'foxmail.com',
      'outlook.com',
      '139.com',
      'sina.com.cn',
      'vip.163.com',
    ]),
  ];
}

export function plate(chance: Chance): string {
  const province = chance.pick([...'京津沪渝冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼']);
  const city = chance.letters(1, 'ABCDEFGHJKLMNP');
  if (chance.yes(0.3)) return province + city + chance.letters(1, 'DF') + chance.digits(5);
  return province + city + (chance.yes(0.5) ? chance.digits(5) : chance.letters(1, 'ABCDEFGHJK') + chance.digits(4));
}

export function homeAddress(chance: Chance): string {
  const city = chance.pick([
    '山东省威海市环翠区',
    '河南省焦作市解放区',
    '内蒙古包头市昆都仑区',
    '江苏省连云港市海州区',
    '',
  ]);
  const estate =
    chance.pick(['阳光', '翠竹', '和平', '东方', '金色']) +
    chance.pick(['小区', '花园', '家园', '新村', '公寓', '嘉苑']);
  const road = chance.pick(['文化西路', '人民路', '建设街', '海滨路']) + chance.whole(1, 300) + '号';
  const [a, b, c] = [chance.whole(1, 30), chance.whole(1, 6), chance.whole(1, 28) * 100 + chance.whole(1, 4)];
  return chance.pick([
    `${city}${estate}${a}号楼${b}单元${c}室`,
    `${city}${road}${estate}${a}栋${b}单元${c}`,
    `${city}${estate}${a}-${b}-${c}`,
    `${city}${road}${a}号楼${b}单元${c}户`,
    `${city}${estate}${a}号楼${c}室`,
  ]);
}

/** Papers that are believed only behind their names, with these names. */
export const LABELLED: readonly { kind: ValueKind; labels: readonly string[]; value: (chance: Chance) => string }[] = [
  {
    kind: 'passport',
    labels: ['护照号码：', '护照号：', '护照：', '护照号码 ', 'Passport No. '],
    value: (c) => c.pick(['E', 'G', 'EA', 'EB', 'P']) + c.digits(8).slice(0, 8),
  },
  {
    kind: 'permit',
    labels: ['港澳通行证号码：', '往来港澳通行证：', '港澳通行证号 '],
    value: (c) => c.pick(['C', 'W']) + c.digits(8),
  },
  { kind: 'permit', labels: ['台湾通行证号：', '往来台湾通行证 '], value: (c) => c.pick(['T', 'L']) + c.digits(8) },
  {
    kind: 'permit',
    labels: ['回乡证号码：', '来往内地通行证：'],
    value: (c) => c.pick(['H', 'M']) + c.digits(c.pick([8, 10])),
  },
  { kind: 'driving-licence', labels: ['驾驶证档案编号：', '驾照档案编号：', '驾驶证号：'], value: (c) => c.digits(12) },
  {
    kind: 'officer-card',
    labels: ['军官证号：', '军官证：军字第', '士兵证号：', '警官证号：'],
    value: (c) => c.digits(c.whole(6, 8)),
  },
  {
    kind: 'qq',
    labels: ['QQ：', 'QQ号：', 'qq:', 'QQ ', '扣扣：'],
    value: (c) => c.whole(1, 9) + c.digits(c.whole(5, 9)),
  },
  {
    kind: 'wechat',
    labels: ['微信：', '微信号：', '微信号 ', 'VX：', '加微信：'],
    value: (c) => c.letters(1) + c.letters(4) + c.digits(c.whole(1, 4)),
  },
  {
    kind: 'bank-card',
    labels: ['银行账号：', '开户账号：', '银行卡号：', '工资卡账号：'],
    value: (c) => c.whole(1, 9) + c.digits(c.whole(14, 18)),
  },
  {
    kind: 'telephone',
    labels: ['电话：', '联系电话：', '办公电话 ', '宅电：', '家庭电话：', '座机：', 'Tel: ', '传真：'],
    value: (c) => c.whole(2, 8) + c.digits(c.whole(6, 7)),
  },
];

const ID_LABELS = ['身份证号：', '身份证号码：', '身份证：', '公民身份号码：', '身份证号码 ', '证件号码：', 'idCard: '];

/** A number with one digit wrong, behind its label. */
export function slippedIdentity(chance: Chance): string {
  const number = identityNumber(chance);
  const at = chance.whole(0, 16);
  return (
    chance.pick(ID_LABELS) +
    number.slice(0, at) +
    ((Number(number[at]) + chance.whole(1, 9)) % 10) +
    number.slice(at + 1)
  );
}

export function bornOn(chance: Chance): string {
  const date = birthDate(chance, 1940, 2012);
  const [y, m, d] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)];
  const plain = [`${Number(m)}`, `${Number(d)}`];
  return chance.pick([
    `出生日期：${y}-${m}-${d}`,
    `出生日期：${y}年${plain[0]}月${plain[1]}日`,
    `${y}年${plain[0]}月${plain[1]}日出生`,
    `${y}年${m}月${d}日生，`,
    `生于${y}年${plain[0]}月${plain[1]}日`,
    `出生年月日：${date}`,
    `生日：${y}/${m}/${d}`,
    `出生日期 ${y}.${m}.${d}`,
    `"birthDate": "${y}-${m}-${d}"`,
  ]);
}
