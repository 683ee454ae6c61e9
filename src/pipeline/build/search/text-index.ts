import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '#core/search/fold.ts';
import { gapLetters, gramKey, gramsOf, shardOf } from '#core/search/grams.ts';
import type { PageDirectory } from '#core/search/page-directory.ts';
import { type CharacterPairs, pairsIn } from '#core/search/people-index.ts';
import { simplified } from '#core/search/traditional.ts';
import type { SearchDocument } from './documents.ts';

/** A file of this many bytes is what one pair of a query costs, before compression. */
const SHARD_BYTES = 10_000;

/**
 * Collects the pairs of characters of the documents, in the order of their numbers, and writes them as `search/text/<n>.txt`. What was
 * collected is packed from time to time into the letters it will be written in, a byte or two for each pair of a document.
 */
export class TextIndex {
  readonly #packed = new Map<string, { letters: string; last: number }>();
  #fresh = new Map<string, number[]>();
  readonly #characters = new Set<string>();
  #count = 0;

  add({ text }: Pick<SearchDocument, 'text'>): void {
    for (const character of text) this.#characters.add(character);
    for (const gram of gramsOf(fold(text, simplified))) {
      const numbers = this.#fresh.get(gram);
      if (numbers) numbers.push(this.#count);
      else this.#fresh.set(gram, [this.#count]);
    }
    this.#count += 1;
  }

  /** To be called once in a while, as after the documents of a year. */
  pack(): void {
    for (const [gram, numbers] of this.#fresh) {
      const { letters, last } = this.#packed.get(gram) ?? { letters: '', last: -1 };
      // A string put together from pieces keeps them all; a copy of its bytes does not.
      const whole = Buffer.from(letters + gapLetters(numbers, last), 'latin1').toString('latin1');
      this.#packed.set(gram, { letters: whole, last: numbers.at(-1) ?? last });
    }
    this.#fresh = new Map();
  }

  /** The pairs of characters that a query to this text can need. */
  get pairs(): CharacterPairs {
    return pairsIn(this.#characters, simplified);
  }

  /** @returns the number of files, a power of two */
  async write(site: string): Promise<number> {
    this.pack();
    let bytes = 0;
    for (const { letters } of this.#packed.values()) bytes += letters.length + 9;
    const shards = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / SHARD_BYTES)));
    const files = Map.groupBy(this.#packed.keys(), (gram) => shardOf(gram, shards));
    const folder = join(site, 'search/text');
    await mkdir(folder, { recursive: true });
    for (let number = 0; number < shards; number += 1) {
      const lines = (files.get(number) ?? []).map((gram) => gramKey(gram) + (this.#packed.get(gram)?.letters ?? ''));
      await writeFile(join(folder, `${number}.txt`), lines.sort().join('\n'));
    }
    return shards;
  }
}

/** @returns where it stands below the site */
export async function writePageDirectory(site: string, directory: PageDirectory): Promise<string> {
  const path = 'search/pages.json';
  await writeFile(join(site, path), JSON.stringify(directory));
  return path;
}
