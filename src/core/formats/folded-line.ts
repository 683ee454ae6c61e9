/**
 * A content line of iCalendar (RFC 5545 3.1) and vCard (RFC 2425 5.8.1): no line of more than 75 octets, the space that continues it
 * included; no character is cut in two. The line end is not part of it.
 */
export function foldedLine(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

/** RFC 5545 3.3.11 and RFC 2426 4: what would end a value is written with a backslash. */
export function escapedText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n');
}

function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}
