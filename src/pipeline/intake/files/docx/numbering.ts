import { element, elements, type XmlNode } from '#pipeline/intake/files/xml.ts';
import type { Styles } from './styles.ts';

/** The numbers that Word writes in front of paragraphs by itself: a column 序号 may hold nothing else. */
export class Numbering {
  private readonly levels = new Map<string, Map<number, XmlNode>>();
  private readonly abstractOf = new Map<string, string>();
  private readonly starts = new Map<string, Map<number, number>>();
  private readonly counts = new Map<string, number[]>();
  private readonly styles: Styles;

  constructor(root: XmlNode | undefined, styles: Styles) {
    this.styles = styles;
    for (const abstract of elements(root, 'w:abstractNum')) {
      const levels = elements(abstract, 'w:lvl').map((level): [number, XmlNode] => [levelOf(level), level]);
      this.levels.set(abstract.attributes['w:abstractNumId'] ?? '', new Map(levels));
    }
    for (const num of elements(root, 'w:num')) {
      const id = num.attributes['w:numId'] ?? '';
      this.abstractOf.set(id, element(num, 'w:abstractNumId')?.attributes['w:val'] ?? '');
      const overrides = elements(num, 'w:lvlOverride').flatMap((one): [number, number][] => {
        const start = element(one, 'w:startOverride')?.attributes['w:val'];
        return start === undefined ? [] : [[levelOf(one), Number(start)]];
      });
      if (overrides.length > 0) this.starts.set(id, new Map(overrides));
    }
  }

  /** The number a paragraph shows: `undefined` for none, empty for one that cannot be told. Counts on with every call. */
  next(paragraph: XmlNode): string | undefined {
    const style = element(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'];
    const own = element(paragraph, 'w:pPr', 'w:numPr');
    const inherited = this.styles.paragraphOf(style, 'w:numPr');
    const id = (element(own, 'w:numId') ?? element(inherited, 'w:numId'))?.attributes['w:val'] ?? '0';
    if (id === '0' || (!own && !inherited)) return undefined;
    const level = Number((element(own, 'w:ilvl') ?? element(inherited, 'w:ilvl'))?.attributes['w:val'] ?? 0);
    const abstract = this.abstractOf.get(id);
    const levels = this.levels.get(abstract ?? '');
    if (abstract === undefined || !levels?.has(level)) return '';
    const starts = this.starts.get(id);
    // Lists that start anew count on their own, all others of one kind together.
    const counts = this.counts.get(starts ? `num ${id}` : abstract) ?? [];
    this.counts.set(starts ? `num ${id}` : abstract, counts);
    const startOf = (at: number): number =>
      starts?.get(at) ?? Number(element(levels.get(at), 'w:start')?.attributes['w:val'] ?? 1);
    counts.length = Math.min(counts.length, level + 1);
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
    counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
    return textOf(levels, level, counts);
  }
}

function levelOf({ attributes }: XmlNode): number {
  return Number(attributes['w:ilvl'] ?? 0);
}

function textOf(levels: ReadonlyMap<number, XmlNode>, level: number, counts: readonly number[]): string {
  const own = element(levels.get(level), 'w:numFmt')?.attributes['w:val'];
  if (own === 'bullet' || own === 'none') return '';
  const pattern = element(levels.get(level), 'w:lvlText')?.attributes['w:val'] ?? '';
  return pattern.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = element(levels.get(at), 'w:numFmt')?.attributes['w:val'] ?? 'decimal';
    return spelled(counts[at] ?? 1, format);
  });
}

/** ECMA-376 17.18.59; a format nobody uses in a list of people gives nothing. */
function spelled(number: number, format: string): string {
  switch (format) {
    case 'decimal':
    case 'decimalFullWidth':
    case 'decimalHalfWidth':
    case 'numberInDash':
      return String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return chinese(number);
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
      return format === 'upperLetter' ? letter : letter.toLowerCase();
    }
    default:
      return '';
  }
}

function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  if (number >= 100) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}
