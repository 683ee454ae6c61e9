/** Digits that are not of category Nd, by the code point of their first and last, with the value of the first (Unicode 15, Numeric_Type=Digit and a few enclosed ones). */
const RANGES: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x1369, 0x1371, 1],
  [0x19da, 0x19da, 1],
  [0x2460, 0x2468, 1],
  [0x24ea, 0x24ea, 0],
  [0x24f5, 0x24fd, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277e, 1],
  [0x2780, 0x2788, 1],
  [0x278a, 0x2792, 1],
  [0x3021, 0x3029, 1],
  [0x1d360, 0x1d368, 1],
  [0x10a40, 0x10a43, 1],
  [0x10e60, 0x10e68, 1],
  [0x11052, 0x1105a, 1],
  [0x1f101, 0x1f10a, 0],
  [0x1f10b, 0x1f10c, 0],
];

/** What a code point counts as when it is a decimal digit of any script or shape; Chinese numerals are words, not digits. */
export function digitOf(codePoint: number): number | undefined {
  if (codePoint === 0x1f10c) return 0;
  for (const [first, last, value] of RANGES) {
    if (codePoint >= first && codePoint <= last) return value + codePoint - first;
  }
  if (!isDecimalDigit(codePoint)) return undefined;
  // Unicode assigns decimal digits in unbroken runs of ten, each starting with zero.
  let before = 0;
  while (isDecimalDigit(codePoint - before - 1)) before += 1;
  return before % 10;
}

function isDecimalDigit(codePoint: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));
}

/** Chinese numerals as spelt one by one in numbers: plain, formal (壹) and those of the telephone (幺 for 1). */
export const CHINESE_NUMERALS: ReadonlyMap<string, string> = new Map(
  ['〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '洞幺两叄肆伍陸拐捌勾', '洞壱貳參肆伍陆柒捌玖'].flatMap((ten) =>
    [...ten].map((character, value) => [character, String(value)] as const),
  ),
);
