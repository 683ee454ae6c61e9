import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AllowList } from '#core/privacy/allow-list.ts';
import { programDigest } from '#pipeline/commands/program-digest.ts';

/** What decides a verdict beside the bytes: the rules, the readers of files, and the libraries that both stand on. */
const RULES = ['src/core/privacy', 'src/pipeline/gate', 'package-lock.json'];
/** A record is forgotten when it has not been used for as many others. */
const MOST_RECORDS = 8;
/** Files remembered in one record; more than these are looked at again. */
const MOST_FILES = 400_000;

/**
 * Remembers of which bytes the gate has found nothing to say, so that a build looks at what is new. A record holds for the rules and the
 * declared channels under which it was made, and knows a file by its name and every one of its bytes. Only what is clean is kept: a
 * finding is always found again. Whoever can write into the folder can forge a record, therefore nothing that publishes asks it:
 * `publish` looks at every file anew.
 */
export class CleanFiles {
  private readonly path: string;
  private readonly known: ReadonlySet<string>;
  private readonly met = new Set<string>();

  private constructor(path: string, known: ReadonlySet<string>) {
    this.path = path;
    this.known = known;
  }

  /** @param folder where the records lie; it can be thrown away at any time */
  static async open(folder: string, allow: AllowList): Promise<CleanFiles> {
    const path = join(folder, `${await programDigest(RULES, ...allDeclared(allow))}.txt`);
    const text = await readFile(path, 'utf8').catch(() => '');
    return new CleanFiles(path, new Set(text.split('\n').filter((line) => /^[0-9a-f]{64}$/.test(line))));
  }

  /** By which a file is known again. */
  static key(name: string, bytes: Uint8Array): string {
    return CleanFiles.keyOf(name, createHash('sha256').update(bytes).digest('hex'));
  }

  /** The same, where the SHA-256 of the bytes is known. */
  static keyOf(name: string, digest: string): string {
    return createHash('sha256').update(`${name}\0${digest}`).digest('hex');
  }

  has(key: string): boolean {
    const known = this.known.has(key);
    if (known) this.met.add(key);
    return known;
  }

  add(key: string): void {
    this.met.add(key);
  }

  /** Writes the record anew: what was met now first, then what others left there, as far as there is room. */
  async close(): Promise<void> {
    const folder = join(this.path, '..');
    await mkdir(folder, { recursive: true });
    const keys = [...this.met, ...this.known].slice(0, MOST_FILES);
    const fresh = `${this.path}.${process.pid}`;
    await writeFile(fresh, `${[...new Set(keys)].join('\n')}\n`);
    await rename(fresh, this.path);
    await forgetOld(folder);
  }
}

async function forgetOld(folder: string): Promise<void> {
  const records = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const used = await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { name, used };
    }),
  );
  const old = records.sort((a, b) => b.used - a.used).slice(MOST_RECORDS);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** Another round that declares the same channels once more declares nothing new. */
function allDeclared({ declared }: AllowList): string[] {
  return [...new Set(declared.map((one) => JSON.stringify(one)))].sort();
}
