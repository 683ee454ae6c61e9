/** A line that is gone, that is new, or both where one stands for the other; lines that stay are left out. */
export interface ChangedLine {
  before: string | undefined;
  after: string | undefined;
}

/** What differs between two texts, line by line, in their order: the longest common sequence stays. */
export function lineDifference(before: string, after: string): ChangedLine[] {
  const [old, fresh] = [before, after].map((text) => text.split('\n')) as [string[], string[]];
  // Texts too long for a table of all pairs are compared as wholes of lines.
  if (old.length * fresh.length > MOST) return uncommon(old, fresh);
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      row(common, i)[j] =
        old[i] === fresh[j] ? cell(common, i + 1, j + 1) + 1 : Math.max(cell(common, i + 1, j), cell(common, i, j + 1));
  const changed: ChangedLine[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = (): void => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1)
      changed.push({ before: gone[at], after: come[at] });
    [gone, come] = [[], []];
  };
  for (let i = 0, j = 0; i < old.length || j < fresh.length;) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      flush();
      [i, j] = [i + 1, j + 1];
    } else if (j >= fresh.length || (i < old.length && cell(common, i + 1, j) >= cell(common, i, j + 1)))
      gone.push(old[i++] ?? '');
    else come.push(fresh[j++] ?? '');
  }
  flush();
  return changed;
}

const MOST = 4_000_000;

function uncommon(old: readonly string[], fresh: readonly string[]): ChangedLine[] {
  const [before, after] = [new Set(old), new Set(fresh)];
  return [
    ...old.filter((line) => !after.has(line)).map((line) => ({ before: line, after: undefined })),
    ...fresh.filter((line) => !before.has(line)).map((line) => ({ before: undefined, after: line })),
  ];
}

function row(table: readonly Uint32Array[], i: number): Uint32Array {
  return table[i] ?? new Uint32Array();
}

function cell(table: readonly Uint32Array[], i: number, j: number): number {
  return row(table, i)[j] ?? 0;
}
