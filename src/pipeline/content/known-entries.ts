import { createHash } from 'node:crypto';
import type { TreeFile } from './content-tree.ts';

/** Bytes of files whose reading is remembered; beyond them the oldest are forgotten. */
const MOST_BYTES = 96 * 1024 * 1024;

interface Known {
  value: unknown;
  bytes: number;
}
/** By schema, for the same bytes mean another thing to another. In the order in which they were last asked for. */
const known = new Map<object, Map<string, Known>>();
let held = 0;

/** What `read` gave for the same bytes, path and id before, else what it gives now: frozen, since many share it. */
export function remembered<T extends object>(
  schema: object,
  { path, kind, bytes }: TreeFile,
  id: string,
  read: () => T,
): T {
  if (bytes === undefined || kind !== 'file') return read();
  const entries = known.get(schema) ?? new Map<string, Known>();
  known.set(schema, entries);
  const key = createHash('sha256')
    .update(JSON.stringify([path, id]))
    .update(bytes)
    .digest('base64');
  const found = entries.get(key);
  if (found) {
    entries.delete(key);
    entries.set(key, found);
    return found.value as T;
  }
  const value = frozen(read());
  entries.set(key, { value, bytes: bytes.length });
  held += bytes.length;
  forget(entries);
  return value;
}

function forget(entries: Map<string, Known>): void {
  for (const [key, one] of entries) {
    if (held <= MOST_BYTES) return;
    entries.delete(key);
    held -= one.bytes;
  }
}

/** Read-only to the ground: many share it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || !isRecord(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** A list, or an object that was written down: never what all objects share, should a file reach it by a name such as `__proto__`. */
function isRecord(value: object): boolean {
  if (value === Object.prototype || value === Array.prototype) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === Array.prototype || kind === null;
}
