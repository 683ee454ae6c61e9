import { createHash } from 'node:crypto';
import { there } from '#tests/there.ts';
import type { Chance } from './chance.ts';
import type { Sample } from './leaks.ts';
import { personName } from './private-values.ts';

/** What real notices hold and nobody has to hide: each maker gives one sentence. */
type Maker = (chance: Chance) => string;

const year = (c: Chance): number => c.whole(1985, 2026);
const two = (n: number): string => String(n).padStart(2, '0');
const day = (c: Chance): string => `${year(c)}-${two(c.whole(1, 12))}-${two(c.whole(1, 28))}`;
const time = (c: Chance): string => `${two(c.whole(7, 18))}:${c.pick(['00', '30', '15', '45'])}`;
const chineseDay = (c: Chance): string => `${year(c)}年${c.whole(1, 12)}月${c.whole(1, 28)}日`;
/** A serial that cannot be taken for a telephone: those begin with 1 and have eleven digits, or begin with 0. */
const serial = (c: Chance, length: number): string => c.whole(2, 9) + c.digits(length - 1);
const hash = (c: Chance): Buffer => createHash('sha256').update(c.digits(12)).digest();

/** GB 32100-2015: weights 3^i mod 31 over 17 signs without I, O, S, V, Z. */
function creditCode(seventeen: string): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const sign of seventeen) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return seventeen + there(signs[(31 - (sum % 31)) % 31]);
}

