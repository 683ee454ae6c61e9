import { join } from 'node:path';
import { type BuildMemory, SpoiledMemory } from '#pipeline/build/memory/build-memory.ts';
import { programDigest } from '#pipeline/commands/program-digest.ts';
import { sha256 } from '#pipeline/release/site-files.ts';

/** Files of an index by their path below the site, with SHA-256. */
type IndexFiles = [path: string, digest: string][];

interface SearchRecord {
  program: string;
  parts: Map<string, IndexFiles>;
}

const RECORD = 'search';
const MAKERS = ['src/core/search', 'src/pipeline/build/search', 'package-lock.json'];

/** Parts of the search index, each kept under the digest of the documents it was made of. */
export class SearchMemory {
  /** SHA-256 that each file put in place from memory must still have. */
  readonly kept = new Map<string, string>();
  private readonly memory: BuildMemory;
  private readonly site: string;
  private readonly program: string;
  private readonly known: ReadonlyMap<string, IndexFiles>;
  private readonly met = new Map<string, string[]>();

  private constructor(memory: BuildMemory, site: string, program: string, known: ReadonlyMap<string, IndexFiles>) {
    this.memory = memory;
    this.site = site;
    this.program = program;
    this.known = known;
  }

  static async open(memory: BuildMemory, site: string): Promise<SearchMemory> {
    const program = await programDigest(MAKERS);
    const record = await memory.recall<SearchRecord>(RECORD);
    return new SearchMemory(memory, site, program, record?.program === program ? record.parts : new Map());
  }

  /**
   * @param given plain data, all that the part is made of
   * @param make writes the part, and says which files it has
   */
  async part(given: readonly unknown[], make: () => Promise<string[]>): Promise<void> {
    const key = sha256(JSON.stringify(given));
    const known = this.known.get(key);
    if (!known) {
      this.met.set(key, await make());
      return;
    }
    for (const [path, digest] of known) {
      if (!(await this.memory.files.put(digest, join(this.site, path)))) throw new SpoiledMemory(path);
      this.kept.set(path, digest);
    }
    this.met.set(
      key,
      known.map(([path]) => path),
    );
  }

  /** @param digests of the files of the site. @returns those that memory asks for from now on */
  async remember(digests: ReadonlyMap<string, string>): Promise<string[]> {
    const parts = new Map<string, IndexFiles>();
    for (const [key, paths] of this.met) {
      parts.set(
        key,
        paths.map((path) => [path, digests.get(path) ?? '']),
      );
    }
    const files = [...parts.values()].flat();
    for (const [path, digest] of files) {
      if (!this.kept.has(path)) await this.memory.files.take(digest, join(this.site, path));
    }
    await this.memory.remember(RECORD, { program: this.program, parts } satisfies SearchRecord);
    return files.map(([, digest]) => digest);
  }
}
