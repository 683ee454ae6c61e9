import { there } from '#tests/there.ts';

/** Chance with a seed: the same seed gives the same run on every machine (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    return there(from[this.whole(0, from.length - 1)]);
  }

  yes(share: number): boolean {
    return this.fraction() < share;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }

  letters(count: number, from = 'abcdefghijklmnopqrstuvwxyz'): string {
    return Array.from({ length: count }, () => from[this.whole(0, from.length - 1)]).join('');
  }
}
