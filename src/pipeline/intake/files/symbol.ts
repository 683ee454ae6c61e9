/** What Word's symbol fonts show: ticks and boxes of forms, and the few signs people insert. `undefined` where nobody knows. */
export function symbolOf(font: string, code: string): string | undefined {
  const point = Number.parseInt(code, 16);
  if (!Number.isInteger(point)) return undefined;
  const table = TABLES[plain(font)];
  // Symbol fonts live at F000; other fonts name an ordinary character.
  if (table) return table[point & 0xff];
  return (point >= 0xe000 && point <= 0xf8ff) || isSymbolFont(font) ? undefined : String.fromCodePoint(point);
}

/** Whether a font draws something else than the letters that the file names: an R in Wingdings 2 is a ticked box. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && (plain(font) in TABLES || UNKNOWN.has(plain(font)));
}

/** Text in a symbol font as it is seen; `undefined` with a sign that nobody knows. Han characters are shown in another font. */
export function symbolsOf(font: string, text: string): string | undefined {
  let seen = '';
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const drawn = (point > 0x20 && point < 0x100) || (point >= 0xf000 && point <= 0xf0ff);
    const sign = drawn ? symbolOf(font, point.toString(16)) : letter;
    if (sign === undefined) return undefined;
    seen += sign;
  }
  return seen;
}

/** `w:val` of a switch: there without a value means on. */
export function isTicked(value: string | undefined, present: boolean): boolean {
  return present && !['0', 'false', 'off'].includes(value ?? '1');
}

function plain(font: string): string {
  return font.toLowerCase().replace(/\s/gu, '');
}

/** Fonts of signs of which there is no table here. */
const UNKNOWN = new Set(['wingdings3', 'webdings', 'marlett', 'zapfdingbats', 'mtextra', 'bookshelfsymbol7']);

type SignTable = Record<number, string>;

/** From a place on, one sign after the other; a space leaves a place out. */
function run(from: number, signs: string): SignTable {
  return Object.fromEntries([...signs].map((sign, at): [number, string] => [from + at, sign]).filter(([, sign]) => sign !== ' ')); // prettier-ignore
}

/** Unicode's mapping files of the vendors (WINGDING, SYMBOL), as far as offices use them. */
const TABLES: Record<string, SignTable> = {
  wingdings: {
    ...run(0x28, '☎✆✉'),
    ...run(0x6c, '●❍■□□□'),
    ...run(0x73, '⬧⧫◆❖'),
    ...run(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
    ...run(0x9e, '·•'),
    ...run(0xa1, '○ ◉◎ '),
    ...run(0xa7, '▪□'),
    ...run(0xaa, '✦★✶'),
    ...run(0xd8, '➢'),
    ...run(0xdf, '←→↑↓'),
    ...run(0xfb, '✗✓☒☑'),
  },
  wingdings2: { 0x2a: '□', 0x30: '□', ...run(0x4f, '✗✓☒☑☒☒'), 0xa3: '□', ...run(0x96, '●●') },
  symbol: {
    ...run(0x23, '# %& ()'),
    ...run(0x2b, '+,−./0123456789:;<=>?'),
    ...run(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    ...run(0xa3, '≤∕∞'),
    ...run(0xab, '↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
    ...run(0xb7, '·'),
    ...run(0xc6, '∅∩∪'),
    ...run(0xd0, '∠∇®©™∏√⋅'),
    ...run(0xe5, '∑'),
  },
};
