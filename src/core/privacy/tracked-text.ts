import { HARD_BREAK } from './hard-break.ts';

type Range = readonly [from: number, to: number];

/** A text derived from another, whose characters still know where they came from. */
export class TrackedText {
  readonly text: string;
  /** What was replaced on the way here from the parent, as ranges of this text, in order. */
  readonly changes: readonly Range[];
  private readonly parent: TrackedText | undefined;
  private readonly outs: readonly number[];
  private readonly sources: readonly number[];

  constructor(
    text: string,
    parent?: TrackedText,
    outs: readonly number[] = [0],
    sources: readonly number[] = [0],
    changes: readonly Range[] = [],
  ) {
    this.text = text;
    this.parent = parent;
    this.outs = outs;
    this.sources = sources;
    this.changes = changes;
  }

  /** Offset in the very first text of what stands at `index` here. */
  origin(index: number): number {
    if (!this.parent) return index;
    let low = 0;
    let high = this.outs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.outs[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const reached = (this.sources[low] ?? 0) + index - (this.outs[low] ?? 0);
    return this.parent.origin(Math.min(reached, this.sources[low + 1] ?? reached));
  }

  /** The same positions with other characters, one for one. */
  respelt(text: string): TrackedText {
    return new TrackedText(text, this);
  }

  /**
   * The surroundings of what was replaced, parted by hard breaks: elsewhere nothing can be found that was not found in the
   * parent. The text itself where that is most of it.
   */
  surroundings(): TrackedText {
    const stretches: [number, number][] = [];
    let covered = 0;
    for (const [from, to] of this.changes) {
      const last = stretches.at(-1);
      if (last && from - MARGIN <= last[1]) {
        if (to + MARGIN <= last[1]) continue;
        covered -= last[1] - last[0];
        last[1] = this.border(to + MARGIN, 1);
        covered += last[1] - last[0];
      } else {
        const stretch: [number, number] = [this.border(from - MARGIN, -1), this.border(to + MARGIN, 1)];
        if (last && stretch[0] < last[1]) stretch[0] = last[1];
        stretches.push(stretch);
        covered += stretch[1] - stretch[0];
      }
    }
    if (covered * 4 > this.text.length * 3) return this;
    const outs: number[] = [];
    let length = 0;
    for (const [from, to] of stretches) {
      outs.push(length);
      length += to - from + 1;
    }
    const text = stretches.map(([from, to]) => this.text.slice(from, to)).join(HARD_BREAK);
    const sources = stretches.map(([from]) => from);
    return new TrackedText(text, this, outs, sources);
  }

  /** Where a stretch is cut: at the end of a sentence if one is near, for the words before a figure say what it counts. */
  private border(from: number, step: 1 | -1): number {
    const near = this.betweenWords(from, step);
    const end = Math.max(0, Math.min(near + step * NEAR, this.text.length));
    for (let at = near; at !== end; at += step) {
      if (SENTENCE_END.test(this.text.charAt(step === 1 ? at : at - 1))) return at;
    }
    return near;
  }

  /** The nearest place outwards where neither a number nor an address can be cut in two: behind a Han character or a whole word. */
  private betweenWords(from: number, step: 1 | -1): number {
    let at = from;
    let inWord = false;
    for (let steps = 0; steps < MARGIN && at > 0 && at < this.text.length; steps += 1) {
      const character = this.text.charAt(step === 1 ? at : at - 1);
      if (/[\u4e00-\u9fa5\uFDD0]/.test(character) || (inWord && !IN_ADDRESS.test(character))) break;
      inWord ||= /[A-Za-z]/.test(character);
      at += step;
    }
    return Math.max(0, Math.min(at, this.text.length));
  }
}

/** What an address of mail or of the web is written with: half of one would be another's. */
const IN_ADDRESS = /[A-Za-z0-9._%+@-]/;

/** Farther than any word from the value it explains. */
const MARGIN = 120;
/** No sentence is looked through farther than that for its end. */
const NEAR = 60;
const SENTENCE_END = /[。;!?\n\uFDD0]/;

/** Writes a derived text piece by piece: stretches copied, stretches replaced. */
export class Rewriter {
  private readonly parent: TrackedText;
  private readonly pieces: string[] = [];
  private readonly outs: number[] = [];
  private readonly sources: number[] = [];
  private readonly changes: Range[] = [];
  private length = 0;
  private copied = 0;

  constructor(parent: TrackedText) {
    this.parent = parent;
  }

  /** Copies what stands before `from`, then puts `text` in place of `from`…`to`. */
  replace(from: number, to: number, text: string): void {
    this.put(this.parent.text.slice(this.copied, from), this.copied);
    this.changes.push([this.length, this.length + text.length]);
    this.put(text, from);
    this.copied = to;
  }

  /** The parent itself when nothing was replaced. */
  finish(): TrackedText {
    if (this.changes.length === 0) return this.parent;
    this.put(this.parent.text.slice(this.copied), this.copied);
    return new TrackedText(this.pieces.join(''), this.parent, this.outs, this.sources, this.changes);
  }

  private put(text: string, source: number): void {
    if (text === '') return;
    this.pieces.push(text);
    this.outs.push(this.length);
    this.sources.push(source);
    this.length += text.length;
  }
}
