import { nameIn, type PdfFile } from './pdf-file.ts';
import { type PdfDictionary, PdfKeyword, PdfLexer, PdfName, PdfString, type PdfValue } from './pdf-syntax.ts';

export interface Glyph {
  text: string;
  /** In thousandths of the font size. */
  width: number;
  /** The one-byte space, which word spacing widens. */
  space: boolean;
}

/** How a font turns the bytes of a string into characters and widths (ISO 32000-1, 9.6 to 9.10). */
export class PdfFont {
  /** Whether characters were met that nothing in the file says how to read. */
  unreadable = false;
  private readonly composite: boolean;
  private readonly cmap: ReadonlyMap<number, string> | undefined;
  private readonly names: ReadonlyMap<number, string>;
  private readonly widths: ReadonlyMap<number, number>;
  private readonly decoder: TextDecoder | undefined;
  private readonly usual: number;

  constructor(file: PdfFile, font: PdfDictionary) {
    this.composite = nameIn(font, 'Subtype') === 'Type0';
    const stream = file.streamOf(font.get('ToUnicode'));
    const contents = stream && file.contents(stream);
    this.cmap = contents && unicodeMap(latin1.decode(contents));
    const encoding = file.resolve(font.get('Encoding'));
    this.decoder = this.composite ? decoderOf(encoding) : undefined;
    this.names =
      encoding instanceof Map ? differences(file.resolve(encoding.get('Differences'))) : new Map<number, string>();
    const descendants = file.resolve(font.get('DescendantFonts'));
    const inner = this.composite && Array.isArray(descendants) ? file.dictionary(descendants[0]) : undefined;
    this.widths = inner ? compositeWidths(file, inner) : simpleWidths(file, font);
    const stated = inner ? file.resolve(inner.get('DW')) : undefined;
    this.usual = typeof stated === 'number' ? stated : this.composite ? 1000 : 500;
  }

  glyphs(bytes: string): Glyph[] {
    const glyphs: Glyph[] = [];
    const step = this.composite ? 2 : 1;
    for (let at = 0; at + step <= bytes.length; at += step) {
      const code = step === 2 ? bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1) : bytes.charCodeAt(at);
      glyphs.push({
        text: this.character(code),
        width: this.widths.get(code) ?? this.usual,
        space: step === 1 && code === 32,
      });
    }
    return glyphs;
  }

  private character(code: number): string {
    const mapped = this.cmap?.get(code) ?? this.names.get(code);
    if (mapped !== undefined) return mapped;
    if (!this.composite) return windows1252.decode(Uint8Array.of(code));
    if (this.decoder) return this.decoder.decode(Uint8Array.of(code >> 8, code & 255));
    if (code !== 0) this.unreadable = true;
    return '\ufffd';
  }
}

const latin1 = new TextDecoder('latin1');
const windows1252 = new TextDecoder('windows-1252');
const utf16 = new TextDecoder('utf-16be');
const gb18030 = new TextDecoder('gb18030');

/** Predefined maps of Chinese fonts: UniGB-UCS2-H, GBK-EUC-H and their kin. */
function decoderOf(encoding: PdfValue | undefined): TextDecoder | undefined {
  const name = encoding instanceof PdfName ? encoding.name : '';
  if (/^Uni.*(?:UCS2|UTF16)/.test(name)) return utf16;
  return /^GB/.test(name) ? gb18030 : undefined;
}

/** 9.10.3: bfchar and bfrange. */
function unicodeMap(source: string): Map<number, string> {
  const map = new Map<number, string>();
  const lexer = new PdfLexer(source);
  let operands: PdfValue[] = [];
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!(value instanceof PdfKeyword)) {
      operands.push(value);
      continue;
    }
    if (value.word === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) map.set(codeOf(operands[at]), textOf(operands[at + 1]));
    } else if (value.word === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3)
        addRange(map, operands[at], operands[at + 1], operands[at + 2]);
    }
    operands = [];
  }
  return map;
}

function addRange(
  map: Map<number, string>,
  from: PdfValue | undefined,
  to: PdfValue | undefined,
  target: PdfValue | undefined,
): void {
  const first = codeOf(from);
  const count = Math.min(codeOf(to) - first + 1, 65_536);
  const start = Array.isArray(target) ? '' : textOf(target);
  for (let index = 0; index < count; index += 1) {
    if (Array.isArray(target)) map.set(first + index, textOf(target[index]));
    else map.set(first + index, start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + index));
  }
}

function codeOf(value: PdfValue | undefined): number {
  return value instanceof PdfString ? [...value.bytes].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0) : -1;
}

function textOf(value: PdfValue | undefined): string {
  return value instanceof PdfString ? utf16.decode(Buffer.from(value.bytes, 'latin1')) : '';
}

const GLYPHS: Readonly<Record<string, string>> = {
  ...{ zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
  ...{ space: ' ', hyphen: '-', period: '.', comma: ',', at: '@', colon: ':', slash: '/', underscore: '_', plus: '+' },
  ...{ parenleft: '(', parenright: ')', minus: '-', endash: '-', emdash: '-' },
};

function differences(list: PdfValue | undefined): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of Array.isArray(list) ? list : []) {
    if (typeof item === 'number') code = item;
    else if (item instanceof PdfName) names.set(code++, characterNamed(item.name));
  }
  return names;
}

function characterNamed(name: string): string {
  const unicode = /^(?:uni|u)([0-9A-F]{4,6})/.exec(name)?.[1];
  if (unicode !== undefined && Number.parseInt(unicode, 16) <= 0x10ffff)
    return String.fromCodePoint(Number.parseInt(unicode, 16));
  return GLYPHS[name] ?? (name.length === 1 ? name : '\ufffd');
}

function simpleWidths(file: PdfFile, font: PdfDictionary): Map<number, number> {
  const [first, widths] = [file.resolve(font.get('FirstChar')), file.resolve(font.get('Widths'))];
  const map = new Map<number, number>();
  if (typeof first !== 'number' || !Array.isArray(widths)) return map;
  for (const [index, width] of widths.entries()) if (typeof width === 'number') map.set(first + index, width);
  return map;
}

/** 9.7.4.3: c [w …] or first last w. */
function compositeWidths(file: PdfFile, font: PdfDictionary): Map<number, number> {
  const map = new Map<number, number>();
  const list = file.resolve(font.get('W'));
  if (!Array.isArray(list)) return map;
  for (let at = 0; at + 1 < list.length;) {
    const [first, second, third] = [list[at], file.resolve(list[at + 1]), list[at + 2]];
    if (typeof first !== 'number') break;
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) if (typeof width === 'number') map.set(first + index, width);
      at += 2;
    } else {
      if (typeof second !== 'number' || typeof third !== 'number') break;
      for (let code = first; code <= Math.min(second, first + 65_536); code += 1) map.set(code, third);
      at += 3;
    }
  }
  return map;
}
