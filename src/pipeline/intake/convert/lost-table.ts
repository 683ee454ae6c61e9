import { openArchive } from '#pipeline/intake/files/archive.ts';
import { elements, parseXml, type XmlNode } from '#pipeline/intake/files/xml.ts';

/**
 * Whether tables of a Word 97 text became plain paragraphs on the way: LibreOffice 7.4 drops some and runs their cells together. In the
 * old file a cell ends with U+0007 ([MS-DOC] 2.4.3); where two neighbours of it stand in one paragraph, their table is gone.
 */
export function hasLostTable(doc: Uint8Array, docx: Uint8Array): boolean {
  const opened = openArchive(docx, '');
  const part = 'archive' in opened ? opened.archive.get('word/document.xml') : undefined;
  if (!part) return false;
  const paragraphs = textsOf(parseXml(part)).filter((text) => text.length >= 4);
  const joined = new Set(neighbours(doc).filter((pair) => paragraphs.some((text) => text.includes(pair))));
  // One may be chance: 姓名 beside 性别, and 姓名性别 in a note.
  return joined.size >= 2;
}

/** Cells that stand beside each other, as one would read them without the line between. */
function neighbours(doc: Uint8Array): string[] {
  const text = new TextDecoder('utf-16le').decode(doc.subarray(0, doc.length - (doc.length % 2)));
  const found: string[] = [];
  for (const [, first = '', second = ''] of text.matchAll(
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /([^\u0000-\u001F\uD800-\uDFFF]{2,40})\u0007(?=([^\u0000-\u001F\uD800-\uDFFF]{2,40})[\u0007\u000B\r])/gu,
  ))
    found.push(squeezed(first) + squeezed(second));
  return found.filter((pair) => /\p{L}{3}/u.test(pair)).slice(0, 400);
}

/** The text of every paragraph, cells apart. */
function textsOf(node: XmlNode): string[] {
  if (node.name === 'w:p') return [squeezed(within(node))];
  return elements(node).flatMap(textsOf);
}

function within(node: XmlNode): string {
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  return elements(node).map(within).join('');
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}
