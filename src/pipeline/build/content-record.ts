import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { settled } from '#pipeline/content/settled.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { PUBLISHED } from './published-addresses.ts';

/** Which content a site was built from: a digest, so that times of files, which a copy or a checkout changes, prove nothing. */
export const CONTENT_RECORD = 'evidence/content.txt';

export function contentDigest(content: string): Promise<string> {
  return settled(content, () => digestOf(content));
}

async function digestOf(content: string): Promise<string> {
  const lines: string[] = [];
  for (const { path, kind } of (await readTree(content)) ?? []) {
    // The list of addresses grows by publishing itself.
    if (kind === 'file' && path !== PUBLISHED) lines.push(`${sha256(await readFile(join(content, path)))}  ${path}\n`);
  }
  return sha256(lines.sort().join(''));
}

export async function recordContent(content: string, site: string): Promise<void> {
  const file = join(site, CONTENT_RECORD);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${await contentDigest(content)}\n`);
}

/** Refuses a site that was built from other content than lies there now. */
export async function refuseOutdated(site: string, content: string): Promise<void> {
  const recorded = (await readFile(join(site, CONTENT_RECORD), 'utf8').catch(() => '')).trim();
  if (recorded === '') {
    throw new Refusal(
      'site-missing',
      `${site} 不是一份完整的成品，或者是旧版本生成的。请先运行 npm run build。网站保持原样。`,
    );
  }
  if (recorded !== (await contentDigest(content))) {
    throw new Refusal(
      'site-outdated',
      `${site} 生成以后 ${content} 又改动过，成品已经过时。请重新运行 npm run build。网站保持原样。`,
    );
  }
}
