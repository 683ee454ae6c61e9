import { isLeftBlank, type Label } from './label.ts';
import type { LabelKind } from './label-word.ts';
import { isSizeUnit } from './measure-word.ts';

/** Digits and signs that hide digits in one row, parted by a space or a dash at most. */
export interface MaskedRow {
  /** Digits, and `*` for each sign that hides one. */
  cells: string;
  /** How many characters are shown, an X at the end included where it is the last of an identity number. */
  shown: number;
  /** Stretches of digits and of stars, in order. */
  runs: readonly string[];
  /** Hidden by signs that nobody uses for anything else in such a place. */
  plain: boolean;
  /** The hidden part lies between digits. */
  inside: boolean;
  start: number;
  end: number;
  /** What a word right in front says that the row is. */
  label: LabelKind | undefined;
}

/** Signs that hide. One ＊ is folded to *, an ellipsis to three points. */
const HARD = '*●■□○◯▢◆◇█▇▉★☆某#?∗⁎✱✳✻⊙◎口';
/** Also times, or the last character of an identity number. */
const LETTER = 'xX×✕✖ХхΧχ';
/** Also separators: they hide where two or more stand together. */
const SOFT = '_.·•-~⋯∙‧・';
/** Those that also lead the eye through a table of contents, or stand for a stretch of text or of time. */
const LEADERS = '.-~⋯';
const OTHER = 0;
const DIGIT = 1;
const HIDES = 2;
const MAY_HIDE = 3;
const BLANK = 4;

function sortOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  const sign = String.fromCharCode(unit);
  if (sign === ' ') return BLANK;
  if (HARD.includes(sign) || LETTER.includes(sign)) return HIDES;
  return SOFT.includes(sign) ? MAY_HIDE : OTHER;
}

const SORTS: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => sortOf(unit));

interface Piece {
  cells: string;
  signs: string;
  start: number;
  end: number;
  /** A hidden card, from its first four digits to its last. */
  whole?: true;
}

const MOST_CELLS = 23;
const MOST_PIECES = 8;
/** Rows without a word in front are shorter in no case below. */
const LEAST_CELLS = 10;
const WHOLE: ReadonlySet<number> = new Set([11, 15, 18]);
const LENGTHS: ReadonlySet<number> = new Set([11, 13, 14, 15, 16, 17, 18, 19]);

/** Every row that holds digits and signs that hide; of those that begin together the shorter first. */
export function* maskedRows(text: string, labels: readonly Label[]): Generator<MaskedRow> {
  let next = 0;
  for (const pieces of tokens(text)) {
    for (let first = 0; first < pieces.length; first += 1) {
      const start = pieces[first]?.start ?? 0;
      while (next < labels.length && (labels[next]?.end ?? 0) <= start) next += 1;
      const label = kindBefore(text, labels[next - 1], start);
      const most = Math.min(pieces.length - first, MOST_PIECES);
      for (let count = 1; count <= most; count += 1) {
        // Behind its word the number reaches as far as it can.
        const length = label === 'identity' ? most + 1 - count : count;
        yield* variants(pieces.slice(first, first + length), label, text);
      }
    }
  }
}

/** The row whole, and without the signs at its ends: they may be marks of Markdown or a bullet. */
function* variants(pieces: readonly Piece[], label: LabelKind | undefined, text: string): Generator<MaskedRow> {
  if (label === undefined && pieces.reduce((sum, piece) => sum + piece.cells.length, 0) < LEAST_CELLS) return;
  const cells = pieces.map((piece) => piece.cells).join('');
  // 138****5678 2024: a piece that is whole takes no other in.
  const whole = (piece: Piece): boolean =>
    piece.whole === true ||
    (WHOLE.has(piece.cells.length) && (piece.cells.length > 11 || /[0-9]\*|\*[0-9]/.test(piece.cells)));
  if (pieces.length > 1 && pieces.some((piece) => whole(piece) || /^某{1,3}(?!某)/.test(piece.signs))) return;
  if (isSize(pieces, text)) return;
  if (cells.length > 4 * MOST_CELLS || !cells.includes('*') || !/[0-9]/.test(cells)) return;
  const signs = pieces.map((piece) => piece.signs).join('');
  const [head, tail] = [cells.search(/[0-9]/), cells.length - cells.search(/\**$/)];
  const bold = head > 0 && head < 4 && head === tail;
  const cuts = bold
    ? [[head, tail]]
    : [
        [0, 0],
        [head, 0],
        [0, tail],
        [head, tail],
      ];
  for (const [before = 0, after = 0] of cuts) {
    const kept = cells.slice(before, cells.length - after);
    if (kept.length > MOST_CELLS || !kept.includes('*')) continue;
    if (label === undefined && !LENGTHS.has(kept.length) && !/^[0-9]{6,14}\*+[0-9]{3,4}\*?$/.test(kept)) continue;
    // Whole but for its check character: nothing is hidden.
    const shown = signs.slice(before, signs.length - after);
    if (/^[0-9]{17}[xX×]$/.test(shown)) continue;
    yield rowOf(kept, shown, pieces, label, text);
    if (before === 0 && after === 0 && head === 0 && tail === 0) return;
  }
}

/** 962×1253×89mm: single signs between figures, and the unit of a length behind them. */
function isSize(pieces: readonly Piece[], text: string): boolean {
  const signs = pieces.map((piece) => piece.signs).join('');
  return /^[0-9]{1,5}(?:[xX×*][0-9]{1,5}){1,3}$/.test(signs) && isSizeUnit(text, pieces.at(-1)?.end ?? 0);
}

