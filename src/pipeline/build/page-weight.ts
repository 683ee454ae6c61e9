import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readPage } from './built-page.ts';

export interface PageWeight {
  /** The page as one brotli-compressed response, in bytes, at the quality servers use for static files. */
  brotliBytes: number;
  /** Of it the styles and the scripts, each compressed alone. */
  styleBytes: number;
  scriptBytes: number;
  /** Further requests the page needs to be complete; photos, pictures and film aside, and the icon, which is fetched for the tab alone. */
  requests: string[];
}

export async function pageWeight(site: string, address: string): Promise<PageWeight> {
  const html = await readFile(join(site, address, 'index.html'), 'utf8');
  const parts = (tag: string): string =>
    [...html.matchAll(new RegExp(`<${tag}([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))]
      // Data for a script is no script; it counts in the whole.
      .filter(([, attributes = '']) => !/type="application\/(?:ld\+)?json"/.test(attributes))
      .map(([, , text]) => text)
      .join('\n');
  const { resources } = readPage(address, html);
  return {
    brotliBytes: compressed(html),
    styleBytes: compressed(parts('style')),
    scriptBytes: compressed(parts('script')),
    requests: resources.filter(
      (target) => !target.startsWith('data:') && !/(?:^|\/)(?:(?:photos|media)\/|icon\.svg$)/.test(target),
    ),
  };
}

function compressed(text: string): number {
  return text === '' ? 0 : brotliCompressSync(text).byteLength;
}
