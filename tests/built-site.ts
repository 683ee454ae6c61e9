import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import { ROOT } from '#pipeline/commands/root.ts';

/**
 * The repository's own content, built. The test runner builds it once and names the folder in JIANGBANG_BUILT;
 * a test file run alone builds it for itself. Nobody changes it.
 */
export async function builtSite(): Promise<string> {
  const ready = process.env['JIANGBANG_BUILT'];
  return ready ?? buildInto({});
}

interface Build {
  content?: string;
  now?: string;
  base?: string;
}

/**
 * A content folder, built with the build command, as an office would, in a fresh temporary folder that belongs to the caller. In one run
 * of the tests the same content with the same flags is built once, and whoever asks again gets a copy.
 */
export async function buildInto(given: Build): Promise<string> {
  const out = join(await mkdtemp(join(tmpdir(), 'jiangbang-built-')), 'dist');
  const shared = process.env['JIANGBANG_BUILDS'];
  if (shared === undefined) await build(given, out);
  else await cp(await sharedBuild(given, shared), out, { recursive: true });
  return out;
}

/** A build that shares nothing. */
export async function build(given: Build, out: string): Promise<void> {
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value as string]);
  await promisify(execFile)('node', [join(ROOT, 'scripts/build.ts'), '--out', out, ...flags], { cwd: ROOT });
}

/** Who comes first builds, the others wait; a build that fails, fails for all of them. */
async function sharedBuild(given: Build, folder: string): Promise<string> {
  const place = join(folder, await digestOf(given));
  const [site, failed] = [join(place, 'dist'), join(place, 'failed')];
  await mkdir(folder, { recursive: true });
  const first = await mkdir(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (first) {
    // The build lays its whole output in place at once: where `dist` stands, it is complete.
    await build(given, site).catch(async (error: unknown) => {
      await writeFile(failed, String(error));
      throw error;
    });
  }
  while (!existsSync(site)) {
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
    await setTimeout(200);
  }
  return site;
}

/** Of every file of the content, by name and bytes, and of the flags. The program is the same throughout a run. */
async function digestOf({ content, now, base }: Build): Promise<string> {
  const root = content ?? join(ROOT, 'content');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const digest = createHash('sha256').update(JSON.stringify([now, base]));
  for (const file of files.sort()) {
    const bytes = await readFile(file);
    digest.update(JSON.stringify([relative(root, file), bytes.length])).update(bytes);
  }
  return digest.digest('hex').slice(0, 32);
}

type HtmlNode = DefaultTreeAdapterMap['node'];

/** The words a page shows, in order, with single spaces; scripts and styles left out. */
export async function visibleText(site: string, address: string): Promise<string> {
  const html = await readFile(join(site, address, 'index.html'), 'utf8');
  const collect = (node: HtmlNode): string => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value;
    if (!('childNodes' in node)) return '';
    if (defaultTreeAdapter.isElementNode(node) && ['script', 'style', 'head', 'template'].includes(node.tagName))
      return '';
    return node.childNodes.map(collect).join('');
  };
  return collect(parse(html)).replace(/\s+/g, ' ');
}
