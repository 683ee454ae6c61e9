import { unfiltered } from './pdf-filter.ts';
import { type PdfDictionary, PdfKeyword, PdfLexer, PdfName, PdfReference, type PdfValue } from './pdf-syntax.ts';

export interface PdfStream {
  dictionary: PdfDictionary;
  raw: Uint8Array;
}

export interface PdfObject {
  id: number;
  value: PdfValue;
  stream: PdfStream | undefined;
}

const latin1 = new TextDecoder('latin1');
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b/g;

/**
 * All objects of a PDF, found by looking for them rather than by the cross-reference table: objects of earlier
 * revisions stay in the file and are public too.
 */
export class PdfFile {
  readonly objects: PdfObject[] = [];
  readonly trailers: PdfDictionary[] = [];
  readonly comments: string[] = [];
  /** What stands behind the last end mark. */
  readonly tail: string;
  private readonly latest = new Map<number, PdfObject>();
  private room: number;

  constructor(bytes: Uint8Array, room: number) {
    this.room = room;
    const text = latin1.decode(bytes);
    const end = text.lastIndexOf('%%EOF');
    this.tail = end === -1 ? '' : text.slice(end + 5).trim();
    const marks = new RegExp(OBJECT);
    for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
      marks.lastIndex = this.read(text, bytes, Number(mark[1]), mark.index + mark[0].length);
    }
    for (const { index } of text.matchAll(/\btrailer\b/g)) {
      const value = new PdfLexer(text, index + 7).next();
      if (value instanceof Map) this.trailers.push(value);
    }
    for (const { value, stream } of [...this.objects]) {
      if (stream && value instanceof Map) this.unpackObjects(value, stream);
    }
  }

  get encrypted(): boolean {
    const tables = this.objects.flatMap(({ value }) =>
      value instanceof Map && nameIn(value, 'Type') === 'XRef' ? [value] : [],
    );
    return [...this.trailers, ...tables].some((one) => one.has('Encrypt'));
  }

  /** Follows a reference to what it means. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let target = value;
    for (let steps = 0; target instanceof PdfReference && steps < 20; steps += 1)
      target = this.latest.get(target.id)?.value;
    return target;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const target = this.resolve(value);
    return target instanceof Map ? target : undefined;
  }

  streamOf(value: PdfValue | undefined): PdfStream | undefined {
    return value instanceof PdfReference ? this.latest.get(value.id)?.stream : undefined;
  }

  /** The contents with all filters undone; nothing for pictures. */
  contents(stream: PdfStream): Uint8Array | undefined {
    const named = this.resolve(stream.dictionary.get('Filter') ?? stream.dictionary.get('F'));
    const filters = Array.isArray(named) ? named.map((one) => this.resolve(one)) : named === undefined ? [] : [named];
    let bytes: Uint8Array | undefined = stream.raw;
    for (const filter of filters) {
      if (!(filter instanceof PdfName) || !bytes) return undefined;
      bytes = unfiltered(filter.name, bytes, this.room);
    }
    this.room -= bytes?.length ?? 0;
    return bytes;
  }

  private read(text: string, bytes: Uint8Array, id: number, from: number): number {
    const lexer = new PdfLexer(text, from);
    const value = lexer.next() ?? null;
    this.comments.push(...lexer.comments);
    const object: PdfObject = { id, value, stream: undefined };
    this.objects.push(object);
    this.latest.set(id, object);
    if (!(value instanceof Map)) return lexer.at;
    const start = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/y;
    start.lastIndex = lexer.at;
    const head = start.exec(text)?.[0];
    if (head === undefined) return lexer.at;
    const begin = lexer.at + head.length;
    const stated = this.resolve(value.get('Length'));
    const expected = typeof stated === 'number' ? begin + stated : -1;
    const right = expected > begin && /^[\0\t\n\f\r ]*endstream/.test(text.slice(expected, expected + 20));
    const found = right ? expected : text.indexOf('endstream', begin);
    const end = found === -1 ? text.length : found;
    object.stream = { dictionary: value, raw: bytes.subarray(begin, end) };
    return end;
  }

  /** 7.5.7: objects kept together in a compressed stream. */
  private unpackObjects(dictionary: PdfDictionary, stream: PdfStream): void {
    if (nameIn(dictionary, 'Type') !== 'ObjStm') return;
    const text = latin1.decode(this.contents(stream) ?? new Uint8Array());
    const first = this.resolve(dictionary.get('First'));
    const lexer = new PdfLexer(text);
    const places: [id: number, at: number][] = [];
    while (typeof first === 'number' && lexer.at < first) {
      const [id, at] = [lexer.next(), lexer.next()];
      if (typeof id !== 'number' || typeof at !== 'number') break;
      places.push([id, first + at]);
    }
    for (const [id, at] of places) {
      const value = new PdfLexer(text, at).next() ?? null;
      const object: PdfObject = { id, value: value instanceof PdfKeyword ? null : value, stream: undefined };
      this.objects.push(object);
      if (!this.latest.has(id)) this.latest.set(id, object);
    }
  }
}

export function nameIn(dictionary: PdfDictionary, key: string): string | undefined {
  const value = dictionary.get(key);
  return value instanceof PdfName ? value.name : undefined;
}