const CLEAN: Readonly<Record<string, Maker>> = {
  'document number': (c) =>
    `${c.pick(['威人社函', '焦工文', '包总工办发', '连工发', '鲁政办字', '人社部发'])}${c.pick(['〔', '[', '（'])}${year(c)}${c.pick(['〕', ']', '）'])}${c.whole(1, 300)}号`,
  patent: (c) =>
    c.pick([
      `ZL ${c.whole(2008, 2024)} ${c.whole(1, 3)} ${c.digits(7)}.${c.whole(0, 9)}`,
      `ZL${c.whole(2008, 2024)}${c.whole(1, 3)}${c.digits(7)}.${c.pick(['X', '1', '8'])}`,
      `专利号：ZL${c.whole(2008, 2024)}2${c.digits(7)}.4，发明名称：夹具`,
    ]),
  'credit code': (c) =>
    `统一社会信用代码：${creditCode(`91${c.pick(['370100', '410800', '150200', '320700'])}MA3${c.letters(1, 'CDEFG')}${c.digits(5)}`)}`,
  'credit code of digits': (c) => `统一社会信用代码${c.pick(['：', ' ', '为'])}${digitsOnly(c)}`,
  'records office': (c) =>
    c.pick([
      `鲁ICP备${c.digits(8)}号-${c.whole(1, 9)}`,
      `鲁公网安备 ${c.pick(['371002', '410802'])}${c.digits(8)}号`,
      `网站标识码：${c.pick(['3710', '4108'])}${c.digits(6)}`,
      `粤B2-${year(c)}${c.digits(4)}`,
      `京ICP证${c.digits(6)}号`,
    ]),
  digest: (c) =>
    c.pick([
      hash(c).toString('hex'),
      `sha256-${hash(c).toString('base64')}`,
      hash(c).toString('hex').slice(0, 40),
      `${hash(c).toString('hex').slice(0, 8)}-${hash(c).toString('hex').slice(0, 4)}-4${hash(c).toString('hex').slice(1, 4)}-a${hash(c).toString('hex').slice(2, 5)}-${hash(c).toString('hex').slice(3, 15)}`,
      `/_astro/index.${hash(c).toString('base64url').slice(0, 8)}.js`,
    ]),
  masked: (c) =>
    c.pick([
      `13${c.digits(1)}****${c.digits(4)}`,
      `1${c.whole(3, 9)}${c.digits(1)}xxxx${c.digits(4)}`,
      `手机：13${c.digits(1)}＊＊＊＊${c.digits(4)}`,
      `身份证号：3${'*'.repeat(16)}X`,
      `身份证号：${'*'.repeat(18)}`,
      `6222 **** **** ${c.digits(4)}`,
      `15${c.digits(1)}●●●●${c.digits(4)}`,
    ]),
  'work address': (c) =>
    c.pick([
      `威海市胶州路${c.whole(1, 99)}号市人力资源社会保障局${c.whole(1, 9)}${c.digits(2)}室`,
      `海州区东盐河路${c.whole(1, 99)}号市总工会劳动和经济工作部`,
      `创业大厦${c.pick(['A', 'B'])}座${c.whole(3, 20)}${two(c.whole(1, 12))}室`,
      `科技园${c.whole(1, 9)}号楼${c.whole(1, 4)}层`,
      `建设路${c.whole(1, 300)}号行政中心${c.whole(1, 4)}号楼${c.whole(2, 9)}${two(c.whole(1, 20))}房间`,
      `高新区火炬路${c.whole(1, 300)}号软件园${c.whole(1, 9)}栋${c.whole(2, 9)}${two(c.whole(1, 20))}室`,
    ]),
  'birth year': (c) =>
    c.pick([
      `${c.whole(1960, 1999)}年${c.whole(1, 12)}月出生`,
      `出生年月：${c.whole(1960, 1999)}.${two(c.whole(1, 12))}`,
      `${personName(c)}，男，${c.whole(1960, 1999)}年生`,
      `生于${c.whole(1960, 1999)}年`,
      `出生年月 ${c.whole(1960, 1999)}-${two(c.whole(1, 12))} 从事本工种 ${c.whole(5, 35)} 年`,
      `${c.whole(1960, 1999)}年${c.whole(1, 12)}月出生，${chineseDay(c)}参加工作`,
    ]),
  date: (c) =>
    c.pick([
      `${chineseDay(c)}至${c.whole(1, 12)}月${c.whole(1, 28)}日`,
      `公示时间：${day(c)}—${day(c)}`,
      `${day(c)}T${time(c)}:00+08:00`,
      `${day(c).replaceAll('-', '.')}-${day(c).replaceAll('-', '.')}`,
      `notice-${day(c).replaceAll('-', '')}.pdf`,
      `${day(c)} ${time(c)}`,
      `${chineseDay(c)}生产、${chineseDay(c)}生效`,
      `事故发生于${chineseDay(c)}`,
      `公司成立于${chineseDay(c)}`,
    ]),
  hours: (c) =>
    `${time(c)}${c.pick(['-', '—', '至', '–'])}${time(c)}，${time(c)}${c.pick(['-', '—', '至'])}${time(c)}（法定节假日除外）`,
  amount: (c) =>
    c.pick([
      `奖金${c.pick(['10000', '4000', '50,000', '1,200,000.00'])}元`,
      `年产值${c.whole(1, 99)}.${c.digits(2)}亿元`,
      `节约成本${c.digits(3)}万元`,
      `投资${c.whole(1, 9)},${c.digits(3)},${c.digits(3)},${c.digits(3)}元`,
      `合计人民币${c.whole(1, 9)}${c.digits(10)}元`,
      `累计${c.whole(2, 9)}${c.digits(6)}件`,
    ]),
  measure: (c) =>
    c.pick([
      `误差不超过0.00${c.whole(1, 9)}毫米`,
      `直径${c.whole(100, 999)}、${c.whole(1000, 2999)}、${c.whole(3000, 9999)}毫米`,
      `${c.whole(100, 999)}×${c.whole(1000, 1999)}×${c.whole(10, 99)}mm`,
      `±0.0${c.whole(1, 9)}，粗糙度Ra${c.whole(0, 3)}.${c.whole(1, 9)}`,
      `${c.whole(10, 40)}.${c.digits(6)},${c.whole(100, 129)}.${c.digits(6)}`,
      `北纬${c.whole(20, 45)}.${c.digits(4)}°，东经1${c.whole(0, 3)}${c.digits(1)}.${c.digits(4)}°`,
      `转速${c.whole(15, 18)}00、${c.whole(20, 28)}00转/分，功率${c.whole(100, 900)}千瓦`,
      `合格率由8${c.digits(1)}.${c.digits(1)}%提高到9${c.digits(1)}.${c.digits(2)}%`,
    ]),
  standard: (c) =>
    c.pick([
      `GB/T ${c.digits(4)}-${year(c)}`,
      `按GB ${c.digits(5)}-${year(c)}执行`,
      `DB37/T ${c.digits(4)}—${year(c)}`,
      `ISO ${c.whole(1000, 99999)}:${year(c)}`,
      `TSG Z6002-20${c.digits(2)}`,
      `JB/T ${c.digits(5)}.${c.whole(1, 9)}-${year(c)}`,
      `QJ/WH ${c.digits(4)}—${year(c)}`,
    ]),
  model: (c) =>
    c.pick([
      `CA${c.digits(4)}卧式车床`,
      `型号：XK7${c.digits(3)}B`,
      `Q${c.digits(3)}B钢板`,
      `YJV22-3×${c.digits(2)}`,
      `M1${c.whole(0, 9)}×${c.whole(20, 90)}螺栓`,
      `HRC${c.whole(40, 65)}-${c.whole(40, 65)}`,
      `6${c.digits(4)}-2RS轴承`,
      `新A${c.digits(3)}系列`,
      `S7-1${c.whole(2, 5)}00控制器`,
      `设备编号：SB-${year(c)}-${c.digits(5)}`,
    ]),
  order: (c) =>
    c.pick([
      `订单号：${serial(c, c.whole(12, 22))}`,
      `合同编号${year(c)}${c.digits(8)}`,
      `流水号 ${day(c).replaceAll('-', '')}${c.digits(6)}`,
      `项目编号：${year(c)}GGX${c.digits(6)}`,
      `发票号码：${c.digits(8)}`,
      `批号${day(c).replaceAll('-', '')}${c.digits(2)}`,
      `S/N ${c.letters(2, 'ABCDEF')}${c.digits(9)}`,
    ]),
  certificate: (c) =>
    c.pick([
      `证书编号：${c.pick(['15', '16', '17', '18', '19'])}37003011${c.digits(6)}`,
      `职业技能等级证书编号 S000037${c.digits(15)}`,
      `证书号：Y0037${c.digits(17)}`,
      `高级技师证书（编号${c.digits(2)}15000000${c.digits(6)}）`,
      `特种设备作业证编号：TS6${c.digits(9)}`,
    ]),
  serial18: (c) => failing(c),
  web: (c) =>
    c.pick([
      `www.sdosta.org.cn`,
      `https://www.example.org/art/${year(c)}/${c.whole(1, 12)}/${c.whole(1, 28)}/art_${c.digits(5)}_${c.digits(7)}.html`,
      `192.168.${c.whole(0, 255)}.${c.whole(0, 255)}`,
      `10.0.${c.whole(0, 255)}.${c.whole(0, 255)}:8080`,
      `logo@2x.png`,
      `astro@${c.whole(1, 9)}.${c.whole(0, 20)}.${c.whole(0, 9)}`,
      `@威海工会 发布`,
      `微信公众号：weihai_gonghui`,
      `“包头职工e家”微信公众号`,
      `微博@平安威海`,
    ]),
  hotline: (c) =>
    c.pick([
      '拨打12333咨询',
      '监督举报电话12380',
      '市长热线12345',
      '火警119',
      '客服95588',
      '中国工商银行客服热线95588',
    ]),
  list: (c) =>
    c.pick([
      `第${c.whole(1, 9)}、${c.whole(10, 19)}、${c.whole(20, 99)}、${c.whole(100, 120)}号`,
      `分别为${[15, 20, 25, 30, 100].map((n) => n + 5 * c.whole(0, 3)).join('、')}`,
      Array.from({ length: c.whole(5, 12) }, (_, n) => n + 1).join(' '),
      `${c.whole(2010, 2015)}、${c.whole(2016, 2019)}、${c.whole(2020, 2025)}年度`,
      `[${[16, 32, 48, 64, 128].join(',')}]`,
      `${c.whole(1990, 1999)}-${c.whole(2000, 2024)}`,
      `一、二、三、四、五、六、七、八、九、十`,
      `${c.whole(1, 3)}:${c.whole(1, 5)}.5`,
      `序号 ${c.whole(1, 30)} 得票 ${c.whole(100, 20000)} 得分 ${c.whole(60, 99)}.${c.digits(2)}`,
    ]),
  chinese: (c) =>
    c.pick([
      `二〇二四年${c.pick(['三', '九', '十一'])}月${c.pick(['五', '十二', '二十三'])}日`,
      '第一三八团',
      '三百六十五天',
      '一式三份、二寸照片四张',
      '九七年一等奖、零三年二等奖',
      '“一二三四五”工作法',
    ]),
  room: (c) =>
    c.pick([
      `邮编 ${c.pick(['264200', '454000', '014000', '222000'])}`,
      `${c.whole(2, 9)}${two(c.whole(1, 30))}会议室`,
      `第${c.whole(1, 9)}单元${c.whole(1, 40)}课时`,
      `住宅小区${c.whole(1, 9)}号楼改造工程`,
      `${c.whole(1, 4)}号机组${c.whole(1, 4)}号锅炉`,
    ]),
  contact: (c) =>
    c.pick([
      '联系电话：____________',
      '身份证号码：',
      '手机号码（必填）',
      '家庭住址一栏不填',
      '护照复印件一份',
      '身份证复印件2份，2寸照片4张',
      '驾驶证A1A2满12年',
      '接到电话后连夜行车800公里',
      'QQ浏览器',
      '微信App扫码',
      '军官证可作为有效证件',
    ]),
  story: (c) =>
    c.pick([
      `从业${c.whole(10, 40)}年，带徒${c.whole(2, 40)}人，完成革新${c.whole(2, 60)}项`,
      `${personName(c)}，中共党员，高级技师，${c.whole(1990, 2010)}年${c.whole(1, 12)}月参加工作`,
      `把废品率由${c.whole(2, 9)}.${c.digits(1)}%降到0.${c.digits(2)}%，年节约${c.whole(10, 900)}万元`,
      `入选20${c.digits(2)}年度“齐鲁工匠”，获第${c.whole(1, 20)}名`,
      `${c.whole(1, 9)}台机组安全运行${c.whole(1000, 9000)}天`,
    ]),
  drawing: (c) =>
    `<svg viewBox="0 0 24 24"><path d="M${c.whole(1, 20)}.${c.digits(2)} ${c.whole(1, 20)}c${c.digits(1)}.${c.digits(2)}-${c.digits(1)}.${c.digits(1)} ${c.whole(1, 20)} ${c.whole(10, 20)}.${c.digits(1)} ${c.digits(1)} ${c.digits(2)}z"/></svg>`,
  style: (c) =>
    `.a{color:rgba(${c.whole(100, 255)},${c.whole(100, 255)},${c.whole(100, 255)},.${c.digits(2)});margin:${c.whole(10, 20)}px ${c.whole(10, 99)}px;transition:all .${c.digits(2)}s cubic-bezier(.17,.67,.83,.67)}`,
};

