/** The XML of an office file as a tree. No document type, no entities of one's own, nothing from outside: office programs write none. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
}

export class XmlFault extends Error {}

/** Linear in the length of the text. Throws an `XmlFault` at the first thing that is not plain XML. */
export function parseXml(bytes: Uint8Array): XmlNode {
  const text = textOf(bytes);
  const top: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [top];
  let at = 0;
  while (at < text.length) {
    const parent = open.at(-1) ?? top;
    const next = text.indexOf('<', at);
    if (next < 0 || next > at) {
      const until = next < 0 ? text.length : next;
      if (open.length > 1) parent.children.push(decoded(text.slice(at, until)));
      at = until;
    } else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) {
      const end = after(text, ']]>', at);
      parent.children.push(text.slice(at + 9, end - 3));
      at = end;
    } else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!', at)) throw new XmlFault('document type');
    else if (text.startsWith('</', at)) {
      const end = after(text, '>', at);
      if (open.length < 2 || open.pop()?.name !== text.slice(at + 2, end - 1).trim()) throw new XmlFault('not nested');
      at = end;
    } else {
      const { node, end, closed } = tagAt(text, at);
      parent.children.push(node);
      if (!closed) open.push(node);
      if (open.length > DEEPEST) throw new XmlFault('too deep');
      at = end;
    }
  }
  const [root] = elements(top);
  if (open.length !== 1 || !root) throw new XmlFault('unfinished');
  return root;
}

/** An XML part is refused by its bytes alone when it brings its own entities, for parsers that are not this one. */
export function hasDocumentType(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('<!DOCTYPE') || buffer.includes('<!ENTITY') || buffer.subarray(0, 200).includes(0);
}

export function elements(node: XmlNode, name?: string): XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function element(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((found, name) => found && elements(found, name)[0], node);
}

const DEEPEST = 200;

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault('not UTF-8');
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new XmlFault('unfinished');
  return at + mark.length;
}

const TAG = /<([^\s/>"'=<]+)((?:\s+[^\s/>"'=<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const ATTRIBUTE = /([^\s/>"'=<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;

function tagAt(text: string, at: number): { node: XmlNode; end: number; closed: boolean } {
  TAG.lastIndex = at;
  const found = TAG.exec(text);
  if (!found) throw new XmlFault('tag');
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of (found[2] ?? '').matchAll(ATTRIBUTE)) {
    attributes[name] = decoded(double ?? single ?? '');
  }
  return { node: { name: found[1] ?? '', attributes, children: [] }, end: TAG.lastIndex, closed: found[3] === '/' };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (whole, decimal, hex, name) => {
    const code =
      decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(String(hex), 16) : undefined;
    if (code === undefined) return ENTITIES[String(name)] ?? whole;
    return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
