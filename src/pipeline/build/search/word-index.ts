import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Pagefind from 'pagefind';
import type { SearchRound } from '#core/search/people-index.ts';
import type { SearchDocument } from './documents.ts';

/** The portable edition does without it, for its program alone is a third of the whole: what is typed is found as it stands. */
export function hasWordIndex(): boolean {
  try {
    createRequire(import.meta.url).resolve('pagefind/package.json');
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}

/**
 * One Pagefind index of the documents of a year: its memory follows the year and not the archive, and a browser fetches the years it is
 * asked for. The process behind it is stopped each time, since it keeps what it took; it does not write the files itself, for it answers
 * before they are written to the end (issue 1271 of Pagefind).
 * @returns the files below the site
 */
export async function writeWordIndex(
  site: string,
  folder: string,
  documents: readonly SearchDocument[],
  rounds: readonly SearchRound[],
): Promise<string[]> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  for (const { address, title, text, round, district, trade } of documents) {
    const of = round === undefined ? undefined : rounds[round];
    const added = await index.addCustomRecord({
      url: `/${address}`,
      content: text,
      language: 'zh-CN',
      meta: { title },
      filters: {
        ...(of && { programme: [of.programme], state: [of.state] }),
        ...(district !== '' && { district: [district] }),
        ...(trade !== '' && { trade: [trade] }),
      },
    });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
  await pagefind.close();
  const files = namedInLetters(made.files.filter((file) => isAsked(file.path)));
  for (const { path, content } of files) {
    const file = join(site, folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return files.map(({ path }) => `${folder}/${path}`);
}

/** The search page brings its own interface and asks without a worker; Pagefind's would be 0.4 MB that nobody loads. */
function isAsked(path: string): boolean {
  return !/-ui\.|-highlight\.|-worker\./.test(path);
}

/**
 * Pagefind names the file of what it knows by thirteen hexadecimal digits, too few to be told from a telephone number among letters:
 * one build in some hundreds would be refused by the gate. Every digit becomes a letter behind f.
 */
function namedInLetters(files: readonly Pagefind.IndexFile[]): Pagefind.IndexFile[] {
  const entry = files.find(({ path }) => path === ENTRY);
  if (!entry) throw new Error(`Pagefind made no ${ENTRY}`);
  const { languages, ...rest } = JSON.parse(Buffer.from(entry.content).toString('utf8')) as Entry;
  const hashes = Object.values(languages).map(({ hash }) => hash);
  for (const language of Object.values(languages)) language.hash = inLetters(language.hash);
  const content = Buffer.from(JSON.stringify({ ...rest, languages }));
  return files.map((file) => {
    if (file === entry) return { path: ENTRY, content };
    const hash = hashes.find((one) => file.path === `pagefind.${one}.pf_meta`);
    return hash === undefined ? file : { ...file, path: `pagefind.${inLetters(hash)}.pf_meta` };
  });
}

const ENTRY = 'pagefind-entry.json';

interface Entry {
  languages: Record<string, { hash: string }>;
}

function inLetters(hash: string): string {
  return hash.replace(/[0-9]/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
