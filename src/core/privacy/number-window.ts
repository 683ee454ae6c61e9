import type { DigitGroups } from './digit-group.ts';
import type { GapClass } from './gap.ts';
import type { Attached } from './label.ts';
import type { LabelKind } from './label-word.ts';
import { isMeasureWord, isSizeUnit } from './measure-word.ts';

/** One or more neighbouring groups that may be one number in disguise. */
export interface NumberWindow {
  text: string;
  digits: string;
  groups: readonly string[];
  start: number;
  end: number;
  /** Lengths of the groups: `3-4-4`. */
  shape: string;
  /** The class of the gaps when all are alike; `single` for one group, `mixed` where they differ. */
  gaps: GapClass | 'single' | 'mixed';
  /** Some gap is that of a list or an odd one. */
  loose: boolean;
  /** Many more figures are tied on closely: coordinates, a table without lines. */
  inRow: boolean;
  /** Many more figures stand around, however parted: a list of codes. */
  inList: boolean;
  /** Some gap is a line end or the border of a cell. */
  broken: boolean;
  /** Whether the number ends there: no further group is tied on by the same gap. */
  leftEdge: boolean;
  rightEdge: boolean;
  label: Attached | undefined;
}

export function windowAt(
  all: DigitGroups,
  first: number,
  last: number,
  taken: Uint8Array,
  label: Attached | undefined,
): NumberWindow {
  const groups: string[] = [];
  let uniform = true;
  let singles = true;
  let loose = false;
  let broken = false;
  for (let index = first; index <= last; index += 1) {
    groups.push(all.digitsOf(index));
    if (all.length(index) !== 1) singles = false;
    if (index < last && all.gapNumber(index) !== all.gapNumber(first)) uniform = false;
    if (index < last && LOOSE.has(all.gap(index).class)) loose = true;
    if (index < last && BROKEN.has(all.gap(index).class)) broken = true;
  }
  const tied = (gap: number, neighbour: number): boolean => {
    if (gap < 0 || !all.ties(gap) || taken[neighbour] === 1) return false;
    if (singles && all.length(neighbour) !== 1) return false;
    if (first < last && uniform) {
      const inner = all.gap(first).key;
      // Figures that hold closer to a neighbour than to each other belong to it: B2-19990000 505.
      const closer = WEAK.test(inner) && CLOSE.test(all.gap(gap).key) && !COUNTRY.test(all.digitsOf(neighbour));
      return closer || all.gapNumber(gap) === all.gapNumber(first);
    }
    return singles || all.gap(gap).class === 'tight';
  };
  return {
    text: all.text,
    digits: groups.join(''),
    groups,
    start: all.start(first),
    end: all.end(last),
    shape: groups.map(({ length }) => length).join('-'),
    gaps: first === last ? 'single' : uniform ? all.gap(first).class : 'mixed',
    loose,
    broken,
    inRow: figuresAround(all, first, last, true) >= MOST_AROUND,
    inList: figuresAround(all, first, last, false) >= MOST_AROUND,
    leftEdge: !tied(first - 1, first - 1),
    rightEdge: !tied(last, last + 1),
    label,
  };
}

const MOST_AROUND = 5;

function figuresAround(all: DigitGroups, first: number, last: number, closely: boolean): number {
  const tied = (gap: number): boolean => all.ties(gap) && (!closely || all.gap(gap).class === 'tight');
  let count = 0;
  for (let left = first - 1; left >= 0 && count < MOST_AROUND && tied(left); left -= 1) count += 1;
  for (let right = last; count < MOST_AROUND && tied(right); right += 1) count += 1;
  return count;
}

/** Words that announce a number to be kept private. */
const SAYING: ReadonlySet<LabelKind> = new Set(['identity', 'mobile', 'telephone', 'bank', 'account', 'wechat']);
/** How such a number may be taken apart in any way; a list behind the word is still a list. */
const SAID: ReadonlySet<NumberWindow['gaps']> = new Set(['tight', 'line', 'cell', 'mixed', 'colon']);
const WEAK = /^[ \n\t,、;|]/;
const CLOSE = /^[-./_:]$/;
const COUNTRY = /^(?:86|0086|086|0)$/;
const BROKEN: ReadonlySet<GapClass> = new Set(['line', 'cell']);
const LOOSE: ReadonlySet<GapClass> = new Set(['list', 'odd', 'colon']);

