import type { DrawingAnchor, Edge } from '#core/roster/photo-anchor.ts';
import type { Archive } from '#pipeline/intake/files/archive.ts';
import { elements, parseXml, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** A picture that lies over the cells of a worksheet. */
export interface Drawing {
  anchor: DrawingAnchor;
  /** The column of its left edge. */
  column: number;
  bytes: Uint8Array;
}

/** Every picture laid over the sheets of a workbook, by the sheet's name, with the offsets that tell whose row it lies in. */
export function drawingsOf(archive: Archive): Map<string, Drawing[]> {
  const found = new Map<string, Drawing[]>();
  const sheets = targetsOf(archive, 'xl/workbook.xml');
  for (const node of all(partOf(archive, 'xl/workbook.xml'), 'sheet')) {
    const path = sheets.get(attribute(node, 'id'));
    if (path === undefined) continue;
    const drawings = [...targetsOf(archive, path).values()].filter((target) =>
      /^xl\/drawings\/[^/]+\.xml$/iu.test(target),
    );
    found.set(
      node.attributes['name'] ?? '',
      drawings.flatMap((drawing) => picturesIn(archive, drawing)),
    );
  }
  return found;
}

function picturesIn(archive: Archive, path: string): Drawing[] {
  const media = targetsOf(archive, path);
  const root = partOf(archive, path);
  return (root ? elements(root) : []).flatMap((anchor) => {
    const from = edgeOf(anchor, 'from');
    const to = edgeOf(anchor, 'to');
    const height = Number(all(anchor, 'ext', 1)[0]?.attributes['cy'] ?? Number.NaN);
    return all(anchor, 'blip').flatMap((blip) => {
      const bytes = archive.get(media.get(attribute(blip, 'embed')) ?? '');
      if (!bytes || !from) return [];
      const place = to ? { from, to } : { from, ...(height > 0 && { height }) };
      return [{ anchor: place, column: from.column, bytes }];
    });
  });
}

function edgeOf(anchor: XmlNode, name: 'from' | 'to'): (Edge & { column: number }) | undefined {
  const edge = all(anchor, name, 1)[0];
  const number = (part: string): number => Number(edge ? (textOf(all(edge, part, 1)[0]) ?? Number.NaN) : Number.NaN);
  const [row, column, offset] = [number('row'), number('col'), number('rowOff')];
  const whole = Number.isInteger(row) && row >= 0 && row < 1_048_576 && Number.isInteger(column) && column >= 0;
  return whole ? { row, column, offset: Number.isFinite(offset) ? offset : 0 } : undefined;
}

function textOf(node: XmlNode | undefined): string | undefined {
  return node?.children.find((child) => typeof child === 'string');
}

/** Elements of a local name, whatever prefix a program gave them. */
function all(node: XmlNode | undefined, name: string, depth = 12): XmlNode[] {
  if (!node || depth === 0) return [];
  return elements(node).flatMap((child) => [
    ...(child.name.replace(/^.*:/u, '') === name ? [child] : []),
    ...all(child, name, depth - 1),
  ]);
}

function attribute(node: XmlNode, local: string): string {
  return Object.entries(node.attributes).find(([name]) => name.endsWith(`:${local}`))?.[1] ?? '';
}

function partOf(archive: Archive, path: string): XmlNode | undefined {
  const bytes = archive.get(path);
  return bytes && parseXml(bytes);
}

/** Relationship id → path inside the archive. */
function targetsOf(archive: Archive, path: string): Map<string, string> {
  const [folder = '', file = ''] = [path.replace(/[^/]*$/u, ''), path.replace(/^.*\//u, '')];
  const root = partOf(archive, `${folder}_rels/${file}.rels`);
  const inside = (root ? elements(root) : []).filter(({ attributes }) => attributes['TargetMode'] !== 'External');
  return new Map(
    inside.map(({ attributes }) => [attributes['Id'] ?? '', resolved(folder, attributes['Target'] ?? '')]),
  );
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
