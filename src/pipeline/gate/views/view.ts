import type { FileKind } from '#core/privacy/kind.ts';

/** A text to look at: what a file, or one side of it, says. */
export interface View {
  /** Where in the file, in Chinese: 属性, 表格, word/comments.xml; empty for the text of the file itself. */
  where: string;
  /** Pieces of a list have nothing to do with each other. */
  text: string | readonly string[];
  /** Whether a line number helps to find the place. */
  lines: boolean;
}

/** What is wrong with a file as such, or with a part of it. */
export interface Fault {
  kind: FileKind;
  where: string;
}

/** A file, or a file inside of a file. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  /** Where it lies in the outer file; empty for the file itself. */
  place: string;
}

/** Deeper nesting and larger contents than these are refused, not looked through. */
const MOST_LAYERS = 6;
const MOST_BYTES = 256 * 1024 * 1024;

/** Takes down what the readers of the kinds of files see. */
export class Looker {
  readonly views: View[] = [];
  readonly faults: Fault[] = [];
  /** Pictures met on the way, for those who read what is drawn in them. */
  readonly pictures: SourceFile[] = [];
  private readonly open: (file: SourceFile, looker: Looker) => void;
  private depth = 0;
  private bytes = 0;

  constructor(open: (file: SourceFile, looker: Looker) => void) {
    this.open = open;
  }

  text(where: string, text: string, lines = false): void {
    if (text !== '') this.views.push({ where, text, lines });
  }

  pieces(where: string, pieces: readonly string[]): void {
    if (pieces.length > 0) this.views.push({ where, text: pieces, lines: false });
  }

  fault(kind: FileKind, where: string): void {
    if (!this.faults.some((one) => one.kind === kind && one.where === where)) this.faults.push({ kind, where });
  }

  /** Looks into a file; what cannot be read is a fault of it, never a crash of the audit. */
  file(file: SourceFile): void {
    this.bytes += file.bytes.length;
    if (this.depth >= MOST_LAYERS || this.bytes > MOST_BYTES) {
      this.fault('unreadable', place(file.place, '层数太深或内容太大'));
      return;
    }
    this.depth += 1;
    try {
      this.open(file, this);
    } catch {
      this.fault('unreadable', file.place);
    } finally {
      this.depth -= 1;
    }
  }

  /** How many more bytes may be unpacked. */
  get room(): number {
    return Math.max(0, MOST_BYTES - this.bytes);
  }
}

/** `word/comments.xml 属性`. */
export function place(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
