import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import {
  addressOf,
  answering,
  isLasting,
  type PublishedAddresses,
  publishedSchema,
} from '#core/records/published-addresses.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import type { Held } from '#pipeline/content/writing.ts';

export const PUBLISHED = 'published.json';

/** An address once published answers for ever: each must be a file of the finished site. */
export async function missingAddresses(published: readonly string[], site: string): Promise<Finding[]> {
  const here = new Set((await filesOf(site)).map(addressOf));
  return published
    .flatMap(answering)
    .filter((address) => !here.has(address))
    .map((address) => finding('address-gone', { file: PUBLISHED }, { address }));
}

/**
 * Adds what a site that was just published answers at; sorted, nothing is ever taken out. Hands back how many were new.
 * @param identity address of the site, written down the first time, and kept whatever its address becomes
 */
export async function recordAddresses(held: Held, site: string, identity: string): Promise<number> {
  const published = await readPublished(held.content);
  const known = published.addresses;
  const all = [...new Set([...known, ...(await lasting(site))])].sort();
  if (all.length > known.length || published.identity === undefined) {
    await writePublished(held, { ...published, addresses: all, identity: published.identity ?? identity });
  }
  return all.length - known.length;
}

export async function writePublished(held: Held, published: PublishedAddresses): Promise<void> {
  await changeFiles(held, new Map([[PUBLISHED, `${JSON.stringify(published, null, 1)}\n`]]), PUBLISHED);
}

/** What was ever published; nothing before the first time. */
export async function readPublished(content: string): Promise<PublishedAddresses> {
  const file = join(content, PUBLISHED);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"addresses":[]}';
    throw error;
  });
  try {
    return publishedSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('published-unreadable', `读不出 ${file}，没有改动它。请从备份恢复这个文件。`);
  }
}

async function lasting(site: string): Promise<string[]> {
  return (await filesOf(site)).filter(isLasting).map(addressOf);
}

async function filesOf(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
