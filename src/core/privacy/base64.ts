const LEAST = 14;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Texts hidden in a text as base64 or hexadecimal of readable UTF-8, with where they stand. Digests and keys decode to noise and give none. */
export function readableBase64(text: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && IN_TOKEN[text.charCodeAt(at)] === 1) continue;
    if (at - start >= LEAST) found.push(...inToken(text.slice(start, at), start));
    start = at + 1;
  }
  return found;
}

/** 1 for the 64 digits, of both alphabets. */
const IN_TOKEN = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

function inToken(token: string, at: number): { at: number; text: string }[] {
  // In an address a slash or a dash may be a border and no digit of the base.
  const parts = /[/_-]/.test(token) ? [token, ...token.split(/[/_-]/)] : [token];
  return parts.flatMap((part) => {
    const hidden = part.length < LEAST ? undefined : readable(part);
    return hidden === undefined ? [] : [{ at, text: hidden }];
  });
}

function readable(token: string): string | undefined {
  if (/^(?:[0-9a-fA-F]{2}){11,}$/.test(token)) {
    const binary = token.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    if (isText(binary)) return utf8Text(binary);
  }
  const standard = token.replaceAll('-', '+').replaceAll('_', '/');
  const whole = standard.length % 4 === 1 ? standard.slice(0, -1) : standard;
  // Words and digests give themselves away in the first few bytes.
  if (!isText(atob(whole.slice(0, 12)))) return undefined;
  const binary = atob(whole);
  return isText(binary) ? utf8Text(binary) : undefined;
}

function utf8Text(binary: string): string | undefined {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

// eslint-disable-next-line no-control-regex -- readable text holds no control characters but white space
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/;

/** Bytes that may be UTF-8: no control characters, and after the first bytes of a character those that continue it. */
function isText(binary: string): boolean {
  return !CONTROL.test(binary) && !/[\0-\x7f][\x80-\xbf]|[\xc0-\xff][\0-\x7f]|[\xc0\xc1\xf5-\xff]/.test(binary);
}
