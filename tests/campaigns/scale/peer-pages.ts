import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import matter from 'gray-matter';
import { there } from '#tests/there.ts';

/** A page that the peers make too: a person's or a notice's, with the very words of the content. */
export interface PeerPage {
  /** `people/abcdefg`, `weihai-craftsman/2023/notice`. */
  slug: string;
  title: string;
  facts: { label: string; text: string }[];
  markdown: string;
}

/** What stands around the main part of the product's own pages: styles, head, masthead and foot. */
export interface Frame {
  before: string;
  after: string;
}

export async function peerPages(content: string): Promise<PeerPage[]> {
  const pages: PeerPage[] = [];
  for (const programme of await readdir(join(content, 'programmes'))) {
    for (const edition of await readdir(join(content, 'programmes', programme, 'rounds'))) {
      const folder = join(content, 'programmes', programme, 'rounds', edition);
      const names: string[] = [];
      for (const file of await readdir(join(folder, 'candidates'))) {
        const { data, content: markdown } = matter(await readFile(join(folder, 'candidates', file), 'utf8'));
        const texts = Object.entries(data).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
        const [name = ''] = texts.flatMap(([key, text]) => (key === 'name' ? [text] : []));
        names.push(`${name}，${texts.find(([key]) => key === 'employer')?.[1] ?? ''}`);
        const facts = texts.map(([label, text]) => ({ label, text }));
        pages.push({ slug: `people/${file.replace(/\.md$/, '')}`, title: name, facts, markdown });
      }
      const { data, content: words } = matter(await readFile(join(folder, 'notice.md'), 'utf8'));
      const list = names.map((one, index) => `${index + 1}. ${one}`).join('\n');
      const markdown = `${words}\n\n${list}\n`;
      pages.push({ slug: `${programme}/${edition}/notice`, title: String(data['title']), facts: [], markdown });
    }
  }
  return pages;
}

export async function frameOf(site: string): Promise<Frame> {
  const [person] = await readdir(join(site, 'people'));
  const html = await readFile(join(site, 'people', there(person), 'index.html'), 'utf8');
  const [, before = '', after = ''] = /^([\s\S]*?<main[^>]*>)[\s\S]*(<\/main>[\s\S]*)$/.exec(html) ?? [];
  return { before, after };
}
