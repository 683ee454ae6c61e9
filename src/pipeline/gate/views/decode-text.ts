const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });
const utf16le = new TextDecoder('utf-16le');
const utf16be = new TextDecoder('utf-16be');

/** The text of a file in UTF-8, UTF-16 or GB 18030; nothing when it is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? utf16le : first === 0xfe && second === 0xff ? utf16be : undefined;
  const wide = marked ?? wideOrder(bytes);
  if (wide) {
    const text = wide.decode(bytes);
    return isReadable(text) ? text : undefined;
  }
  for (const decoder of [utf8, gb18030]) {
    try {
      const text = decoder.decode(bytes);
      return isReadable(text) ? text : undefined;
    } catch {
      // Not this encoding.
    }
  }
  return undefined;
}

/** UTF-16 without a mark: ASCII signs leave zeros on one side. */
function wideOrder(bytes: Uint8Array): TextDecoder | undefined {
  const looked = Math.min(bytes.length & ~1, 4096);
  if (looked < 4 || bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > looked / 8 && even === 0) return utf16le;
  return even > looked / 8 && odd === 0 ? utf16be : undefined;
}

// eslint-disable-next-line no-control-regex -- what makes a file no text
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Up to one control character in a hundred is a slip or a disguise; more is no text. */
function isReadable(text: string): boolean {
  if (!CONTROL.test(text)) return true;
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b) controls += 1;
  }
  return controls * 100 <= text.length;
}
