import { lookAtJson } from './json.ts';
import type { Looker, SourceFile } from './view.ts';

const PREFIX = new TextEncoder().encode('pagefind_dcd');
const utf8 = new TextDecoder('utf-8');

export function isPagefind(bytes: Uint8Array): boolean {
  return PREFIX.every((byte, index) => bytes[index] === byte);
}

/** Pagefind's own files, unpacked: fragments are JSON, indexes are CBOR, the engine is WebAssembly. */
export function lookAtPagefind({ name, bytes, place }: SourceFile, looker: Looker): void {
  const body = bytes.subarray(PREFIX.length);
  if (body[0] === 0 && body[1] === 0x61) looker.file({ name: 'engine.wasm', bytes: body, place });
  else if (body[0] === 0x7b) lookAtJson(utf8.decode(body), place, looker);
  else looker.pieces(place, textsOfCbor(body, name));
}

/** Pagefind's scripts thank their translators by name and mail, at the translators' wish: `"Jane Doe <…>"` in its own files only. */
export function withoutCredits(name: string, text: string): string {
  if (!/(?:^|\/)pagefind[a-z-]*\.js$/.test(name) || !text.includes('thanks_to')) return text;
  return text.replace(/"[^"\n]{1,160}"/g, (string) => string.replace(/ <[^<>\s"@]{1,60}@[^<>\s"@]{1,60}>/g, ''));
}

/** RFC 8949: every text string, each by itself. Throws on what is no CBOR, so that the file is refused. */
function textsOfCbor(bytes: Uint8Array, name: string): string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const head = bytes[at++] ?? 0;
    const major = head >> 5;
    const short = head & 31;
    if (short === 31) continue;
    if (short > 27) throw new RangeError(`${name}: no CBOR`);
    let length = short;
    if (short >= 24) {
      const width = 1 << (short - 24);
      length = 0;
      for (let index = 0; index < width; index += 1) length = length * 256 + (bytes[at++] ?? 0);
    }
    // Arrays, maps, tags and numbers are heads only: what they hold follows.
    if (major !== 2 && major !== 3) continue;
    if (at + length > bytes.length) throw new RangeError(`${name}: no CBOR`);
    texts.push(utf8.decode(bytes.subarray(at, at + length)));
    at += length;
  }
  return texts;
}
