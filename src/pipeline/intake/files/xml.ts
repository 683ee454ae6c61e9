import sax from 'sax';
import { canonicalName, isUnderstood } from './xml-names.ts';

/** The XML of an office file as a tree. No document type, no entities of one's own, nothing from outside: office programs write none. */
export interface XmlNode {
  /** With the usual prefix of its namespace, whatever the file calls it and whether it is transitional or strict: `w:p`, `x:row`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlNode | string)[];
}

export class XmlFault extends Error {}

/**
 * Of several spellings of one thing (`mc:AlternateContent`) the tree holds the one that today's programs show.
 * Throws an `XmlFault` at the first thing that is not plain XML.
 * @param otherwise the prefix of names without a namespace
 */
export function parseXml(bytes: Uint8Array, otherwise = ''): XmlNode {
  const text = textOf(bytes);
  const parser = sax.parser(true, STRICT);
  const top: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [top];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let count = 0;
  let raw: [string, string][] = [];
  const fail = (reason: string): never => {
    throw new XmlFault(reason);
  };
  parser.onerror = () => fail('not well formed');
  parser.ondoctype = () => fail('document type');
  parser.onopentagstart = () => {
    raw = [];
  };
  parser.onattribute = ({ name, value }) => {
    raw.push([name, value]);
  };
  parser.onopentag = ({ name }) => {
    if (open.length > DEEPEST) fail('too deep');
    if ((count += 1) > MOST_NODES) fail('too many');
    const scope = scopeOf(scopes.at(-1) ?? new Map<string, string>(), raw);
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [key, value] of raw) attributes[key.includes(':') ? canonicalName(key, scope, '') : key] = value;
    const node: XmlNode = { name: canonicalName(name, scope, otherwise), attributes, children: [] };
    if (node.name === 'mc:Choice') {
      const wanted = (attributes['Requires'] ?? '').split(/\s+/u).filter((prefix) => prefix !== '');
      attributes['Requires'] = wanted.every((prefix) => isUnderstood(prefix, scope)) ? 'understood' : 'unknown';
    }
    (open.at(-1) ?? top).children.push(node);
    open.push(node);
    scopes.push(scope);
  };
  parser.onclosetag = () => {
    const node = open.pop();
    scopes.pop();
    if (node?.name === 'mc:AlternateContent') (open.at(-1) ?? top).children.splice(-1, 1, ...shownOf(node).children);
  };
  const add = (piece: string): void => {
    if (open.length > 1) open.at(-1)?.children.push(piece);
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.write(text).close();
  const [root] = elements(top);
  return root ?? fail('unfinished');
}

/** An XML part is refused by its bytes alone when it brings its own entities. */
export function hasDocumentType(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.includes('<!DOCTYPE') || buffer.includes('<!ENTITY') || buffer.subarray(0, 200).includes(0);
}

export function elements(node: XmlNode | undefined, name?: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function element(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((found, name) => found && elements(found, name)[0], node);
}

/** Every element of one of the names, at any depth, but none inside another that was found. */
export function descendants(node: XmlNode | undefined, ...names: string[]): XmlNode[] {
  return elements(node).flatMap((child) => (names.includes(child.name) ? [child] : descendants(child, ...names)));
}

/** The characters directly inside. */
export function charactersOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).filter((child) => typeof child === 'string').join('');
}

/** Whether a switch is on: there without a value means on. */
export function isOn(node: XmlNode | undefined, attribute = 'w:val'): boolean {
  return node !== undefined && !isOff(node.attributes[attribute]);
}

export function isOff(value: string | undefined): boolean {
  return value !== undefined && ['0', 'false', 'off'].includes(value.trim().toLowerCase());
}

/** Only the five entities of XML itself; the package's types do not know of it. */
const STRICT: sax.SAXOptions & { strictEntities: true } = { strictEntities: true };
const DEEPEST = 200;
const MOST_NODES = 1_500_000;
const EMPTY: XmlNode = { name: '', attributes: {}, children: [] };

function shownOf(alternatives: XmlNode): XmlNode {
  const choice = elements(alternatives, 'mc:Choice').find(({ attributes }) => attributes['Requires'] === 'understood');
  return choice ?? element(alternatives, 'mc:Fallback') ?? EMPTY;
}

function scopeOf(outer: ReadonlyMap<string, string>, attributes: [string, string][]): ReadonlyMap<string, string> {
  const own = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  return new Map([...outer, ...own.map(([name, uri]): [string, string] => [name.slice(6), uri])]);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFault('not UTF-8');
  }
}
