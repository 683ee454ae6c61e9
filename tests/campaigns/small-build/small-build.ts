import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Chance, chanceFrom } from '../random.ts';
import { aWorkshop, built, coldlyBuilt, differing, type Place } from './builds.ts';
import { EDITS } from './edits.ts';

export interface SmallBuilds {
  edits: number;
  builds: number;
  /** How many of them made a site; the others were refused, for the same reasons. */
  sites: number;
  /** What a small build made otherwise than a cold one, with the edits before it. */
  faults: string[];
}

/** Edits the small content at random; after every few the small build must equal the cold one byte for byte outside Pagefind. */
export async function smallBuilds(edits: number, seed: number, each = 1): Promise<SmallBuilds> {
  const place = await aWorkshop();
  const chance = chanceFrom(seed);
  const faults: string[] = [];
  const done: string[] = [];
  let [builds, sites] = [0, 0];
  try {
    for (let count = 0; count < edits;) {
      for (const end = Math.min(edits, count + each); count < end; count += 1)
        done.push(await chance.pick(EDITS)(place, chance));
      const small = await built(place, join(place.folder, 'small'), place.cache);
      const files = differing(small, await coldlyBuilt(place));
      builds += 1;
      if (small.files.size > 0) sites += 1;
      if (files.length > 0) faults.push(`${done.slice(-each - 3).join(', ')}: ${files.slice(0, 5).join(' ')}`);
    }
    return { edits, builds, sites, faults };
  } finally {
    await rm(place.folder, { recursive: true, force: true });
  }
}

export interface Forgeries {
  entries: number;
  builds: number;
  /** Files in which a forged or spoiled entry reached the site. */
  reached: string[];
}

/** Spoils entries of the memory, as many before each build as are asked for; not one may be in the site. */
export async function forgedMemory(entries: number, seed: number, each = 1): Promise<Forgeries> {
  const place = await aWorkshop();
  const chance = chanceFrom(seed);
  const reached: string[] = [];
  let builds = 0;
  try {
    const right = await coldlyBuilt(place);
    await built(place, join(place.folder, 'small'), place.cache);
    for (let count = 0; count < entries;) {
      const told: string[] = [];
      for (const end = Math.min(entries, count + each); count < end; count += 1) told.push(await spoil(place, chance));
      const files = differing(await built(place, join(place.folder, 'small'), place.cache), right);
      builds += 1;
      if (files.length > 0) reached.push(`${told.join(', ')}: ${files.slice(0, 5).join(' ')}`);
    }
    return { entries, builds, reached };
  } finally {
    await rm(place.folder, { recursive: true, force: true });
  }
}

/** One entry changed in a byte, cut short, emptied, replaced by another, put under another name, or written by somebody else. */
async function spoil({ cache }: Place, chance: Chance): Promise<string> {
  const files = (await readdir(join(cache, 'memory'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) return 'nothing left';
  // A third of them the records, of which there are few.
  const records = files.filter((file) => file.endsWith('.sealed'));
  const file = chance.pick(records.length > 0 && chance.below(3) === 0 ? records : files);
  const bytes = await readFile(file);
  const way = chance.pick(['byte', 'short', 'empty', 'other', 'swap', 'words'] as const);
  // What the site and the memory share is parted first: a forger writes into the folder of the memory.
  const put = async (forged: Uint8Array): Promise<void> => {
    await writeFile(`${file}.forged`, forged);
    await rename(`${file}.forged`, file);
  };
  switch (way) {
    case 'byte': {
      const forged = Buffer.from(bytes);
      const at = chance.below(Math.max(1, forged.length));
      forged[at] = (forged[at] ?? 0) ^ (1 + chance.below(255));
      await put(forged);
      break;
    }
    case 'short':
      await put(bytes.subarray(0, chance.below(Math.max(1, bytes.length))));
      break;
    case 'empty':
      await put(new Uint8Array());
      break;
    case 'other':
      await put(await readFile(chance.pick(files)));
      break;
    case 'swap': {
      const other = chance.pick(files);
      const theirs = await readFile(other);
      await put(theirs);
      await writeFile(`${other}.forged`, bytes);
      await rename(`${other}.forged`, other);
      break;
    }
    case 'words':
      await put(Buffer.from(bytes.toString('latin1').replaceAll('people', 'peoqle').replace(/[0-9]/g, '7'), 'latin1'));
  }
  return `${way} ${file.slice(cache.length + 1)}`;
}
