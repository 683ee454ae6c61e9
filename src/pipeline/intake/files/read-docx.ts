import type { Cell, Grid, Merge, Notice, NoticeCode, Sheet } from '#core/roster/grid.ts';
import type { Archive } from './archive.ts';
import { isTicked, symbolOf } from './symbol.ts';
import { element, elements, parseXml, XmlFault, type XmlNode } from './xml.ts';

/** Every table of a Word file as a grid, merges both ways included; revisions, comments and hidden text come as notices. */
export function readDocx(archive: Archive): Grid {
  const part = archive.get('word/document.xml');
  const body = part && element(parseXml(part), 'w:body');
  if (!body) throw new XmlFault('no body');
  const reader = new Reader(archive);
  reader.blocks(body, undefined);
  return { format: 'docx', sheets: reader.sheets, outside: reader.outside, notices: reader.notices };
}

interface At {
  sheet: number;
  row: number;
  column: number;
}

class Reader {
  readonly sheets: Sheet[] = [];
  readonly outside: string[] = [];
  readonly notices: Notice[] = [];
  private readonly pictures: ReadonlyMap<string, Uint8Array>;

  constructor(archive: Archive) {
    this.pictures = picturesOf(archive);
  }

  /** Paragraphs and tables at any depth of containers; the text of the paragraphs is returned to a cell, or kept as text beside the tables. */
  blocks(node: XmlNode, cell: { at: At; into: Cell } | undefined): string[] {
    const texts: string[] = [];
    for (const child of elements(node)) {
      this.revision(child, cell?.at);
      if (child.name === 'w:p') texts.push(this.paragraph(child, cell));
      else if (child.name === 'w:tbl') this.table(child);
      else if (!SKIPPED.has(child.name)) texts.push(...this.blocks(child, cell));
    }
    if (!cell) this.outside.push(...texts.filter((text) => text.trim() !== ''));
    return cell ? texts : [];
  }

  private table(node: XmlNode): void {
    const index = this.sheets.length;
    const sheet = {
      name: `表 ${index + 1}`,
      hidden: false,
      rows: [] as (Cell | undefined)[][],
      hiddenRows: [],
      hiddenColumns: [],
      merges: [] as Merge[],
    };
    this.sheets.push(sheet);
    const running = new Map<number, Merge>();
    for (const [row, tr] of through(node, 'w:tr').entries()) {
      const properties = element(tr, 'w:trPr');
      const cells: (Cell | undefined)[] = [];
      let column = number(element(properties, 'w:gridBefore'));
      for (const revised of elements(properties ?? EMPTY)) this.revision(revised, { sheet: index, row, column: 0 });
      for (const tc of through(tr, 'w:tc')) {
        const span = Math.min(Math.max(1, number(element(tc, 'w:tcPr', 'w:gridSpan'), 1)), 200);
        const cell: Cell = { text: '', kind: 'text' };
        const texts = this.blocks(tc, { at: { sheet: index, row, column }, into: cell });
        cell.text = texts.join('\n').replace(/\n+$/u, '');
        const vertical = element(tc, 'w:tcPr', 'w:vMerge');
        const above = running.get(column);
        if (vertical && (vertical.attributes['w:val'] ?? 'continue') === 'continue' && above) above.bottom = row;
        else {
          cells[column] = cell;
          const merge = { top: row, left: column, bottom: row, right: column + span - 1 };
          running.delete(column);
          if (vertical) running.set(column, merge);
          if (vertical || span > 1) sheet.merges.push(merge);
        }
        column += span;
      }
      sheet.rows.push(cells);
    }
  }

  private paragraph(node: XmlNode, cell: { at: At; into: Cell } | undefined): string {
    const numbering = element(node, 'w:pPr', 'w:numPr', 'w:numId');
    const text = this.inline(node, cell);
    if (cell && numbering && numbering.attributes['w:val'] !== '0' && text.trim() !== '') cell.into.numbered = true;
    return text;
  }

