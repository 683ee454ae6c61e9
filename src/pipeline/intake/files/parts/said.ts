import type { Archive } from '#pipeline/intake/files/archive.ts';
import type { XmlNode } from '#pipeline/intake/files/xml.ts';
import { treeOf } from './relations.ts';

/** Everything a drawing, a chart or a part nobody knows says to somebody who looks at it, in the order of the file. */
export function saidIn(node: XmlNode | undefined): string {
  const pieces: string[] = [];
  collect(node, pieces);
  return pieces.join(' ').replace(/\s+/gu, ' ').trim();
}

export function saidInPart(archive: Archive, path: string): string {
  return saidIn(treeOf(archive, path));
}

/** Text inside these is addressed to programs: identifiers, formulas, coordinates, and what was deleted. */
const UNSEEN = new Set([
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'c:f',
  'cx:f',
  'c:formatCode',
  'cx:pt',
  'xdr:col',
  'xdr:colOff',
  'xdr:row',
  'xdr:rowOff',
  'wp:posOffset',
  'wp:align',
  'xdr:from',
  'xdr:to',
  'xv:ClientData',
  'x:f',
  'x:formula1',
  'x:formula2',
  'ms:pctWidth',
  'ms:pctHeight',
  'a:extLst',
  'c:extLst',
]);

function collect(node: XmlNode | undefined, pieces: string[]): void {
  // WordArt of the older kind keeps its words in an attribute.
  if (node?.name === 'v:textpath') pieces.push(node.attributes['string'] ?? '');
  let own = '';
  for (const child of node?.children ?? []) {
    if (typeof child === 'string') own += child;
    else if (!UNSEEN.has(child.name)) collect(child, pieces);
  }
  if (own.trim() !== '') pieces.push(own.trim());
}
