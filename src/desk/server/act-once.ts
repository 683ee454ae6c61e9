import { createHash } from 'node:crypto';

/** A button pressed twice, a page sent again: the same form with the same words is carried out once, and both get the same answer. */
export interface Once {
  /** @param isDone whether an outcome is to be remembered: what was refused may be tried again */
  run<T>(form: FormData, work: () => Promise<T>, isDone: (outcome: T) => boolean): Promise<T>;
}

export function onceOnly(): Once {
  const known = new Map<string, Promise<unknown>>();
  return {
    async run<T>(form: FormData, work: () => Promise<T>, isDone: (outcome: T) => boolean): Promise<T> {
      const key = keyOf(form);
      if (key === undefined) return work();
      const before = known.get(key) as Promise<T> | undefined;
      if (before !== undefined) return before;
      const outcome = work();
      known.set(key, outcome);
      const keep = await outcome.then(isDone, () => false);
      if (!keep) known.delete(key);
      for (const old of [...known.keys()].slice(0, Math.max(0, known.size - MOST))) known.delete(old);
      return outcome;
    },
  };
}

const MOST = 500;

function keyOf(form: FormData): string | undefined {
  const once = form.get('_once');
  if (typeof once !== 'string') return undefined;
  const hash = createHash('sha256');
  for (const [name, value] of form)
    hash.update(JSON.stringify([name, typeof value === 'string' ? value : [value.name, value.size]]));
  return hash.digest('hex');
}
