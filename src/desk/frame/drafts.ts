import { z } from 'zod';
import { fileNameOf, type StateFolder } from './state-folder.ts';

const draftSchema = z.strictObject({
  /** An instant, in milliseconds. */
  at: z.number(),
  address: z.string(),
  fields: z.record(z.string(), z.array(z.string())),
  /** The digest of what the clerk saw when this was typed. */
  seen: z.string().optional(),
});

/** What was typed into the form at an address and not carried out yet. On disk, so that neither browser nor server can lose it. */
export type Draft = z.infer<typeof draftSchema>;

export async function draftAt(state: StateFolder, address: string): Promise<Draft | undefined> {
  const text = await state.read('drafts', `${fileNameOf(address)}.json`);
  if (text === undefined) return undefined;
  try {
    const draft = draftSchema.parse(JSON.parse(text));
    return draft.address === address ? draft : undefined;
  } catch {
    // Cut off by a full disk: nothing was claimed to be saved.
    return undefined;
  }
}

/** Names beginning with `_` are the frame's; what begins with `secret` is never written down, nor is a file. */
export async function keepDraft(state: StateFolder, address: string, sent: FormData, at: number): Promise<void> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of sent) {
    if (typeof value !== 'string' || name.startsWith('_') || name.startsWith('secret')) continue;
    (fields[name] ??= []).push(value);
  }
  const seen = sent.get('_seen');
  const draft: Draft = { at, address, fields, ...(typeof seen === 'string' && { seen }) };
  await state.write(`${JSON.stringify(draft)}\n`, 'drafts', `${fileNameOf(address)}.json`);
}

export async function dropDraft(state: StateFolder, address: string): Promise<void> {
  await state.remove('drafts', `${fileNameOf(address)}.json`);
}
