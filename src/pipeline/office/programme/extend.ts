import type { Answers } from '#pipeline/commands/ask.ts';
import { insertValue, removeValue } from '#pipeline/content/insert-value.ts';
import { entriesOf } from './build.ts';
import type { Entry, Stands, Step } from './step.ts';

/** What a programme says already. */
export function standsIn(programme: object): Stands {
  return (...path) => {
    let value: unknown = programme;
    for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
}

/**
 * The text of a `programme.md` with the answers put in; every character else stays. A rule that stands is changed only with `replace`, and a
 * list then begins anew.
 */
export function extended(
  text: string,
  steps: readonly Step[],
  answers: Answers,
  stands: Stands,
  replace: boolean,
): { text: string } | { faults: string[] } {
  const faults: string[] = [];
  const cleared = new Set<string>();
  let now = text;
  for (const step of steps) {
    for (const entry of entriesOf([step], answers)) {
      const place = entry.path.join('.');
      const isThere = stands(...entry.path) && !cleared.has(place);
      if (isThere && !entry.add && !replace) {
        faults.push(`“${step.title}”已经写明，没有改动。确要改写，请加 --replace。`);
        break;
      }
      if (isThere && replace) {
        now = removeValue(now, entry.path) ?? now;
        cleared.add(place);
      }
      const next = insertValue(now, entry.path, plainValue(entry), entry.add);
      if (next === undefined)
        faults.push(`“${step.title}”在 programme.md 里的写法特别，补不进去。请先运行 npm run check。`);
      else now = next;
    }
  }
  return faults.length > 0 ? { faults: [...new Set(faults)] } : { text: now };
}

function plainValue({ value }: Entry): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
