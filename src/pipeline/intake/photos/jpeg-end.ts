/**
 * Whether a JPEG comes to its end marker (ITU-T T.81, B.1). A decoder that has all its pixels may not look for it, and then whether a
 * file cut off by two bytes is refused would hang on the last bits of the picture.
 */
export function reachesEnd(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      // Coded picture: a marker in it is 0xff with anything but 0x00 or a restart behind it.
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return true;
    const bare = marker === 0x00 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (bare) at += marker === 0xff ? 1 : 2;
    else at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return false;
}

const END = 0xd9;
