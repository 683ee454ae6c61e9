import { namedEntity } from './entity.ts';
import { Rewriter, type TrackedText } from './tracked-text.ts';

/** In CSS `\31` is the hexadecimal 31, in a script the octal: a text is read both ways. */
export type Dialect = 'script' | 'style';

/** Undoes one layer of escapes: character references, percent signs, backslashes. */
export function unescape(tracked: TrackedText, dialect: Dialect): TrackedText {
  const { text } = tracked;
  const out = new Rewriter(tracked);
  const marks = /[&%\\=]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    const undone = undo(text, at, dialect);
    if (!undone) continue;
    out.replace(at, at + undone.length, undone.value);
    marks.lastIndex = at + undone.length;
  }
  return out.finish();
}

type Undone = { value: string; length: number } | undefined;

function undo(text: string, at: number, dialect: Dialect): Undone {
  switch (text[at]) {
    case '&':
      return text[at + 1] === '#' ? numericReference(text, at) : namedEntity(text, at);
    case '%':
      return text[at + 1] === 'u' ? match(/%u([0-9a-f]{4})/iy, text, at, 16) : encodedBytes(text, at, '%', 1);
    case '=':
      // Quoted-printable; one alone is an ordinary equals sign.
      return encodedBytes(text, at, '=', 3);
    default:
      return dialect === 'style' ? styleEscape(text, at) : scriptEscape(text, at);
  }
}

function numericReference(text: string, at: number): Undone {
  return match(/&#[xX]([0-9a-fA-F]{1,12});?/y, text, at, 16) ?? match(/&#([0-9]{1,12});?/y, text, at, 10);
}

function match(pattern: RegExp, text: string, at: number, radix: number): Undone {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const codePoint = Number.parseInt(found[1] ?? '', radix);
  return codePoint <= 0x10ffff ? { value: String.fromCodePoint(codePoint), length: found[0].length } : undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

function encodedBytes(text: string, at: number, sign: string, least: number): Undone {
  const bytes: number[] = [];
  let end = at;
  while (text[end] === sign && /^[0-9A-Fa-f]{2}$/.test(text.slice(end + 1, end + 3))) {
    bytes.push(Number.parseInt(text.slice(end + 1, end + 3), 16));
    end += 3;
  }
  if (bytes.length < least) return undefined;
  const encoded = new Uint8Array(bytes);
  try {
    return { value: utf8.decode(encoded), length: end - at };
  } catch {
    return { value: gb18030.decode(encoded), length: end - at };
  }
}

function styleEscape(text: string, at: number): Undone {
  const undone = match(/\\([0-9a-fA-F]{1,6})[ \t\n]?/y, text, at, 16);
  // The \d of a regular expression is no line end; that of a style is closed by a space.
  return undone && (undone.value >= ' ' || text[at + undone.length - 1] === ' ') ? undone : undefined;
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t', f: '\n', v: '\n', b: '', '\n': '' };

function scriptEscape(text: string, at: number): Undone {
  const next = text.charAt(at + 1);
  if (next === 'u') {
    return match(/\\u\{([0-9a-fA-F]{1,12})\}/y, text, at, 16) ?? match(/\\u([0-9a-fA-F]{4})/y, text, at, 16);
  }
  if (next === 'x') return match(/\\x([0-9a-fA-F]{2})/y, text, at, 16);
  if (next >= '0' && next <= '7') return match(/\\([0-3]?[0-7]{1,2})/y, text, at, 8);
  if (next === '\\' || next === '"' || next === "'" || next === '/') return { value: next, length: 2 };
  const value = LETTERS[next];
  return value === undefined ? undefined : { value, length: 2 };
}