function rowOf(
  cells: string,
  signs: string,
  pieces: readonly Piece[],
  label: LabelKind | undefined,
  text: string,
): MaskedRow {
  const runs = cells.match(/[0-9]+|\*+/g) ?? [];
  const hiding = signs.replace(/[0-9]/g, '');
  const inside = /^[0-9]/.test(cells) && /[0-9]\*?$/.test(cells);
  const letters = [...hiding].filter((sign) => LETTER.includes(sign)).length;
  const soft = [...hiding].some((sign) => LEADERS.includes(sign));
  const spaced = pieces.length > 1;
  // One x between figures is a size; one at the end may be a check character.
  const check = /[xX×]$/.test(signs) && cells.length === 18;
  const single = letters === 1 && !check && (spaced || hiding.length > 1 || !runs.some((run) => /^[0-9]{5}/.test(run)));
  // A bullet, a heading, the mark of a place in a page.
  const mark = /^[#?★☆][0-9]/.test(signs);
  // ______12: a blank to fill in.
  const blank = /^_{4}|_{5}$/.test(signs);
  const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
  return {
    cells,
    shown: cells.replaceAll('*', '').length + (check ? 1 : 0),
    runs,
    plain: !soft && !single && !mark && !blank && !isInWord(text, start, end, signs),
    inside,
    start,
    end,
    label,
  };
}

/** max138… and …b8c4: parts of a word, or of a digest, hide nothing. */
function isInWord(text: string, start: number, end: number, signs: string): boolean {
  return /[A-Za-z]/.test(text.charAt(end)) || (/[A-Za-z]/.test(text.charAt(start - 1)) && /^[xX]/.test(signs));
}

/** Stretches without other signs, each in pieces parted by blanks. */
function* tokens(text: string): Generator<Piece[]> {
  for (let at = 0; at < text.length; at += 1) {
    if (!begins(SORTS[text.charCodeAt(at)] ?? OTHER)) continue;
    let end = at + 1;
    let digits = false;
    let hides = false;
    while (end < text.length) {
      const sort = SORTS[text.charCodeAt(end)] ?? OTHER;
      if (sort === OTHER) break;
      end += 1;
    }
    for (let index = at; index < end; index += 1) {
      const sort = SORTS[text.charCodeAt(index)];
      digits ||= sort === DIGIT;
      hides ||=
        sort === HIDES ||
        (sort === MAY_HIDE && (SORTS[text.charCodeAt(index + 1)] === MAY_HIDE || text[index] === '_'));
    }
    if (digits && hides) yield piecesOf(text, at, end);
    at = end;
  }
}

function begins(sort: number): boolean {
  return sort === DIGIT || sort === HIDES || sort === MAY_HIDE;
}

function piecesOf(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: piece, index } of text.slice(from, to).matchAll(/[^ ]+/g)) {
    const signs = hidingSigns(piece);
    if (signs === '') continue;
    const cells = signs.replace(/[^0-9]/g, '*');
    pieces.push({ cells, signs, start: from + index, end: from + index + piece.length });
  }
  return withCardsWhole(pieces);
}

/** 6222 **** **** 4583 is one piece: a figure before it or a time behind it makes no identity number of it. */
function withCardsWhole(pieces: Piece[]): Piece[] {
  if (!pieces.some(({ cells }) => cells === '****')) return pieces;
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const fours = pieces.slice(at, at + 4);
    const [first, last] = [fours[0], fours.at(-1)];
    const isCard = CARD.test(fours.map(({ cells }) => cells).join(' ')) && (pieces[at + 4]?.cells.length ?? 4) > 3;
    if (!first || !last || !isCard) {
      out.push(...fours.slice(0, 1));
      continue;
    }
    const [cells, signs] = [fours.map((one) => one.cells).join(''), fours.map((one) => one.signs).join('')];
    out.push({ cells, signs, start: first.start, end: last.end, whole: true });
    at += 3;
  }
  return out;
}

/** As payment cards are printed: the issuer's first four and the last four. */
const CARD = /^[3-6][0-9]{3} \*{4} \*{4} [0-9]{4}$/;

/** Without single separators: 3710-0219-****-1234. A single _ hides, unless it parts a whole number as a dash would. */
function hidingSigns(piece: string): string {
  if (!/[-.·•~⋯∙‧・_]/.test(piece)) return piece;
  const plain = piece.replace(/(?<![-.·•~⋯∙‧・])[-.·•~⋯∙‧・](?![-.·•~⋯∙‧・])/g, '');
  const digits = plain.replaceAll('_', '');
  const parted = /^[0-9]+(?:_[0-9]+)+$/.test(plain) && (digits.length === 11 || plain.length - digits.length > 1);
  return parted ? digits : plain;
}

const FILLER = /^(?:\([^()]{0,12}\)|[\s\p{P}\p{S}]|号码|号|码|为|是|系|本人)*$/u;
const FARTHEST = 16;

function kindBefore(text: string, label: Label | undefined, start: number): LabelKind | undefined {
  if (!label || start - label.end > FARTHEST) return undefined;
  const between = text.slice(label.end, start);
  return FILLER.test(between) && !isLeftBlank(between) ? label.kind : undefined;
}
