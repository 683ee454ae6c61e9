/** What one step of the test run, or all of them, came to. A test that was skipped did not pass. */
export class Tally {
  passed = 0;
  /** Each with its place and what was wrong, to be said once more at the end, where a long log is read first. */
  readonly failures: string[] = [];
  /** Each with its place and why. */
  readonly skips: string[] = [];

  get failed(): number {
    return this.failures.length;
  }

  get skipped(): number {
    return this.skips.length;
  }

  get ok(): boolean {
    return this.failed === 0 && this.passed > 0;
  }

  /** For CI: the three numbers and nothing else. */
  get line(): string {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }

  get json(): { passed: number; failed: number; skipped: number } {
    return { passed: this.passed, failed: this.failed, skipped: this.skipped };
  }

  /** Whether nothing of this file (its path below the repository) failed or was skipped. */
  clean(file: string): boolean {
    return ![...this.failures, ...this.skips].some((one) => one.startsWith(`${file}:`));
  }

  add(other: Tally): this {
    this.passed += other.passed;
    this.failures.push(...other.failures);
    this.skips.push(...other.skips);
    return this;
  }

  /** The same, each failure and skip told to be of the step of this name. */
  of(step: string): Tally {
    const named = new Tally();
    named.passed = this.passed;
    named.failures.push(...this.failures.map((one) => `${step}: ${one}`));
    named.skips.push(...this.skips.map((one) => `${step}: ${one}`));
    return named;
  }

  pass(): this {
    this.passed += 1;
    return this;
  }

  fail(what: string): this {
    this.failures.push(what);
    return this;
  }

  skip(what: string, why: string): this {
    this.skips.push(`${what} (${why})`);
    return this;
  }

  /** The failures with all they say, then the skipped by name and why, then the line. */
  get report(): string {
    const failed = this.failures.map((one) => `failed: ${one}\n`);
    const skipped = this.skips.map((one) => `skipped: ${one}\n`);
    return `${[...failed, ...skipped].join('')}${this.line}\n`;
  }
}