/** An organisation code may lack letters; by chance alone few such codes pass as identity numbers, and those are left out. */
function digitsOnly(chance: Chance): string {
  for (;;) {
    const code = creditCode(`91${chance.pick(['370100', '410800', '150200'])}${chance.digits(9)}`);
    if (/^[0-9]{18}$/.test(code)) return code;
  }
}

/** Eighteen digits without a label whose check character is wrong. */
function failing(chance: Chance): string {
  return `物料 ${chance.whole(7, 8)}${chance.digits(17)}`;
}

const CARRIERS: readonly [name: string, carry: (text: string) => string][] = [
  ['a.txt', (text) => text],
  ['a.md', (text) => `## 事迹简介\n\n${text}\n`],
  ['a.html', (text) => `<!doctype html><title>公示</title><p>${text}</p>`],
  [
    'a.html',
    (text) =>
      `<table><tr><th>序号</th><th>姓名</th><th>单位</th><th>说明</th></tr><tr><td>1</td><td>某某</td><td>某公司</td><td>${text}</td></tr></table>`,
  ],
  ['a.json', (text) => JSON.stringify({ title: '公示', summary: text, year: 2024 })],
  ['a.csv', (text) => `序号,姓名,事迹\n1,某某,"${text.replace(/"/g, '""')}"\n2,某某,无\n`],
  ['a.js', (text) => `export const a = ${JSON.stringify(text)};`],
  ['a.xml', (text) => `<?xml version="1.0"?><item><title>${text.replace(/[<&]/g, ' ')}</title></item>`],
];

/** One lawful snippet: one to four sentences of notices and deeds in a file. */
export function clean(chance: Chance): Sample {
  const kinds = Array.from({ length: chance.whole(1, 4) }, () => chance.pick(Object.keys(CLEAN)));
  const text = kinds.map((kind) => there(CLEAN[kind])(chance)).join(chance.pick(['，', '。', '；', '\n', ' ', '。\n']));
  const [name, carry] = chance.pick(CARRIERS);
  return { name, text: carry(text), made: `${kinds.join(' + ')} · ${name}` };
}
