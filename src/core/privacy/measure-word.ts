/** Units in which offices count and pay. */
const UNIT = [
  '人民币|美元|欧元|日元|元|吨|千瓦时|千瓦|公里|千米|毫米|厘米|分米|平方米|立方米|平方|立方|米|千克|公斤|克|转|度',
  '人次|人|名|户|台套|台|件套|件|套|次|个|项|份|只|根|张|字节|小时|分钟|分|秒|天|年|月|日|号|亩|千|万|亿|mm|cm|km|kg|kWh|KWh|kW|MW|bytes|%|℃',
].join('|');
/** A word that ends with the unit: 万华, 元通 and 个人 only begin like one. */
const ENDS = String.raw`(?=$|[\s\p{P}\p{S}0-9\uFDD0]|整|左右|以上|以下|以内|之|的|和|及|与|至|到|等|多|余)`;
const WHOLE = new RegExp(`^ ?(?:多|余)?(?:${UNIT})${ENDS}`, 'u');
/** Nobody counts eleven digits by ten thousands: after such a figure 万 and 亿 begin a name. */
const WHOLE_OF_ELEVEN = new RegExp(
  String.raw`^(?:\.[0-9]{1,2})? ?(?:人民币|美元|欧元|日元|元|吨|千瓦时|千瓦|公里|立方米|平方米|立方|平方|人次|次|件|台|个|字节|kWh|KWh|bytes)${ENDS}`,
  'u',
);
/** Words that announce an amount. */
const AMOUNT =
  /(?:金额|总额|余额|合计|总计|共计|累计|产值|投资|营收|收入|支出|利润|税款?|资金|经费|预算|造价|价格|价值|价款|奖金|补贴|成本|人民币|销售额|营业额|成交额|交易额|销售|贷款|市值|资产|注册资本|产量|销量|访问量|点击量|浏览量|发电量?|用电量?|节电量?|储量|面积|容量|数量|总数|大小)[为达约超近至共是计 :(]{0,4}$/;

/** Units that begin no name and are written behind a size in any case. */
const SIZE =
  /^ ?(?:毫米(?!波)|厘米|分米|微米|千米|公里|平方米|立方米|千瓦|兆瓦|千伏|公斤|千克|mm|cm|km|kg|kW|MW|kV|转\/分|℃)/;
/** 人民币13014238042元长期…: the currency in front and the unit glued on leave no other reading. */
const MONEY = /人民币$/;

/** Whether the unit of a size stands there, at most one space away, whatever follows it. */
export function isSizeUnit(text: string, at: number): boolean {
  return SIZE.test(text.slice(at, at + 6));
}

/** Whether a word right in front announces an amount. */
export function isAnnounced(text: string, start: number): boolean {
  return AMOUNT.test(text.slice(Math.max(0, start - 12), start));
}

/** Whether a measure word stands there whole, at most one space away; in doubt it does not. */
export function isMeasureWord(text: string, at: number): boolean {
  return WHOLE.test(text.slice(at, at + 12));
}

/** Whether eleven digits `start`…`end` that no word calls a telephone are an amount: it is announced, and its unit follows. */
export function isAmount(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/[$￥¥€]$/.test(before)) return true;
  const ahead = text.slice(end, end + 16);
  if (MONEY.test(before) && ahead.startsWith('元')) return true;
  return WHOLE_OF_ELEVEN.test(ahead) && (AMOUNT.test(before) || /^\.[0-9]{2} ?[^ ]{0,2}元/.test(ahead));
}
