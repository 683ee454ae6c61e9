import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';
import { ROOT } from '#pipeline/build/build-command.ts';

/**
 * The repository's own content, built. The test runner builds it once and names the folder in JIANGBANG_BUILT;
 * a test file run alone builds it for itself.
 */
export async function builtSite(): Promise<string> {
  const ready = process.env['JIANGBANG_BUILT'];
  return ready ?? buildInto({});
}

/** Builds a content folder into a fresh temporary folder with the build command, as an office would. */
export async function buildInto(given: { content?: string; now?: string; base?: string }): Promise<string> {
  const out = join(await mkdtemp(join(tmpdir(), 'jiangbang-built-')), 'dist');
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  await promisify(execFile)('node', [join(ROOT, 'scripts/build.ts'), '--out', out, ...flags], { cwd: ROOT });
  return out;
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
