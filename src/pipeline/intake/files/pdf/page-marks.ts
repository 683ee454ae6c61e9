import { OPS } from 'unpdf/pdfjs';
import { isUnsure } from './letters.ts';
import { apply, isMatrix, type Matrix, times, UNIT } from './matrix.ts';

/** A letter on the page: lower left corner, points from the upper left of the page downwards. */
export interface Letter {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Printed, but not to be seen: a scanner's own reading under the picture, white on white. */
  unseen: boolean;
}

/** A line from side to side or from top to bottom. */
export interface Rule {
  across: boolean;
  /** y of a line across, x of a line down. */
  at: number;
  from: number;
  to: number;
}

export interface Marks {
  letters: Letter[];
  rules: Rule[];
  pictures: number;
  /** Letters whose meaning the file does not say. */
  unsure: number;
}

interface State {
  matrix: Matrix;
  size: number;
  spacing: number;
  words: number;
  scale: number;
  rise: number;
  mode: number;
  white: boolean;
}

/** What pdf.js calls a page's operators. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** Everything a page paints, letter by letter: pdf.js joins what stands close together, be there a line of a table between. */
export function marksOf({ fnArray, argsArray }: Operators, view: Matrix): Marks {
  const painter = new Painter(view);
  for (const [index, operator] of fnArray.entries()) painter.take(operator, argsArray[index] as never);
  return painter.marks;
}

class Painter {
  readonly marks: Marks = { letters: [], rules: [], pictures: 0, unsure: 0 };
  private state: State;
  private readonly stack: State[] = [];
  private text: Matrix = UNIT;
  private line: Matrix = UNIT;
  private leading = 0;

  constructor(view: Matrix) {
    this.state = { matrix: view, size: 1, spacing: 0, words: 0, scale: 1, rise: 0, mode: 0, white: false };
  }

  take(operator: number, args: readonly unknown[] | null): void {
    const given = args ?? [];
    const number = (index: number): number => (typeof given[index] === 'number' ? given[index] : 0);
    switch (operator) {
      case OPS.save:
        this.stack.push({ ...this.state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.state = this.stack.pop() ?? this.state;
        break;
      case OPS.paintFormXObjectBegin:
        this.stack.push({ ...this.state });
        if (isMatrix(given[0])) this.state.matrix = times(given[0], this.state.matrix);
        break;
      case OPS.transform:
        if (isMatrix(given)) this.state.matrix = times(given, this.state.matrix);
        break;
      case OPS.beginText:
        this.text = this.line = UNIT;
        break;
      case OPS.setFont:
        this.state.size = number(1);
        break;
      case OPS.setCharSpacing:
        this.state.spacing = number(0);
        break;
      case OPS.setWordSpacing:
        this.state.words = number(0);
        break;
      case OPS.setHScale:
        this.state.scale = number(0) / 100;
        break;
      case OPS.setTextRise:
        this.state.rise = number(0);
        break;
      case OPS.setTextRenderingMode:
        this.state.mode = number(0);
        break;
      case OPS.setLeading:
        this.leading = -number(0);
        break;
      case OPS.setLeadingMoveText:
        this.leading = -number(1);
        this.move(number(0), number(1));
        break;
      case OPS.moveText:
        this.move(number(0), number(1));
        break;
      case OPS.nextLine:
        this.move(0, this.leading);
        break;
      case OPS.setTextMatrix: {
        const matrix: unknown = isMatrix(given[0]) ? given[0] : given;
        if (isMatrix(matrix)) this.text = this.line = matrix;
        break;
      }
      case OPS.nextLineShowText:
      case OPS.nextLineSetSpacingShowText:
        this.move(0, this.leading);
        this.show(given.at(-1));
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        this.show(given[0]);
        break;
      case OPS.setFillRGBColor:
      case OPS.setFillGray:
        this.state.white = isWhite(given);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        this.marks.pictures += 1;
        break;
      case OPS.constructPath:
        this.path(number(0), given[1]);
        break;
      default:
    }
  }

  private move(x: number, y: number): void {
    this.text = this.line = times([1, 0, 0, 1, x, y], this.line);
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { size, spacing, words, scale, rise, mode, white } = this.state;
    for (const glyph of glyphs as (number | { unicode?: string; width?: number; isSpace?: boolean } | null)[]) {
      let along = 0;
      if (typeof glyph === 'number') along = (-glyph / 1000) * size * scale;
      else if (glyph) {
        const wide = ((glyph.width ?? 0) / 1000) * size;
        const text = glyph.unicode ?? '';
        const at = times([1, 0, 0, 1, 0, rise], times(this.text, this.state.matrix));
        const unit = Math.hypot(at[0], at[1]);
        if (isUnsure(text, wide > 0)) this.marks.unsure += 1;
        if (text.trim() !== '')
          this.marks.letters.push({
            text,
            x: at[4],
            y: at[5],
            width: wide * scale * unit,
            size: size * Math.hypot(at[2], at[3]),
            unseen: mode === 3 || mode === 7 || white,
          });
        along = (wide + spacing + (glyph.isSpace ? words : 0)) * scale;
      }
      this.text = times([1, 0, 0, 1, along, 0], this.text);
    }
  }

  /** Strokes and thin filled boxes; a box drawn round a cell is its four sides. Curves draw no table. */
  private path(paint: number, data: unknown): void {
    const list = Array.isArray(data) ? (data[0] as ArrayLike<number> | null) : null;
    if (!list || !PAINTED.has(paint)) return;
    const numbers = Array.from(list);
    const stroked = STROKED.has(paint);
    let [x, y] = [0, 0];
    let box: [number, number][] = [];
    const close = (): void => {
      if (!stroked) this.filled(box);
      box = [];
    };
    for (let at = 0; at < numbers.length;) {
      const kind = numbers[at];
      const length = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
      const [toX, toY] = apply(this.state.matrix, numbers[at + length - 1] ?? 0, numbers[at + length] ?? 0);
      if (kind === 0) {
        close();
        box = [[toX, toY]];
      } else if (kind === 4) {
        const [firstX = x, firstY = y] = box[0] ?? [];
        if (stroked) this.rule(x, y, firstX, firstY);
      } else {
        if (kind === 1 && stroked) this.rule(x, y, toX, toY);
        box.push([toX, toY]);
      }
      if (kind !== 4) [x, y] = [toX, toY];
      at += 1 + length;
    }
    close();
  }

  private filled(box: readonly [number, number][]): void {
    if (box.length < 4 || this.state.white) return;
    const [xs, ys] = [box.map(([x]) => x), box.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= THIN) this.rule(left, (top + bottom) / 2, right, (top + bottom) / 2);
    else if (right - left <= THIN) this.rule((left + right) / 2, top, (left + right) / 2, bottom);
  }

  private rule(x: number, y: number, toX: number, toY: number): void {
    const [wide, high] = [Math.abs(toX - x), Math.abs(toY - y)];
    if (wide < 2 && high < 2) return;
    if (high < 1)
      this.marks.rules.push({ across: true, at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
    else if (wide < 1)
      this.marks.rules.push({ across: false, at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
  }
}

const THIN = 2.5;
const STROKED: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
const PAINTED: ReadonlySet<number> = new Set([...STROKED, OPS.fill, OPS.eoFill]);

function isWhite(given: readonly unknown[]): boolean {
  const [first] = given;
  if (typeof first === 'string') return /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/iu.test(first);
  return given.length > 0 && given.every((part) => typeof part === 'number' && part >= (part > 1 ? 245 : 0.96));
}
