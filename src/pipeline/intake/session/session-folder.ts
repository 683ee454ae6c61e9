import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isLitterName } from '#core/roster/photo-name.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { answersSchema } from './session-answers.ts';

/** An import under way: what an office handed in and what a clerk has said of it, outside of every content folder. */
export interface ImportSession {
  id: string;
  /** Its own folder, for this user alone. */
  folder: string;
  state: SessionState;
}

const stateSchema = z.strictObject({
  version: z.literal(1),
  round: z.string(),
  /** Ids of new people are made of it, so that a plan made again has the same. */
  seed: z.string().regex(/^[0-9a-f]{32}$/u),
  /** Milliseconds since 1970. */
  begun: z.number(),
  touched: z.number(),
  /** Counts the changes: an answer to an older plan is not taken. */
  revision: z.number().int(),
  answers: answersSchema,
});

type SessionState = z.infer<typeof stateSchema>;

/** Bytes of one batch: a round's forms and photos have a tenth of it. */
export const MOST_BATCH = 250 * 1024 * 1024;
/** Days after the last change for which what was handed in is kept. */
export const KEPT_DAYS = 30;

const DAY = 86_400_000;

export async function beginSession(work: string, round: string, now: number): Promise<ImportSession> {
  const id = randomBytes(8).toString('hex');
  const folder = join(work, id);
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 });
  const seed = randomBytes(16).toString('hex');
  const state = stateSchema.parse({ version: 1, round, seed, begun: now, touched: now, revision: 0, answers: {} });
  const session = { id, folder, state };
  await writeState(session);
  return session;
}

export async function openSession(work: string, id: string): Promise<ImportSession> {
  const folder = join(work, id);
  const state = ID.test(id) ? await stateIn(folder) : undefined;
  if (!state)
    throw new Refusal('import-session-gone', '这一批材料已经不在了：办完、删去，或过了保留的日子。请重新放入文件。');
  return { id, folder, state };
}

async function stateIn(folder: string): Promise<SessionState | undefined> {
  const text = await readFile(stateFile(folder), 'utf8').catch(() => '{}');
  return stateSchema.safeParse(JSON.parse(text)).data;
}

/** The sessions of a round, the latest first. */
export async function sessionsOf(work: string, round?: string): Promise<ImportSession[]> {
  const names = (await readdir(work).catch(() => [])).filter((name) => ID.test(name));
  const all = await Promise.all(names.map((id) => openSession(work, id).catch(() => undefined)));
  return all
    .filter((one) => one !== undefined)
    .filter(({ state }) => round === undefined || state.round === round)
    .sort((a, b) => b.state.touched - a.state.touched);
}

/** Takes a change of what was answered. @param seen the revision it was an answer to */
export async function changeAnswers(
  session: ImportSession,
  seen: number,
  change: (answers: SessionState['answers']) => unknown,
  now: number,
): Promise<ImportSession> {
  const state = (await stateIn(session.folder)) ?? session.state;
  if (seen !== state.revision)
    throw new Refusal(
      'import-session-moved',
      '这一批材料在别处（另一个窗口）已经有了改动，刚才的回答没有记下。请看过现在的样子再答。',
    );
  const answers = answersSchema.parse(change(state.answers));
  const next = { ...session, state: { ...state, answers, revision: state.revision + 1, touched: now } };
  await writeState(next);
  return next;
}

/** Puts files where the office had them. @returns whether one of them took the place of another */
export async function putFiles(
  session: ImportSession,
  files: readonly { path: string; read: () => Promise<Uint8Array> }[],
): Promise<boolean> {
  let size = await sizeOf(session);
  let replaced = false;
  for (const { path, read } of files) {
    const parts = safeParts(path);
    // What a computer makes for itself is none of the office's.
    if (parts.some(isLitterName)) continue;
    const target = join(session.folder, 'files', ...parts);
    const there = await stat(target).catch(() => undefined);
    const bytes = await read();
    size += bytes.length - (there?.size ?? 0);
    if (size > MOST_BATCH) throw tooMuch(size);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, bytes, { mode: 0o600 });
    replaced ||= there !== undefined;
  }
  return replaced;
}

/** One file. @param path with `/`, as the browser says it; another of the same name gives way */
export function putFile(session: ImportSession, path: string, bytes: Uint8Array): Promise<boolean> {
  return putFiles(session, [{ path, read: () => Promise.resolve(bytes) }]);
}

function tooMuch(size: number): Refusal {
  const [megabytes, limit] = [Math.ceil(size / 1024 / 1024), MOST_BATCH / 1024 / 1024];
  return new Refusal(
    'import-batch-too-large',
    `这一批有 ${megabytes} MB，超过上限 ${limit} MB，超出的没有收下。请移走视频，照片缩小后另存，或分几批放入。`,
  );
}

/** What `import` is given: a single table by its name, everything else as one envelope. */
export async function pathsOf({ folder }: ImportSession): Promise<string[]> {
  const files = join(folder, 'files');
  const entries = await readdir(files, { withFileTypes: true });
  const [only, ...more] = entries;
  if (!only) return [];
  const isAlone = more.length === 0 && only.isFile() && !/\.zip$/iu.test(only.name);
  return [isAlone ? join(files, only.name) : files];
}

async function sizeOf({ folder }: ImportSession): Promise<number> {
  const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((one) => one.isFile()).map(async (one) => (await stat(join(one.parentPath, one.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Everything of it goes. */
export async function eraseSession({ folder }: ImportSession): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What nobody has touched for `KEPT_DAYS` goes, whoever forgot it. @returns how many batches went */
export async function eraseOld(work: string, now: number): Promise<number> {
  const names = (await readdir(work).catch(() => [])).filter((name) => ID.test(name));
  let count = 0;
  for (const id of names) {
    const folder = join(work, id);
    // One that nobody can read any more has no other date.
    const touched = (await stateIn(folder))?.touched ?? (await stat(folder)).mtimeMs;
    if (now - touched <= KEPT_DAYS * DAY) continue;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    count += 1;
  }
  return count;
}

const ID = /^[0-9a-f]{16}$/u;

function stateFile(folder: string): string {
  return join(folder, 'session.json');
}

async function writeState({ folder, state }: ImportSession): Promise<void> {
  await replaceFile(stateFile(folder), `${JSON.stringify(state)}\n`);
}

const DEEPEST = 12;
/** In bytes of UTF-8: file systems take 255. */
const LONGEST = 200;

/** The folders and the name, made harmless for every system, and never leading anywhere else. */
function safeParts(path: string): string[] {
  const parts = path
    .split(/[/\\]/u)
    .filter((part) => part !== '' && part !== '.')
    .map(safePart);
  if (parts.length === 0 || parts.length > DEEPEST + 1 || parts.includes('..'))
    throw new Refusal('import-file-name', '有一个文件的路径不正常，没有收下。请改名后重新放入。');
  return parts;
}

function safePart(part: string): string {
  if (part === '..') return part;

  const plain = part
    .normalize('NFC')
    .replace(UNFIT, '_')
    .replace(/[. ]+$/u, '_');
  const ending = /\.[A-Za-z0-9]{1,5}$/u.exec(plain)?.[0] ?? '';
  let stem = [...plain.slice(0, plain.length - ending.length)];
  while (Buffer.byteLength(stem.join('') + ending) > LONGEST) stem = stem.slice(0, -1);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu.test(stem.join(''))
    ? `_${stem.join('')}${ending}`
    : stem.join('') + ending;
}

// eslint-disable-next-line no-control-regex -- control characters are what is replaced
const UNFIT = /[\u0000-\u001F\u007F:*?"<>|]/gu;
