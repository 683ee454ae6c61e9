import { type Gap, GapTable } from './gap.ts';

/** Every unbroken run of digits in a folded text, with the gap to the next. Kept in plain lists: hostile texts hold half a million. */
export class DigitGroups {
  readonly text: string;
  readonly count: number;
  /** The digits of all groups without the gaps. */
  readonly digits: string;
  /** Where the digits of a group begin in `digits`; one more entry closes the last. */
  readonly offsets: readonly number[];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly gaps: number[] = [];
  private readonly table = new GapTable();

  constructor(text: string) {
    this.text = text;
    const offsets = [0];
    const pieces: string[] = [];
    let length = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (!isDigit(text.charCodeAt(at))) continue;
      let end = at + 1;
      while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
      if (this.ends.length > 0) this.gaps.push(this.table.number(text, this.ends.at(-1) ?? 0, at));
      this.starts.push(at);
      this.ends.push(end);
      length += end - at;
      offsets.push(length);
      pieces.push(text.slice(at, end));
      at = end;
    }
    this.count = this.starts.length;
    this.offsets = offsets;
    this.digits = pieces.join('');
  }

  start(index: number): number {
    return this.starts[index] ?? -1;
  }

  end(index: number): number {
    return this.ends[index] ?? -1;
  }

  /** Digits of one group; 0 outside of the list. */
  length(index: number): number {
    return (this.ends[index] ?? 0) - (this.starts[index] ?? 0);
  }

  digitsOf(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  /** What stands between this group and the next. */
  gap(index: number): Gap {
    return this.table.gap(this.gaps[index] ?? 0);
  }

  /** Whether this group and the next may belong to one number as far as their gap can tell. */
  ties(index: number): boolean {
    return this.gapNumber(index) !== 0 && !this.gap(index).beyond;
  }

  /** The same as a number: equal gaps have equal numbers, 0 parts two numbers. */
  gapNumber(index: number): number {
    return this.gaps[index] ?? 0;
  }
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
