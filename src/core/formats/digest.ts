/**
 * The canonical form of what is hashed, so that one content has one digest whatever machine, editor or template it went through.
 * The hashing itself is the pipeline's: the core only says which characters.
 */

/** NFC, LF, no white space at the ends of lines, none doubled inside, no empty line. Full-width spaces are text and stay. */
export function canonicalText(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[ \t\f\v]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with keys in code-unit order and no white space: what RFC 8785 gives for text and whole numbers. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${pairs.join(',')}}`;
}

/** The first 80 bits of a digest in groups of four, short enough for stamped paper and a newspaper: `9f86 d081 884c 7d65 9a2f`. */
export function fingerprint(digest: string): string {
  return (digest.slice(0, 20).match(/.{4}/g) ?? []).join(' ');
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
