import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
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
  const seen = await looked(state, content, scopes);
  const digest = digestOf(seen);
  if ((await state.read('seen', `${digest}.json`)) !== undefined) return digest;
  for (const [path, own] of Object.entries(seen.files)) {
    const known = (await state.read('seen', `${own}.txt`)) !== undefined;
    const text = known ? undefined : await textAt(content, path);
    if (text !== undefined) await state.write(text, 'seen', `${own}.txt`);
  }
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
  const is = await looked(state, content, saw.scopes);
  if (digestOf(is) === digest) return [];
  const paths = [...new Set([...Object.keys(saw.files), ...Object.keys(is.files)])].sort();
  const changed = paths.filter((path) => saw.files[path] !== is.files[path]);
  const described = changed.map(async (path): Promise<ChangedFile> => {
    const { [path]: before } = saw.files;
    const text = before === undefined ? undefined : await state.read('seen', `${before}.txt`);
    return { path, saw: text, is: is.files[path] === undefined ? undefined : await textAt(content, path) };
  });
  return Promise.all(described);
}

function digestOf(seen: Seen): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

/** Bytes: a text that is longer is compared by its digest alone. */
const MOST_TEXT = 200_000;

/** Digests of files that have not been touched since, by their path: a round's pictures are not read for every form. */
const digests = new WeakMap<StateFolder, Map<string, { stamp: string; digest: string }>>();

async function digestAt(state: StateFolder, file: string): Promise<string | undefined> {
  const about = await stat(file, { bigint: true }).catch(() => undefined);
  if (!about?.isFile()) return undefined;
  const known = digests.get(state) ?? new Map<string, { stamp: string; digest: string }>();
  digests.set(state, known);
  const stamp = [about.ino, about.size, about.mtimeNs, about.ctimeNs].join(' ');
  const before = known.get(file);
  if (before?.stamp === stamp) return before.digest;
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const digest = createHash('sha256').update(bytes).digest('hex');
  known.set(file, { stamp, digest });
  return digest;
}

async function looked(state: StateFolder, content: string, scopes: readonly string[]): Promise<Seen> {
  const files: Record<string, string> = {};
  for (const path of (await Promise.all(scopes.map((scope) => below(content, scope)))).flat().toSorted()) {
    const digest = await digestAt(state, join(content, path));
    if (digest !== undefined) files[path] = digest;
  }
  return { scopes: [...scopes], files };
}

/** The text of a file that is one, and not too long to be compared. */
async function textAt(content: string, path: string): Promise<string | undefined> {
  if (!/\.(?:md|json|txt)$/.test(path)) return undefined;
  const bytes = await readFile(join(content, path)).catch(() => undefined);
  return bytes === undefined || bytes.length > MOST_TEXT ? undefined : bytes.toString('utf8');
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
