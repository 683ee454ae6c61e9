import { setTimeout as pause } from 'node:timers/promises';

/** What of a disk is otherwise on Windows. */
interface Differing {
  symbolicLink(target: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

/** Scanners and indexers let go of a file within a second or two. */
const PATIENCE = 20;

/**
 * A disk as it has to be used on Windows. Links there want a right that an office's account seldom has, and cannot be renamed over each
 * other: none is made. A file that a scanner, an indexer or a reader holds open cannot be renamed at that moment: the move is tried again.
 * @param wait in milliseconds; a test waits for nothing
 */
export function onWindows<D extends Differing>(disk: D, wait: (time: number) => Promise<unknown> = pause): D {
  return {
    ...disk,
    symbolicLink: () => Promise.reject(Object.assign(new Error('no links on Windows'), { code: 'ENOTSUP' })),
    async rename(from, to) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await disk.rename(from, to);
        } catch (error) {
          const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
          if (!isHeld || tried >= PATIENCE) throw error;
          await wait(100);
        }
      }
    },
  };
}
