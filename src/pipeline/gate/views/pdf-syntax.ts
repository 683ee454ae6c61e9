/** ISO 32000-1, 7.2 and 7.3: the objects of a PDF, read from text in which every character is one byte. */
export type PdfValue =
  number | boolean | null | PdfString | PdfName | PdfReference | PdfDictionary | PdfValue[] | PdfKeyword;
export type PdfDictionary = Map<string, PdfValue>;

export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class PdfReference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
/** An operator of a content stream, or a word like `obj`. */
export class PdfKeyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

const SPACE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const MOST_DEPTH = 40;

export class PdfLexer {
  readonly text: string;
  at: number;
  /** What stands behind `%`. */
  readonly comments: string[] = [];

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next object; `undefined` at the end. */
  next(depth = 0): PdfValue | undefined {
    this.skipSpace();
    const sign = this.text[this.at];
    if (sign === undefined) return undefined;
    if (depth > MOST_DEPTH) throw new RangeError('too deep');
    if (sign === '/') return this.name();
    if (sign === '(') return this.literal();
    if (sign === '[') return this.array(depth);
    if (sign === '<') return this.text[this.at + 1] === '<' ? this.dictionary(depth) : this.hexadecimal();
    if (sign === '>' || sign === ']' || sign === '{' || sign === '}' || sign === ')') {
      this.at += this.text.startsWith('>>', this.at) ? 2 : 1;
      return new PdfKeyword(sign === '>' ? '>>' : sign);
    }
    return this.word();
  }

  private word(): PdfValue {
    const word = this.regular();
    if (word === '') {
      this.at += 1;
      return null;
    }
    if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(word)) return this.numberOrReference(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new PdfKeyword(word);
  }

  private numberOrReference(word: string): PdfValue {
    REFERENCE.lastIndex = this.at;
    const reference = /^[0-9]{1,10}$/.test(word) ? REFERENCE.exec(this.text) : null;
    if (!reference) return Number(word);
    this.at += reference[0].length;
    return new PdfReference(Number(word));
  }

  private name(): PdfName {
    this.at += 1;
    const spelt = this.regular();
    return new PdfName(
      spelt.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }

  private array(depth: number): PdfValue[] {
    this.at += 1;
    const items: PdfValue[] = [];
    for (let item = this.next(depth + 1); item !== undefined; item = this.next(depth + 1)) {
      if (item instanceof PdfKeyword && item.word === ']') break;
      items.push(item);
    }
    return items;
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries: PdfDictionary = new Map();
    for (;;) {
      const key = this.next(depth + 1);
      if (key === undefined || (key instanceof PdfKeyword && key.word === '>>')) return entries;
      if (!(key instanceof PdfName)) continue;
      const value = this.next(depth + 1);
      if (value === undefined || (value instanceof PdfKeyword && value.word === '>>')) return entries;
      entries.set(key.name, value);
    }
  }

  private hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end === -1 ? undefined : end).replace(/[^0-9A-Fa-f]/g, '');
    this.at = end === -1 ? this.text.length : end + 1;
    const whole = digits.length % 2 === 1 ? `${digits}0` : digits;
    return new PdfString(Buffer.from(whole, 'hex').toString('latin1'));
  }

  private literal(): PdfString {
    const pieces: string[] = [];
    let nesting = 0;
    const marks = /[()\\]/g;
    marks.lastIndex = this.at + 1;
    let from = this.at + 1;
    for (let mark = marks.exec(this.text); mark; mark = marks.exec(this.text)) {
      if (mark[0] === '(') nesting += 1;
      else if (mark[0] === ')' && nesting > 0) nesting -= 1;
      else {
        pieces.push(this.text.slice(from, mark.index));
        if (mark[0] === ')') {
          this.at = mark.index + 1;
          return new PdfString(pieces.join(''));
        }
        const [value, length] = escaped(this.text.slice(mark.index + 1, mark.index + 4));
        pieces.push(value);
        from = mark.index + 1 + length;
        marks.lastIndex = from;
      }
    }
    this.at = this.text.length;
    return new PdfString(pieces.join(''));
  }

  private regular(): string {
    REGULAR.lastIndex = this.at;
    const word = REGULAR.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return word;
  }

  private skipSpace(): void {
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) return;
      if (sign === '%') {
        LINE.lastIndex = this.at;
        const line = LINE.exec(this.text)?.[0] ?? '%';
        if (line.length > 4) this.comments.push(line.slice(1));
        this.at += line.length;
      } else if (SPACE.test(sign)) this.at += 1;
      else return;
    }
  }
}

const REFERENCE = /[\0\t\n\f\r ]{1,4}[0-9]{1,5}[\0\t\n\f\r ]{1,4}R(?![A-Za-z0-9])/y;
const LINE = /%[^\r\n]*/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' };

/** Behind a backslash: the character meant, and how many characters mean it. */
function escaped(text: string): [value: string, length: number] {
  const octal = /^[0-7]{1,3}/.exec(text)?.[0];
  if (octal !== undefined) return [String.fromCharCode(Number.parseInt(octal, 8) & 255), octal.length];
  if (text.startsWith('\r\n')) return ['', 2];
  const first = text[0] ?? '';
  return [ESCAPES[first] ?? first, 1];
}
