import { element, elements, isOff, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** The properties of runs by name, as one place in the file writes them: `w:vanish`, `w:color`. */
export type Properties = ReadonlyMap<string, XmlNode>;

export interface TableStyle {
  run: Properties;
  ground: XmlNode | undefined;
  /** `firstRow`, `band1Horz`: what only some of its cells look like. */
  parts: ReadonlyMap<string, { run: Properties; ground: XmlNode | undefined }>;
}

/** `styles.xml`: what names of styles stand for, chains of `basedOn` followed to their end. */
export class Styles {
  readonly defaults: Properties;
  private readonly styles: ReadonlyMap<string, XmlNode>;
  private readonly usual: ReadonlyMap<string, string>;
  private readonly known = new Map<string, Properties>();

  constructor(root: XmlNode | undefined) {
    const all = elements(root, 'w:style');
    this.styles = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    const chosen = all.filter(
      ({ attributes }) => attributes['w:default'] !== undefined && !isOff(attributes['w:default']),
    );
    this.usual = new Map(chosen.map(({ attributes }) => [attributes['w:type'] ?? '', attributes['w:styleId'] ?? '']));
    this.defaults = propertiesOf(element(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
  }

  /** What runs look like in a paragraph, character or table style; without a name in the default one of its type. */
  runOf(type: 'paragraph' | 'character' | 'table', id: string | undefined): Properties {
    const name = id ?? this.usual.get(type);
    if (name === undefined) return NONE;
    const known = this.known.get(name);
    if (known) return known;
    const found = merged(this.chain(name).map((style) => propertiesOf(element(style, 'w:rPr'))));
    this.known.set(name, found);
    return found;
  }

  /** A property of paragraphs: the numbering of a style, the exact height of its lines. */
  paragraphOf(id: string | undefined, name: string): XmlNode | undefined {
    const start = id ?? this.usual.get('paragraph');
    const chain = start === undefined ? [] : this.chain(start);
    return chain.map((style) => element(style, 'w:pPr', name)).findLast((found) => found !== undefined);
  }

  tableOf(id: string | undefined): TableStyle {
    const name = id ?? this.usual.get('table');
    const chain = name === undefined ? [] : this.chain(name);
    const parts = new Map<string, { run: Properties; ground: XmlNode | undefined }>();
    for (const part of chain.flatMap((style) => elements(style, 'w:tblStylePr'))) {
      const type = part.attributes['w:type'] ?? '';
      const before = parts.get(type);
      parts.set(type, {
        run: merged([before?.run ?? NONE, propertiesOf(element(part, 'w:rPr'))]),
        ground: element(part, 'w:tcPr', 'w:shd') ?? before?.ground,
      });
    }
    const ground = chain
      .map((style) => element(style, 'w:tcPr', 'w:shd') ?? element(style, 'w:tblPr', 'w:shd'))
      .findLast((found) => found !== undefined);
    return { run: this.runOf('table', name), ground, parts };
  }

  /** From the last ancestor to the style itself; a circle ends where it began. */
  private chain(id: string): XmlNode[] {
    const chain: XmlNode[] = [];
    const seen = new Set<string>();
    for (let next: string | undefined = id; next !== undefined && !seen.has(next);) {
      seen.add(next);
      const style: XmlNode | undefined = this.styles.get(next);
      if (style) chain.unshift(style);
      next = element(style, 'w:basedOn')?.attributes['w:val'];
    }
    return chain;
  }
}

export const NONE: Properties = new Map();

export function propertiesOf(node: XmlNode | undefined): Properties {
  return new Map(elements(node).map((child) => [child.name, child]));
}

/** The later ones stand over the earlier. */
export function merged(all: readonly Properties[]): Properties {
  return new Map(all.flatMap((one) => [...one]));
}
