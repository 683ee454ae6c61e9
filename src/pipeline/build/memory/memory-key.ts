import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const BYTES = 32;

/**
 * The secret by which a build knows what it remembered itself. It lies with the user and not beside the memory: a folder that was copied,
 * restored from a shared cache or written into by somebody else is taken for nobody's. Whoever can read the secret can change the program.
 * @returns undefined where it can neither be read nor made; then nothing is remembered
 */
export async function memoryKey(): Promise<Buffer | undefined> {
  try {
    const file = join(stateFolder(), 'jiangbang', 'build-memory.key');
    return (await keyIn(file)) ?? (await makeKey(file));
  } catch {
    return undefined;
  }
}

async function keyIn(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes?.length === BYTES ? bytes : undefined;
}

/** Of two builds that begin at once the first makes it. */
async function makeKey(file: string): Promise<Buffer | undefined> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(BYTES), { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  return keyIn(file);
}

/** XDG Base Directory: what a program keeps of its own between runs. */
function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return XDG_STATE_HOME || join(homedir(), '.local', 'state');
}