  private inline(node: XmlNode, cell: { at: At; into: Cell } | undefined): string {
    let text = '';
    for (const child of elements(node)) {
      this.revision(child, cell?.at);
      switch (child.name) {
        case 'w:t':
          text += child.children.filter((one) => typeof one === 'string').join('');
          break;
        case 'w:tab':
        case 'w:ptab':
          text += ' ';
          break;
        case 'w:br':
        case 'w:cr':
          text += '\n';
          break;
        case 'w:noBreakHyphen':
          text += '-';
          break;
        case 'w:sym': {
          const symbol = symbolOf(child.attributes['w:font'] ?? '', child.attributes['w:char'] ?? '');
          if (symbol === undefined) this.note('import-symbol-unknown', cell?.at);
          text += symbol ?? '';
          break;
        }
        case 'w:fldChar':
          text += tickBox(child);
          break;
        case 'w:r':
          if (isHidden(child)) {
            if (this.inline(child, undefined).trim() !== '') this.note('import-hidden-text', cell?.at);
          } else text += this.inline(child, cell);
          break;
        case 'mc:AlternateContent':
          text += this.inline({ ...child, children: elements(child).slice(0, 1) }, cell);
          break;
        case 'a:blip':
        case 'v:imagedata':
          this.picture(child, cell?.into);
          break;
        default:
          if (!SKIPPED.has(child.name)) text += this.inline(child, cell);
      }
    }
    return text;
  }

  private picture({ attributes }: XmlNode, into: Cell | undefined): void {
    const bytes = this.pictures.get(attributes['r:embed'] ?? attributes['r:id'] ?? '');
    if (into && bytes) (into.pictures ??= []).push(bytes);
  }

  private revision({ name }: XmlNode, at: At | undefined): void {
    if (REVISIONS.has(name)) this.note('import-tracked-change', at);
    if (name === 'w:commentReference') this.note('import-word-comment', at);
  }

  private note(code: NoticeCode, at: At | undefined): void {
    const known = this.notices.find((notice) => notice.code === code);
    if (!known) this.notices.push({ code, count: 1, ...(at && { at }) });
    else {
      known.count += 1;
      known.at ??= at;
    }
  }
}

const EMPTY: XmlNode = { name: '', attributes: {}, children: [] };

const REVISIONS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:cellIns', 'w:cellDel', 'w:cellMerge']);

/** Properties, field codes, deleted text, the reading above a ruby character, and text boxes, which belong to no cell. */
const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:tcPr',
  'w:tblPr',
  'w:tblGrid',
  'w:sectPr',
  'w:sdtPr',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'w:txbxContent',
  'mc:Fallback',
]);

/** The rows of a table, or the cells of a row, also those inside content controls. */
function through(node: XmlNode, name: string): XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === name) return [child];
    return ['w:tbl', 'w:tr', 'w:tc', 'w:p'].includes(child.name) || SKIPPED.has(child.name) ? [] : through(child, name);
  });
}

function number(node: XmlNode | undefined, otherwise = 0): number {
  const value = Number(node?.attributes['w:val'] ?? otherwise);
  return Number.isInteger(value) && value >= 0 && value <= 200 ? value : otherwise;
}

function isHidden(run: XmlNode): boolean {
  const vanish = element(run, 'w:rPr', 'w:vanish');
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes['w:val'] ?? '');
}

/** The box of an old form field. */
function tickBox(field: XmlNode): string {
  const box = element(field, 'w:ffData', 'w:checkBox');
  if (!box) return '';
  const state = element(box, 'w:checked') ?? element(box, 'w:default');
  return isTicked(state?.attributes['w:val'], state !== undefined) ? '☑' : '□';
}

function picturesOf(archive: Archive): Map<string, Uint8Array> {
  const rels = archive.get('word/_rels/document.xml.rels');
  const pictures = new Map<string, Uint8Array>();
  for (const { attributes } of rels ? elements(parseXml(rels)) : []) {
    const target = (attributes['Target'] ?? '').replace(/^\/?(?:word\/)?/u, '');
    const bytes = attributes['TargetMode'] === 'External' ? undefined : archive.get(`word/${target}`);
    if (bytes && target.startsWith('media/')) pictures.set(attributes['Id'] ?? '', bytes);
  }
  return pictures;
}
