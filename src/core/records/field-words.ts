import { ALL_FIELDS, fieldNamed } from '#core/candidate/candidate.ts';
import { chineseChannelKind } from '#core/channels/contact-channel.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { PublicRecord } from './public-record.ts';

/** A field of a public record in Chinese: `honours.1.year` → `荣誉第2项·年份`, `texts.0.text` → `正文“事迹简介”`. */
export function chineseField(field: string, record: PublicRecord): string {
  const [first = '', index, last] = field.split('.');
  if (first === 'texts') {
    const heading = record[`texts.${index}.heading`];
    const where = heading === undefined ? '正文' : `正文“${heading}”`;
    return last === 'heading' ? `${where}的标题` : last === 'links' ? `${where}里的链接` : where;
  }
  return field
    .split('.')
    .map((part, depth) => {
      if (/^\d+$/.test(part)) return `第${Number(part) + 1}项`;
      if (depth === 0) return name(part);
      const own = fieldNamed(first)?.parts[part];
      // A person has a 姓名, a thing a 名称.
      return `·${own ?? (part === 'name' && first !== 'listed' ? '名称' : name(part))}`;
    })
    .join('');
}

/** The value as an office writes it: 高级技师 rather than `senior-technician`. */
export function chineseValue(field: string, value: string, programme: Programme): string {
  const parts = field.split('.');
  const last = parts.at(-1) ?? '';
  const own = fieldNamed(parts[0] ?? '');
  if (own) return own.inWords(value, programme, last);
  if (/^channels\.\d+\.kind$/.test(field)) return words(chineseChannelKind, value);
  if (/^(?:tiers\.\d+\.key|channels\.\d+\.tiers\.\d+)$/.test(field))
    return programme.rules.tiers.find(({ key }) => key === value)?.name ?? value;
  return VALUES[last]?.[value] ?? value;
}

function words(table: Readonly<Record<string, string>>, value: string): string {
  return table[value] ?? value;
}

function name(part: string): string {
  return NAMES[part] ?? part;
}

/** A person's fields say their own words; here are those of the round, the notice, the list and the announcement. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ALL_FIELDS.map(({ key, words }) => [key, words])),
  listed: '名册',
  orderedBy: '排序说明',
  people: '名单',
  opensOn: '首日',
  closesOn: '截止日',
  length: '公示天数',
  unit: '天数单位',
  countsFrom: '起算办法',
  closingTime: '截止钟点',
  openingTime: '开始钟点',
  title: '标题',
  edition: '届次',
  outlets: '公示媒体',
  channels: '联系方式',
  kind: '种类',
  number: '号码',
  areaCode: '区号',
  extension: '分机',
  hours: '接待时间',
  from: '起',
  to: '止',
  address: '地址',
  postcode: '邮编',
  addressee: '收件人',
  purpose: '用途',
  objection: '异议规定',
  postmark: '邮戳',
  anonymous: '匿名',
  confidential: '保密',
  tiers: '档次名额',
  key: '档次',
  count: '人数',
  atMost: '至多命名',
  openTiers: '等次由结果确定',
  by: '由谁确定',
  documentNumber: '文号',
  issuers: '发文单位',
  published: '发布日期',
  publishedTime: '发布时间',
  conferredOn: '决定日期',
  titleUntil: '称号截止日',
  conferred: '命名名单',
  notConferred: '未命名的人',
  person: '编号',
  reason: '理由',
  objections: '异议情况',
  received: '收到件数',
  verified: '核实件数',
  affected: '涉及人数',
};

const VALUES: Record<string, Record<string, string>> = {
  unit: { working: '工作日', calendar: '天' },
  countsFrom: { 'opening-day': '首日起算', 'next-day': '次日起算' },
  postmark: { dispatch: '以寄出邮戳为准', arrival: '以到达邮戳为准' },
  anonymous: { refused: '匿名不予受理', discouraged: '提倡实名' },
  confidential: { true: '是', false: '否' },
};
