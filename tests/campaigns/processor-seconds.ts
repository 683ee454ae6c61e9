import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts by. */
const TICKS = 100;

/**
 * Processor time in seconds of this process and of all that it has started, those at work and those that are done: a browser's helpers are
 * killed at its end, and nobody counts them then. Linux alone tells.
 */
export function processorSeconds(): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(Number(pid)) ?? []);
  const tree = new Set([process.pid]);
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

/** proc(5): the name in brackets may have spaces; behind it state, parent, and from the 12th on the times, of its own and of its children. */
function statOf(pid: number): { pid: number; parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { pid, parent: fields[1] ?? 0, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) };
  } catch {
    // Gone since it was listed.
    return undefined;
  }
}
