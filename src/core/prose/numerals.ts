const DIGITS = '零一二三四五六七八九';

/** 十二 → 12, 二十 → 20, 一百零五 → 105, 二〇二四 → 2024, 12 → 12; `undefined` for what is no number below ten thousand. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (plain === '' || /[^零一二三四五六七八九十百千]/.test(plain)) return undefined;
  if (/^[零一二三四五六七八九]{2,}$/.test(plain))
    return Number([...plain].map((sign) => DIGITS.indexOf(sign)).join(''));
  let sum = 0;
  let digit = 0;
  for (const sign of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** The source of a pattern for a number in digits or in Chinese. */
export const NUMBER = '(?:\\d{1,6}|[〇零一二三四五六七八九十百千两]{1,8})';
