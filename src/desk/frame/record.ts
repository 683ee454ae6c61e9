import { appendFile } from 'node:fs/promises';
import { z } from 'zod';
import type { StateFolder } from './state-folder.ts';

const entrySchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** An instant, in milliseconds. */
  at: z.number(),
  title: z.string(),
  command: z.string(),
  exit: z.number(),
  text: z.string(),
  next: z.array(z.object({ href: z.string(), label: z.string() })),
});

/** Something done at the desk: what, when, what it said, and how it would be typed. */
export type Entry = z.infer<typeof entrySchema>;

/** One line an entry, oldest first; a line that was cut off is left out. */
export interface DeskRecord {
  add(entry: Entry): Promise<void>;
  all(): Promise<Entry[]>;
  find(id: string): Promise<Entry | undefined>;
}

export function recordIn(state: StateFolder): DeskRecord {
  const all = async (): Promise<Entry[]> =>
    ((await state.read('record.jsonl')) ?? '').split('\n').flatMap((line) => {
      try {
        return [entrySchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
  return {
    all,
    add: (entry) => appendFile(state.path('record.jsonl'), `${JSON.stringify(entry)}\n`, { mode: 0o600 }),
    find: async (id) => (await all()).findLast((entry) => entry.id === id),
  };
}
