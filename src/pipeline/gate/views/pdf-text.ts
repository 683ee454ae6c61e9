import type { PdfFont } from './pdf-font.ts';
import { PdfKeyword, PdfLexer, PdfName, PdfString, type PdfValue } from './pdf-syntax.ts';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** What a content stream sets on the page, in its own order; gaps and new lines as a reader sees them. */
export class PdfText {
  readonly pieces: string[] = [];
  /** Strings that are not shown: replacement texts of marked content. */
  readonly unseen: string[] = [];
  private readonly fonts: (name: string) => PdfFont | undefined;
  private readonly stack: { matrix: Matrix; font: PdfFont | undefined; size: number }[] = [];
  private matrix: Matrix = UNIT;
  private text: Matrix = UNIT;
  private line: Matrix = UNIT;
  private font: PdfFont | undefined;
  private size = 1;
  private spacing = 0;
  private wordSpacing = 0;
  private scale = 1;
  private leading = 0;
  private end: { x: number; y: number } | undefined;

  constructor(fonts: (name: string) => PdfFont | undefined) {
    this.fonts = fonts;
  }

  read(contents: string): void {
    const lexer = new PdfLexer(contents);
    let operands: PdfValue[] = [];
    for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
      if (!(value instanceof PdfKeyword)) {
        operands.push(value);
        continue;
      }
      if (value.word === 'ID') lexer.at = endOfImage(contents, lexer.at);
      else this.operate(value.word, operands);
      operands = [];
    }
    this.unseen.push(...lexer.comments);
  }

  private operate(operator: string, operands: readonly PdfValue[]): void {
    const number = (index: number): number => (typeof operands[index] === 'number' ? operands[index] : 0);
    const six = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)];
    switch (operator) {
      case 'q':
        this.stack.push({ matrix: this.matrix, font: this.font, size: this.size });
        break;
      case 'Q':
        Object.assign(this, this.stack.pop());
        break;
      case 'cm':
        this.matrix = times(six(), this.matrix);
        break;
      case 'BT':
        this.text = this.line = UNIT;
        break;
      case 'Tf':
        this.font = operands[0] instanceof PdfName ? this.fonts(operands[0].name) : undefined;
        this.size = number(1);
        break;
      case 'Tc':
        this.spacing = number(0);
        break;
      case 'Tw':
        this.wordSpacing = number(0);
        break;
      case 'Tz':
        this.scale = number(0) / 100;
        break;
      case 'TL':
        this.leading = number(0);
        break;
      case 'TD':
        this.leading = -number(1);
        this.move(number(0), number(1));
        break;
      case 'Td':
        this.move(number(0), number(1));
        break;
      case 'T*':
        this.move(0, -this.leading);
        break;
      case 'Tm':
        this.text = this.line = six();
        break;
      case '"':
      case "'":
        this.move(0, -this.leading);
        this.show(operands.at(-1));
        break;
      case 'Tj':
        this.show(operands[0]);
        break;
      case 'TJ':
        for (const item of Array.isArray(operands[0]) ? operands[0] : []) {
          if (typeof item === 'number') this.advance((-item / 1000) * this.size * this.scale);
          else this.show(item);
        }
        break;
      default:
        for (const operand of operands) this.note(operand);
    }
  }

  private note(operand: PdfValue): void {
    if (operand instanceof Map) for (const value of operand.values()) this.note(value);
    else if (operand instanceof PdfString) this.unseen.push(operand.bytes);
  }

  private move(x: number, y: number): void {
    this.text = this.line = times([1, 0, 0, 1, x, y], this.line);
  }

  private advance(by: number): void {
    this.text = times([1, 0, 0, 1, by, 0], this.text);
  }

  private show(value: PdfValue | undefined): void {
    if (!(value instanceof PdfString)) return;
    for (const { text, width, space } of this.font?.glyphs(value.bytes) ?? []) {
      const before = times(this.text, this.matrix);
      this.pieces.push(this.separator(before), text);
      this.advance(((width / 1000) * this.size + this.spacing + (space ? this.wordSpacing : 0)) * this.scale);
      const after = times(this.text, this.matrix);
      this.end = { x: after[4], y: after[5] };
    }
  }

  /** Nothing, a space, a tab or a new line, by where the next glyph stands from the end of the last. */
  private separator(at: Matrix): string {
    const [a, b, c, d, x, y] = at;
    if (!this.end) return '';
    const length = Math.hypot(a, b) || 1;
    const height = Math.abs(this.size) * (Math.hypot(c, d) || 1) || 1;
    const [dx, dy] = [x - this.end.x, y - this.end.y];
    const along = (dx * a + dy * b) / length / height;
    const across = (dy * a - dx * b) / length / height;
    if (Math.abs(across) > 0.5 || along < -0.5) return '\n';
    return along > 1.5 ? '\t' : along > 0.2 ? ' ' : '';
  }
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** A picture set into the stream: its bytes are no operators. */
function endOfImage(contents: string, from: number): number {
  const end = /\sEI(?=\s)/g;
  end.lastIndex = from;
  return end.exec(contents)?.index ?? contents.length;
}
