import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StateFolder } from './state-folder.ts';

const seenSchema = z.strictObject({ scopes: z.array(z.string()), files: z.record(z.string(), z.string()) });

/** The files a form was made from, with the digest of each. */
type Seen = z.infer<typeof seenSchema>;

/** A file that is no longer what the clerk saw, with both texts; `undefined` where there was or is none, or where it is no text. */
export interface ChangedFile {
  path: string;
  saw: string | undefined;
  is: string | undefined;
}

/**
 * Writes down what a form rests on, and returns its digest for the form to carry.
 * @param scopes files and folders below the content folder
 */
export async function keepSeen(state: StateFolder, content: string, scopes: readonly string[]): Promise<string> {
  const { seen, texts } = await looked(content, scopes);
  const digest = digestOf(seen);
  if ((await state.read('seen', `${digest}.json`)) !== undefined) return digest;
  for (const [name, text] of texts) await state.write(text, 'seen', `${name}.txt`);
  await state.write(JSON.stringify(seen), 'seen', `${digest}.json`);
  return digest;
}

/** What has changed since; `unknown` where the desk no longer knows what was seen. */
export async function changedSince(
  state: StateFolder,
  content: string,
  digest: string,
): Promise<readonly ChangedFile[] | 'unknown'> {
  const text = /^[0-9a-f]{64}$/.test(digest) ? await state.read('seen', `${digest}.json`) : undefined;
  if (text === undefined) return 'unknown';
  const saw = seenSchema.parse(JSON.parse(text));
  const { seen: is, texts } = await looked(content, saw.scopes);
  if (digestOf(is) === digest) return [];
  const paths = [...new Set([...Object.keys(saw.files), ...Object.keys(is.files)])].sort();
  const changed = paths.filter((path) => saw.files[path] !== is.files[path]);
  const described = changed.map(async (path): Promise<ChangedFile> => {
    const { [path]: before } = saw.files;
    const text = before === undefined ? undefined : await state.read('seen', `${before}.txt`);
    return { path, saw: text, is: texts.get(is.files[path] ?? '') };
  });
  return Promise.all(described);
}

function digestOf(seen: Seen): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

/** Bytes: a text that is longer is compared by its digest alone. */
const MOST_TEXT = 200_000;

async function looked(content: string, scopes: readonly string[]): Promise<{ seen: Seen; texts: Map<string, string> }> {
  const files: Record<string, string> = {};
  const texts = new Map<string, string>();
  for (const path of (await Promise.all(scopes.map((scope) => below(content, scope)))).flat().toSorted()) {
    const bytes = await readFile(join(content, path)).catch(() => undefined);
    if (bytes === undefined) continue;
    const digest = createHash('sha256').update(bytes).digest('hex');
    files[path] = digest;
    if (/\.(?:md|json|txt)$/.test(path) && bytes.length <= MOST_TEXT) texts.set(digest, bytes.toString('utf8'));
  }
  return { seen: { scopes: [...scopes], files }, texts };
}

async function below(content: string, scope: string): Promise<string[]> {
  const entries = await readdir(join(content, scope), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [scope];
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = scope === '' ? entry.name : `${scope}/${entry.name}`;
    found.push(...(entry.isDirectory() ? await below(content, path) : [path]));
  }
  return found;
}
