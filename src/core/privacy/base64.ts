const LEAST = 14;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Texts hidden in a text as base64 or hexadecimal of readable UTF-8 or GB 18030, with where they stand. Digests and keys decode to noise and give none. */
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
    if (isText(binary)) return decoded(utf8, binary);
    if (isChinese(binary)) return decoded(gb18030, binary);
  }
  const standard = token.replaceAll('-', '+').replaceAll('_', '/');
  const whole = standard.length % 4 === 1 ? standard.slice(0, -1) : standard;
  // Words and digests give themselves away in the first few bytes.
  const head = atob(whole.slice(0, 12));
  const [mayBeText, mayBeChinese] = [isText(head), isChinese(head, false)];
  if (!mayBeText && !mayBeChinese) return undefined;
  const binary = atob(whole);
  if (mayBeText && isText(binary)) return decoded(utf8, binary);
  return mayBeChinese && isChinese(binary) ? decoded(gb18030, binary) : undefined;
}

function decoded(decoder: TextDecoder, binary: string): string | undefined {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  try {
    return decoder.decode(bytes);
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

/** ASCII, and pairs of bytes of which nearly all stand in the rows of GB 2312 that Chinese is written with: noise never does. */
function isChinese(binary: string, whole = true): boolean {
  if (CONTROL.test(binary)) return false;
  let usual = 0;
  let rare = 0;
  for (let at = 0; at < binary.length; at += 1) {
    const lead = binary.charCodeAt(at);
    if (lead < 0x80) continue;
    const trail = binary.charCodeAt(at + 1);
    if (Number.isNaN(trail)) return !whole;
    if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0x7f || trail === 0xff) return false;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || lead === 0xa1 || lead === 0xa3)) usual += 1;
    else rare += 1;
    at += 1;
  }
  return usual >= (whole ? 2 : 0) && usual + rare > 0 && rare * 4 <= usual;
}
