/** A text as it is set: strings run on, `keep` stands on one line. */
export type Piece = string | { keep: string; name?: true };

const DATE = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日|（星期.）`;
const NUMBER_OF_DOCUMENT = String.raw`[\u4e00-\u9fa5]{0,2}[〔[]\d{4}[〕\]]\d+号`;
const MAIL = String.raw`[\w.+-]{1,30}@[\w-]+(?:\.[\w-]+)+`;
const TIMES = String.raw`\d{1,2}:\d{2}(?:[—-]\d{1,2}:\d{2})?`;
const TELEPHONE = String.raw`\d{3,4}-\d{5,8}(?:-\d+)?`;
/** A number keeps what it counts: the units of two signs that deeds are written with, else the one sign that follows. */
const UNITS =
  '个工作日|分钟|小时|毫米|厘米|微米|公里|千米|公斤|千克|千伏|千瓦|兆帕|摄氏度|万元|亿元|万吨|余万|余[个台项次吨名人件]';
const AMOUNT = String.raw`\d[\d,.]*(?:\.\d+)?(?:${UNITS}|[\u4e00-\u9fa5％%℃])?`;

/** Longer than this, an address may break after all: it would leave half a line empty. In half characters. */
const LONGEST = 40;

/**
 * Cuts a text where lines may break: names, dates, numbers with what they count, telephones and numbers of documents stay whole.
 * @param whole names, the longest first
 */
export function pieces(text: string, whole: readonly string[]): Piece[] {
  const names = whole.filter((name) => text.includes(name));
  const known = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(
    [...known, DATE, NUMBER_OF_DOCUMENT, MAIL, TELEPHONE, TIMES, AMOUNT].map((one) => `(?:${one})`).join('|'),
    'gu',
  );
  const found: Piece[] = [];
  let at = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match.length > LONGEST) continue;
    if (index > at) found.push(text.slice(at, index));
    found.push(names.includes(match) ? { keep: match, name: true } : { keep: match });
    at = index + match.length;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}
