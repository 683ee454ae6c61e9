/** Digits as one part of a number: short, nothing else. */
export function isPart(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^[0-9]{1,8}[xX]?$/.test(String(value));
}

/** Runs of at least two parts that stand beside each other, each run one piece. */
export class Parts {
  readonly pieces: string[] = [];
  private run: string[] = [];

  add(value: unknown): void {
    if (isPart(value) && this.run.length < 24) this.run.push(String(value));
    else this.end();
  }

  end(): void {
    if (this.run.length > 1) this.pieces.push(this.run.join('\t'));
    this.run = [];
  }
}
