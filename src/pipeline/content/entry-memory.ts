import { createHash } from 'node:crypto';
import type { TreeFile } from './content-tree.ts';
import { frozen } from './known-entries.ts';

/**
 * What files came to when they were read before, by other runs too. A file is known by its kind, its place, its name among its kind and
 * every one of its bytes; whoever keeps the memory sees to it that it ends with the program that made it.
 */
export class EntryMemory {
  /** What was met in this run, for the next. */
  readonly met = new Map<string, object>();
  private readonly known: ReadonlyMap<string, object>;

  constructor(known: ReadonlyMap<string, object> = new Map()) {
    this.known = known;
  }

  read<T extends object>(kind: string, file: TreeFile, id: string, read: () => T): T {
    if (file.bytes === undefined || file.kind !== 'file') return read();
    const key = createHash('sha256')
      .update(JSON.stringify([kind, file.path, id]))
      .update(file.bytes)
      .digest('base64');
    const known = this.known.get(key);
    const value = known === undefined ? read() : frozen(known as T);
    this.met.set(key, value);
    return value;
  }
}
