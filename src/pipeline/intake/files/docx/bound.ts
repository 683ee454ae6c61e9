import type { Archive } from '#pipeline/intake/files/archive.ts';
import { treeOf } from '#pipeline/intake/files/parts/relations.ts';
import { charactersOf, descendants, element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** An element of nobody's: what stands in a content control although Word shows something else there. */
export const STALE = 'stale';

/**
 * A content control may be bound to a place in the file's own data (ECMA-376 17.5.2.6), and Word shows what stands there, whatever the
 * text beside it says. Returns the document with a mark in every control of which the two differ.
 */
export function withStaleMarked(node: XmlNode, archive: Archive): XmlNode {
  const stores = [...archive.keys()].filter((name) =>
    /^(?:customXml\/item\d+|docProps\/(?:core|app))\.xml$/iu.test(name),
  );
  if (stores.length === 0) return node;
  const trees = stores.flatMap((name) => treeOf(archive, name) ?? []);
  return marked(node, trees);
}

function marked(node: XmlNode, stores: readonly XmlNode[]): XmlNode {
  const children = node.children.map((child) => (typeof child === 'string' ? child : marked(child, stores)));
  const shown = node.name === 'w:sdt' ? boundText(node, stores) : undefined;
  if (shown === undefined) return { ...node, children };
  return { ...node, children: [...children, { name: STALE, attributes: {}, children: [shown] }] };
}

/** What Word shows in a control instead of its text; `undefined` where that is the same, or cannot be told. */
function boundText(control: XmlNode, stores: readonly XmlNode[]): string | undefined {
  const properties = element(control, 'w:sdtPr');
  const binding = elements(properties).find(({ name }) => /^(?:w|w15):dataBinding$/u.test(name));
  // Dates, pictures and ticks are written in another way than they are shown.
  const other = elements(properties).some(({ name }) => OTHERS.test(name));
  const path = binding?.attributes['w:xpath'] ?? binding?.attributes['w15:xpath'];
  if (path === undefined || other) return undefined;
  const found = stores.flatMap((store) => valueAt(store, path) ?? [])[0];
  if (found === undefined) return undefined;
  const list = element(properties, 'w:dropDownList') ?? element(properties, 'w:comboBox');
  const chosen = elements(list, 'w:listItem').find(({ attributes }) => attributes['w:value'] === found);
  const value = chosen?.attributes['w:displayText'] ?? found;
  const said = descendants(element(control, 'w:sdtContent'), 'w:t').map(charactersOf).join('');
  return squeezed(said) === squeezed(value) ? undefined : value === '' ? '（空）' : value;
}

const OTHERS = /:(?:date|picture|checkbox|repeatingSection|group|docPartObj)$/u;

/** The paths that Word writes: `/ns0:root[1]/ns1:name[1]`, names told by their local part. */
function valueAt(store: XmlNode, path: string): string | undefined {
  const steps = path.split('/').filter((step) => step !== '');
  let at: XmlNode | undefined = { name: '', attributes: {}, children: [store] };
  for (const step of steps) {
    const [, attribute, name, place] = /^(@)?(?:[\w.-]+:)?([\w.-]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    if (name === undefined || !at) return undefined;
    if (attribute !== undefined) return at.attributes[name];
    at = elements(at).filter((one) => one.name.replace(/^.*:/u, '') === name)[Number(place ?? 1) - 1];
  }
  return at && elements(at).length === 0 ? charactersOf(at) : undefined;
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}
