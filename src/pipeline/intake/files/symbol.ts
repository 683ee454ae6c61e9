/** What Word's symbol fonts show: ticks and boxes of forms, and the few signs people insert. `undefined` where nobody knows. */
export function symbolOf(font: string, code: string): string | undefined {
  const point = Number.parseInt(code, 16);
  if (!Number.isInteger(point)) return undefined;
  const table = FONTS[font.toLowerCase().replace(/\s/gu, '')];
  // Symbol fonts live at F000; other fonts name an ordinary character.
  if (table) return table[point & 0xff];
  return point >= 0xe000 && point <= 0xf8ff ? undefined : String.fromCodePoint(point);
}

/** `w:val` of a switch: there without a value means on. */
export function isTicked(value: string | undefined, present: boolean): boolean {
  return present && !['0', 'false', 'off'].includes(value ?? '1');
}

const FONTS: Record<string, Record<number, string>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x70: '□',
    0x71: '□',
    0x72: '□',
    0xa1: '○',
    0xa8: '□',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  wingdings2: { 0x2a: '□', 0x30: '□', 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□' },
  symbol: { 0xb0: '°', 0xb1: '±', 0xb4: '×', 0xb7: '·', 0xa3: '≤', 0xb3: '≥', 0x6d: 'μ', 0xc6: '∅' },
};
