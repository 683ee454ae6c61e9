import type { Archive } from '#pipeline/intake/files/archive.ts';
import { elements, parseXml, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** One arrow from a part to another, or to something outside of the file. */
export interface Relation {
  /** The last word of its type, the same in transitional and strict files: `image`, `comments`. */
  type: string;
  /** The path inside the archive; of an external one what stands in the file. */
  target: string;
  external: boolean;
}

/** Relationship id → where it leads. */
export function relationsOf(archive: Archive, path: string): Map<string, Relation> {
  const [folder = '', file = ''] = [path.replace(/[^/]*$/u, ''), path.replace(/^.*\//u, '')];
  const part = partOf(archive, `${folder}_rels/${file}.rels`);
  return new Map(
    elements(part && parseXml(part)).map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      const type = (attributes['Type'] ?? '').replace(/^.*\//u, '');
      return [attributes['Id'] ?? '', { type, external, target: external ? target : resolved(folder, target) }];
    }),
  );
}

/** Office programs look for parts without regard to case. */
export function partOf(archive: Archive, path: string): Uint8Array | undefined {
  const exact = archive.get(path);
  if (exact) return exact;
  const wanted = path.toLowerCase();
  return [...archive].find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The tree of a part, and an empty one where there is none. */
export function treeOf(archive: Archive, path: string, otherwise = ''): XmlNode | undefined {
  const bytes = partOf(archive, path);
  return bytes && parseXml(bytes, otherwise);
}

/** The part that the package itself names as its document, for programs that call it `document2.xml`. */
export function mainPart(archive: Archive, usual: string): string {
  const named = [...relationsOf(archive, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  return named !== undefined && partOf(archive, named) ? named : usual;
}

function resolved(folder: string, target: string): string {
  const path = unescaped(target.replace(/#.*$/u, '').replaceAll('\\', '/'));
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
