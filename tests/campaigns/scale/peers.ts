import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';
import { findProgram } from '#tests/system-program.ts';
import { type Cost, costOfRunning } from './cost.ts';
import type { Frame, PeerPage } from './peer-pages.ts';

type Figures = Pick<Cost, 'seconds' | 'megabytes'>;

export interface Peer {
  name: string;
  /** Of making the pages, and of indexing them with Pagefind. */
  pages?: Figures;
  search?: Figures;
  files?: number;
  /** Why it was not run. */
  skipped?: string;
}

type Make = (
  folder: string,
  pages: readonly PeerPage[],
  frame: Frame,
) => Promise<{ run: [string, string[]]; out: string }>;

/** The same pages by other makers of static sites, each followed by Pagefind as its manual has it. */
export async function peers(folder: string, pages: readonly PeerPage[], frame: Frame): Promise<Peer[]> {
  const found: Peer[] = [];
  for (const [name, make] of Object.entries(MAKERS)) {
    const own = join(folder, name);
    await mkdir(own, { recursive: true });
    found.push(await onePeer(name, own, () => make(own, pages, frame)));
  }
  return found;
}

async function onePeer(name: string, folder: string, make: () => ReturnType<Make>): Promise<Peer> {
  try {
    const { run, out } = await make();
    const made = await costOfRunning(...run, folder);
    const pagefind = join(ROOT, 'node_modules/pagefind/lib/runner/bin.cjs');
    const search = await costOfRunning('node', [pagefind, '--site', out], folder);
    const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;
    return { name, pages: figuresOf(made), search: figuresOf(search), files };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return { name, skipped: told.trim().split('\n').slice(0, 3).join(' ') };
  }
}

function figuresOf({ seconds, megabytes }: Cost): Figures {
  return { seconds, megabytes };
}

const MAKERS: Record<string, Make> = { hugo, eleventy, astro };

async function hugo(folder: string, pages: readonly PeerPage[], { before, after }: Frame): ReturnType<Make> {
  if (findProgram('hugo') === undefined) throw new Error('hugo is not installed; on Debian: apt-get install hugo');
  await put(
    folder,
    'config.json',
    JSON.stringify({
      baseURL: 'https://example.org/',
      title: '榜',
      disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'section', 'home'],
      ignoreErrors: ['error-disable-taxonomy'],
    }),
  );
  await put(folder, 'before.html', before);
  await put(folder, 'after.html', after);
  await put(
    folder,
    'layouts/_default/single.html',
    '{{ readFile "before.html" | safeHTML }}<h1>{{ .Title }}</h1><dl>{{ range .Params.facts }}<dt>{{ .label }}</dt><dd>{{ .text }}</dd>{{ end }}</dl>{{ .Content }}{{ readFile "after.html" | safeHTML }}',
  );
  for (const { slug, markdown, ...front } of pages) {
    await put(folder, `content/${slug}.md`, `${JSON.stringify(front, null, 1)}\n\n${markdown}`);
  }
  return { run: ['hugo', ['--quiet']], out: join(folder, 'public') };
}

/** No dependency of the product: fetched for the campaign alone. */
async function eleventy(folder: string, pages: readonly PeerPage[], frame: Frame): ReturnType<Make> {
  await put(folder, 'package.json', JSON.stringify({ name: 'peer', private: true, type: 'module' }));
  await costOfRunning(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '@11ty/eleventy@3.1.8'],
    folder,
  );
  await put(
    folder,
    'src/_includes/page.11ty.js',
    `const frame = ${JSON.stringify(frame)};\nconst esc = (t) => t.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'));\nexport default ({ title, facts, content }) => frame.before + '<h1>' + esc(title) + '</h1><dl>' + facts.map(({ label, text }) => '<dt>' + label + '</dt><dd>' + esc(text) + '</dd>').join('') + '</dl>' + content + frame.after;\n`,
  );
  await put(
    folder,
    'eleventy.config.js',
    "export default () => ({ dir: { input: 'src', output: 'out' }, markdownTemplateEngine: false });\n",
  );
  for (const { slug, markdown, ...front } of pages) {
    await put(
      folder,
      `src/${slug}.md`,
      `---json\n${JSON.stringify({ layout: 'page.11ty.js', ...front })}\n---\n\n${markdown}`,
    );
  }
  return { run: ['node', ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']], out: join(folder, 'out') };
}

async function astro(folder: string, pages: readonly PeerPage[], { before, after }: Frame): ReturnType<Make> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await put(folder, 'package.json', JSON.stringify({ name: 'peer', private: true, type: 'module' }));
  await put(folder, 'astro.config.mjs', 'export default {};\n');
  await put(folder, 'src/frame.json', JSON.stringify({ before, after }));
  await put(
    folder,
    'src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { pages: defineCollection({ loader: glob({ pattern: '**/*.md', base: './pages' }) }) };\n",
  );
  await put(
    folder,
    'src/pages/[...slug].astro',
    "---\nimport { getCollection, render } from 'astro:content';\nimport frame from '../frame.json';\nexport const getStaticPaths = async () => (await getCollection('pages')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n<Fragment set:html={frame.before} /><h1>{entry.data.title}</h1><dl>{entry.data.facts.map(({ label, text }) => <><dt>{label}</dt><dd>{text}</dd></>)}</dl><Content /><Fragment set:html={frame.after} />\n",
  );
  for (const { slug, markdown, ...front } of pages) {
    await put(folder, `pages/${slug}.md`, `---\n${JSON.stringify(front)}\n---\n\n${markdown}`);
  }
  return { run: ['node', ['node_modules/astro/bin/astro.mjs', 'build']], out: join(folder, 'dist') };
}

async function put(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