/**
 * Whether the groups look like one number taken apart rather than like several numbers side by side. `usual` are the ways
 * in which people group such a number.
 */
export function isOneNumber(window: NumberWindow, usual: ReadonlySet<string>): boolean {
  const { groups, gaps, shape, leftEdge, rightEdge } = window;
  const edges = leftEdge && rightEdge;
  if (gaps === 'single') return true;
  if (window.label?.direct && SAYING.has(window.label.kind) && SAID.has(gaps)) return true;
  if (groups.every(({ length }) => length === 1)) return !window.inRow && standsAlone(window);
  if (window.inRow || (groups.length > 2 && looksCounted(window)) || isDrawing(window)) return false;
  const known = usual.has(shape);
  switch (gaps) {
    case 'tight':
      // A point between two groups makes a decimal.
      if (groups.length === 2 && isDecimal(window)) return edges && (known || (groups[0]?.length ?? 0) > 3);
      if (known) return edges || (groups.length > 2 && window.text[window.start + (groups[0]?.length ?? 0)] !== '.');
      return edges && (groups.length > 2 || (groups[0]?.length ?? 0) > 1) && !rising(groups) && !isInAddress(window);
    case 'line':
      return edges && (known || groups.length === 2);
    case 'cell':
      return edges && (known || (groups.length === 2 && (groups[0]?.length ?? 0) >= 3));
    case 'mixed':
      return known && !window.loose;
    default:
      return edges && known && !isMeasured(window);
  }
}

/** One digit per cell; a serial number in the first cell may stand before them. */
export function standsAlone({ text, start, digits, gaps, loose, leftEdge, rightEdge }: NumberWindow): boolean {
  // Flags and pairs in tables of programs: 1, 1, 0, 1 or [7,1],[7,1].
  if (new Set(digits).size < 4 || (loose && gaps === 'mixed')) return false;
  if (!rightEdge || leftEdge) return rightEdge;
  const before = text.slice(Math.max(0, start - 8), start);
  return /(?:^|[^0-9][^0-9])[0-9][^0-9]{1,3}$/.test(before);
}

/** Round figures, years and sizes that stand in a row: 150、2000、3500. */
function looksCounted({ groups, gaps, digits }: NumberWindow): boolean {
  if (digits.length >= 15) return false;
  if (
    groups.some((_, index) => [1, 2, 3].every((step) => Number(groups[index + step]) === Number(groups[index]) + step))
  )
    return true;
  const listed = gaps === 'list' || gaps === 'cell';
  if (groups.every((digits) => /^[1-9][0-9]*0$/.test(digits))) return true;
  return listed && groups.slice(1).some((digits) => /^(?:19[5-9]|20[0-3])[0-9]$/.test(digits));
}

/** The numbers of a path in a drawing: 13 8.1-2 34c5 6. */
function isDrawing({ text, start, end }: NumberWindow): boolean {
  const around = `${text.slice(Math.max(0, start - 32), start)} ${text.slice(end, end + 32)}`;
  if (!/^[-0-9\s.,+%mlhvcsqtazd'"=/>]*$/i.test(around)) return false;
  return (around.match(/[0-9][mlhvcsqtaz]|[mlhvcsqta][-.0-9]|-\.|[0-9]\.[0-9]+[-.]/gi)?.length ?? 0) > 1;
}

/** A point between two groups makes a decimal; with fifteen digits nobody measures. */
function isDecimal({ text, start, groups, digits }: NumberWindow): boolean {
  return text[start + (groups[0]?.length ?? 0)] === '.' && digits.length < 15;
}

/** Addresses of the web number their pages by date and serial: /2018/4/12/art_18_269.html. */
export function isInAddress({ text, start }: NumberWindow): boolean {
  return /(?:\/\/|www\.|[a-z]\/)[^\s"'<>]*$/i.test(text.slice(Math.max(0, start - 80), start));
}

/** Sizes in a row share the unit behind the last; behind a word for a private number no unit counts. */
function isMeasured({ text, end, label }: NumberWindow): boolean {
  return !(label && SAYING.has(label.kind)) && (isMeasureWord(text, end) || isSizeUnit(text, end));
}

/** Five or more figures in rising order are a series: 16 32 48 64 128. */
function rising(groups: readonly string[]): boolean {
  return (
    groups.length > 4 &&
    groups.every((digits, index) => digits.length < 5 && (index === 0 || Number(digits) >= Number(groups[index - 1])))
  );
}
