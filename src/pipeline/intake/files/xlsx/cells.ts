import type { Cell } from '#core/roster/grid.ts';
import { charactersOf, element, elements, isOff, XmlFault, type XmlNode } from '#pipeline/intake/files/xml.ts';
import { type CellLook, type Looks, PLAIN } from './looks.ts';
import { colourOf, dayOf, isDate, shownNumber, shownText } from './number-format.ts';
import { type Run, runsOf, type SeenText, seenText, unescaped } from './seen-text.ts';

/** What the whole workbook has in common. */
export interface BookTerms {
  looks: Looks;
  strings: readonly Run[][];
  epoch1904: boolean;
}

export interface ReadCell {
  row: number;
  column: number;
  cell: Cell;
  seen: SeenText;
  /** The formula itself, for pictures that WPS calls by one. */
  formula: string;
  /** A picture placed in the cell by Excel, by its number in the metadata. */
  picture: number | undefined;
}

/** The cells of a worksheet that hold anything, with what a person sees of them. */
export function cellsOf(data: XmlNode | undefined, terms: BookTerms): ReadCell[] {
  const found: ReadCell[] = [];
  let row = -1;
  for (const line of elements(data, 'x:row')) {
    row = ordinal(line.attributes['r'], row);
    let column = -1;
    for (const node of elements(line, 'x:c')) {
      column = columnOf(node.attributes['r'], column);
      const read = cellOf(node, terms);
      if (read) found.push({ row, column, ...read });
    }
  }
  return found;
}

/** `AB12` → 27; without a reference the cell follows the one before. */
export function columnOf(reference: string | undefined, before: number): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d/iu.exec(reference ?? '')?.[1]?.toUpperCase();
  if (letters === undefined) return before + 1;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column >= 16_384) throw new XmlFault('column');
  return column;
}

export function rowOf(reference: string | undefined): number | undefined {
  const digits = /^\$?[A-Z]{1,3}\$?(\d{1,7})$/iu.exec(reference ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits) - 1;
}

/** Rows count from 1 in the file; one without a number follows the one before. */
export function ordinal(number: string | undefined, before: number): number {
  const row = number === undefined ? before + 1 : Number(number) - 1;
  if (!Number.isInteger(row) || row < 0 || row >= 1_048_576) throw new XmlFault('row');
  return row;
}

function cellOf(node: XmlNode, { looks, strings, epoch1904 }: BookTerms): Omit<ReadCell, 'row' | 'column'> | undefined {
  const { t: type = 'n', s: style, vm } = node.attributes;
  const look = looks.cells[Number(style ?? 0)] ?? looks.cells[0] ?? PLAIN;
  const value = element(node, 'x:v');
  const written = charactersOf(value);
  const formulaNode = element(node, 'x:f');
  const picture = vm === undefined ? undefined : Number(vm);
  if (!formulaNode && type !== 'inlineStr' && written === '' && picture === undefined) return undefined;
  const cached = value !== undefined && (written !== '' || type === 'str');
  const formula = formulaNode ? ({ formula: cached ? 'cached' : 'uncached' } as const) : {};
  const format = look.format === undefined ? {} : { numberFormat: look.format };
  const common = { ...format, ...formula };
  const more = { formula: charactersOf(formulaNode), picture };
  const as = (kind: Cell['kind'], text: string, number?: number): Omit<ReadCell, 'row' | 'column'> => {
    const seen = plainSeen(kind, text, number, look);
    const gone = seen.text === '' && text !== '';
    const own = kind === 'number' && !gone ? { kind, number: number ?? 0 } : { kind: gone ? ('text' as const) : kind };
    return { cell: { text: seen.text, ...own, ...common }, seen, ...more };
  };
  switch (type) {
    case 's':
    case 'inlineStr': {
      const runs = type === 's' ? (strings[Number(written)] ?? []) : runsOf(element(node, 'x:is'), looks);
      const seen = seenText(runs, look);
      return { cell: { text: formattedText(seen, look), kind: 'text', ...common }, seen, ...more };
    }
    case 'e':
      return as('error', written);
    case 'b':
      return as('boolean', written === '' ? '' : isOff(written) ? '否' : '是');
    case 'd':
      return as('date', /^\d{4}-\d{2}-\d{2}/u.exec(written)?.[0] ?? written);
    case 'n': {
      const number = Number(written);
      if (written.trim() === '' || !Number.isFinite(number)) return as('text', written);
      return isDate(look.format)
        ? as('date', dayOf(number, epoch1904), number)
        : as('number', shownNumber(number, look.format), number);
    }
    default: {
      const seen = seenText([{ text: unescaped(written), font: undefined }], look);
      return { cell: { text: formattedText(seen, look), kind: 'text', ...common }, seen, ...more };
    }
  }
}

/** Numbers, dates and the like have one look. A zero that its format leaves out is an empty cell; anything else left out is hidden. */
function plainSeen(kind: Cell['kind'], text: string, number: number | undefined, look: CellLook): SeenText {
  const seen = seenText([{ text, font: undefined }], look);
  const format = look.format;
  const blank = kind === 'number' ? text.trim() === '' : kind === 'date' && shownNumber(number ?? 1, format) === '';
  const white =
    colourOf(format, number ?? text) === 'white' && look.ground !== undefined && Math.min(...look.ground) > 240;
  if ((blank && number !== 0) || white) return { ...seen, text: '', hidden: FORMAT };
  return seen;
}

function formattedText(seen: SeenText, { format, ground }: CellLook): string {
  if (seen.text.trim() === '') return seen.text;
  const shown = shownText(format, seen.text);
  const white = colourOf(format, seen.text) === 'white' && ground !== undefined && Math.min(...ground) > 240;
  if (shown.trim() !== '' && !white) return shown;
  seen.hidden = FORMAT;
  seen.text = '';
  return '';
}

const FORMAT = '数字格式让它什么也不显示';
