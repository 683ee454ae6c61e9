import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchRound } from '#core/search/people-index.ts';
import type { SearchDocument } from './documents.ts';

/**
 * One Pagefind index of the documents of a year: its memory follows the year and not the archive, and a browser fetches the years it is
 * asked for. The process behind it is stopped each time, since it keeps what it took.
 */
export async function writeWordIndex(
  site: string,
  folder: string,
  documents: readonly SearchDocument[],
  rounds: readonly SearchRound[],
): Promise<void> {
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
  const output = join(site, folder);
  await index.writeFiles({ outputPath: output });
  await pagefind.close();
  // The search page brings its own interface and asks without a worker; Pagefind's would be 0.4 MB that nobody loads.
  for (const file of await readdir(output)) {
    if (/-ui\.|-highlight\.|-worker\./.test(file)) await rm(join(output, file));
  }
  await spellInLetters(output);
}

/**
 * Pagefind names the file of what it knows by thirteen hexadecimal digits, too few to be told from a telephone number among letters:
 * one build in some hundreds would be refused by the gate. Every digit becomes a letter behind f.
 */
async function spellInLetters(output: string): Promise<void> {
  const file = join(output, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(file, 'utf8')) as { languages: Record<string, { hash: string }> };
  for (const language of Object.values(entry.languages)) {
    const hash = language.hash.replace(/[0-9]/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
    await rename(join(output, `pagefind.${language.hash}.pf_meta`), join(output, `pagefind.${hash}.pf_meta`));
    language.hash = hash;
  }
  await writeFile(file, JSON.stringify(entry));
}
