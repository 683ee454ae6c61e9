import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPeopleIndex } from '#core/search/people-index.ts';
import { simplified } from '#core/search/traditional.ts';
import { there } from '#tests/there.ts';
import type { Corpus } from './corpus.ts';

/** What stands on the pages of a corpus: the profile with its facts, or a planted text. */
export function pagesIn({ rounds, people, planted }: Corpus): { address: string; title: string; text: string }[] {
  return [
    ...people.map(({ id, name, employer, trade, district, round, text }) => ({
      address: `people/${id}/`,
      title: `${name} · ${there(rounds[round]).programme}${there(rounds[round]).edition}`,
      text: `${name}\n${employer}\n${district}\n${trade}\n${text}`,
    })),
    ...planted,
  ];
}

/** Lays a corpus out as a built site: the search page as it was built, the pages of the corpus in the sample's frame. */
export async function layOut(corpus: Corpus, built: string, site: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, 'search/people'), { recursive: true });
  // A site of this size has its names on pages of their own.
  const page = await readFile(join(built, 'search/index.html'), 'utf8');
  await writeFile(
    join(site, 'search/index.html'),
    page.replace(/(<\/ul>\s*)(?:<section>[\s\S]*?<\/section>\s*)+(?=<\/section>)/, '$1'),
  );
  const byRound = corpus.rounds.map((round, at) => ({
    round,
    people: corpus.people.filter((person) => person.round === at),
  }));
  const { directory, shards, ids } = buildPeopleIndex(byRound, simplified);
  await writeFile(join(site, 'search/people.json'), JSON.stringify(directory));
  for (const [name, shard] of shards) await writeFile(join(site, `search/people/${name}.json`), JSON.stringify(shard));
  for (const [name, list] of ids) await writeFile(join(site, `search/people/${name}-ids.json`), JSON.stringify(list));
  const [one] = await readdir(join(built, 'people'));
  const frame = await readFile(join(built, 'people', there(one), 'index.html'), 'utf8');
  for (const { address, title, text } of pagesIn(corpus)) {
    await mkdir(join(site, address), { recursive: true });
    await writeFile(join(site, address, 'index.html'), html(frame, title, text));
  }
}

/** As heavy as a profile: the frame of one of the sample's, with another title and text. */
function html(frame: string, title: string, text: string): string {
  const escaped = (part: string): string => part.replace(/[&<]/g, (one) => (one === '&' ? '&amp;' : '&lt;'));
  const lines = text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
  return frame
    .replace(/<title>[\s\S]*?<\/title>/, () => `<title>${escaped(title)} · 匠榜</title>`)
    .replace(/<main[\s\S]*<\/main>/, () => `<main id="main" data-pagefind-body>${lines.join('')}</main>`);
}
