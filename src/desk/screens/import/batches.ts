import { createHash } from 'node:crypto';
import type { Desk } from '#desk/frame/desk.ts';
import { eraseOld, type ImportSession, openSession, sessionsOf } from '#pipeline/intake/session/session-folder.ts';
import { type SessionMemory, sessionMemory } from '#pipeline/intake/session/session-plan.ts';

/** Where batches lie: in the desk's own folder, for the clerk alone. */
export function batchFolder({ state }: Pick<Desk, 'state'>): string {
  return state.path('imports');
}

/** Where pictures wait for somebody to lay them on people. */
export function pictureFolder({ state }: Pick<Desk, 'state'>): string {
  return state.path('pictures');
}

/** The batch of `?batch=`. */
export function batchOf(desk: Desk, id: string): Promise<ImportSession> {
  return openSession(batchFolder(desk), id);
}

/** Batches of a round that are not finished; what is past its days goes first. */
export async function batchesOf(desk: Desk, round: string): Promise<ImportSession[]> {
  await eraseOld(batchFolder(desk), desk.clock());
  return sessionsOf(batchFolder(desk), round);
}

const memories = new WeakMap<Desk, Map<string, SessionMemory>>();

/** What was read and encoded of a batch, as long as the desk runs. */
export function memoryOf(desk: Desk, id: string): SessionMemory {
  const all = memories.get(desk) ?? new Map<string, SessionMemory>();
  memories.set(desk, all);
  const memory = all.get(id) ?? sessionMemory();
  all.set(id, memory);
  return memory;
}

/** How many photos of a batch are encoded; of one that nobody has looked at, none. */
export function photoProgressOf(desk: Desk, id: string): { done: number; of: number } {
  return memories.get(desk)?.get(id)?.photos.progress ?? { done: 0, of: 0 };
}

export function forgetMemory(desk: Desk, id: string): void {
  void memories.get(desk)?.get(id)?.photos.close();
  memories.get(desk)?.delete(id);
}

/** Files of a form, one after the other in memory. */
export function dropped(files: readonly File[]): { path: string; read: () => Promise<Uint8Array> }[] {
  return files.map((file) => ({ path: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) }));
}

/** A name for a field of a form from any text. */
export function fieldKey(...parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
