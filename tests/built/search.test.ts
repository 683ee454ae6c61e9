import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { PeopleIndex } from '#core/search/find-people.ts';
import { fold } from '#core/search/fold.ts';
import { documentsOf, inAll, shardOf, tellingGrams } from '#core/search/grams.ts';
import type { PageDirectory } from '#core/search/page-directory.ts';
import { type PeopleDirectory, type PeopleShard, simplifiedOf } from '#core/search/people-index.ts';
import { builtSite, visibleText } from '#tests/built-site.ts';
import { chanceFrom } from '#tests/campaigns/random.ts';
import { there } from '#tests/there.ts';
import { readSearchFiles } from './search-files.ts';

let site: string;
before(async () => {
  site = await builtSite();
});

const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(site, path), 'utf8')) as T;

async function people(): Promise<{ index: PeopleIndex; directory: PeopleDirectory; ids: string[] }> {
  const directory = await json<PeopleDirectory>('search/people.json');
  const index = new PeopleIndex(directory, simplifiedOf(directory));
  const ids: string[] = [];
  for (const { name } of directory.shards) {
    index.add(name, await json<PeopleShard>(`search/people/${name}.json`));
    ids.push(...(await json<string[]>(`search/people/${name}-ids.json`)));
  }
  return { index, directory, ids };
}

interface Language {
  hash: string;
  page_count: number;
}

async function pagefindEntries(): Promise<Language[]> {
  const years = await readdir(join(site, 'pagefind'));
  const entries = years.map((year) =>
    json<{ languages: Record<string, Language> }>(`pagefind/${year}/pagefind-entry.json`),
  );
  return (await Promise.all(entries)).flatMap(({ languages }) => Object.values(languages));
}

describe('the search files of the sample', () => {
  it('know everybody who stands, by the page of each', async () => {
    const { index, ids } = await people();
    // 20 + 10 + 25 of 26 (one gave up) + 20 + 50 + 10, as the results and the open notice name them.
    assert.equal(index.size, 135);
    for (const [number, id] of ids.entries()) {
      assert.ok((await visibleText(site, `people/${id}/`)).includes(there(index.at(number)).name), id);
    }
  });

  it('have no name by chance that may be taken for a number: seven digits in a row at the most', async () => {
    const names = (await readdir(join(site, 'pagefind'), { recursive: true })).map((path) => basename(path));
    assert.ok(names.filter((name) => /_[0-9a-f]{7}\.pf_fragment$/.test(name)).length > 100);
    assert.deepEqual(
      names.filter((name) => /[0-9]{8}/.test(name)),
      [],
    );
    for (const { hash } of await pagefindEntries()) assert.match(hash, /^zh-CN_[a-p]{13}$/);
  });

  it('have every file of Pagefind to its end, and a fragment for every page', async () => {
    const files = await readdir(join(site, 'pagefind'), { recursive: true });
    for (const path of files.filter((one) => /\.(?:pf_[a-z]+|pagefind)$/.test(one))) {
      const whole = gunzipSync(await readFile(join(site, 'pagefind', path)));
      assert.equal(whole.subarray(0, 12).toString(), 'pagefind_dcd', path);
    }
    const pages = (await pagefindEntries()).reduce((sum, { page_count: count }) => sum + count, 0);
    assert.equal(files.filter((one) => one.endsWith('.pf_fragment')).length, pages);
  });

  it('have nothing of a candidate who gave up, though the notice names him', async () => {
    const files = await readSearchFiles(site);
    assert.match(await visibleText(site, 'jiaozuo-craftsman/2018/notice/'), /韩晓宁/);
    assert.deepEqual(files.placesOf('韩晓宁'), []);
    assert.deepEqual(files.placesOf('皇甫静'), ['人选', '文字', '词']);
  });

  it('find every piece of 2 to 12 characters of the text of any page', async () => {
    const { directory, ids } = await people();
    const simple = simplifiedOf(directory);
    const { shards, pages } = await json<PageDirectory>('search/pages.json');
    const files = await Promise.all(
      Array.from({ length: shards }, (_, number) => readFile(join(site, `search/text/${number}.txt`), 'utf8')),
    );
    const addresses = [...ids.map((id) => `people/${id}/`), ...pages.map(({ address }) => address)];
    const chance = chanceFrom(20_261_127);
    for (let tries = 0; tries < 2000; tries += 1) {
      const number = chance.below(addresses.length);
      const html = await readFile(join(site, there(addresses[number]), 'index.html'), 'utf8');
      // Another reading of the page than the one the index was made by.
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      const paragraphs = [...main.matchAll(/<p>([^<>&]{20,})<\/p>/g)].map((match) => fold(match[1] ?? '', simple));
      if (paragraphs.length === 0) continue;
      const characters = [...chance.pick(paragraphs)];
      const at = chance.below(Math.max(1, characters.length - 12));
      const piece = characters.slice(at, at + 2 + chance.below(11)).join('');
      if (piece.includes('韩晓宁')) continue;
      const found = inAll(tellingGrams(piece).map((gram) => documentsOf(gram, there(files[shardOf(gram, shards)]))));
      assert.ok(found.includes(number), `${addresses[number]}: ${piece}`);
    }
  });
});
