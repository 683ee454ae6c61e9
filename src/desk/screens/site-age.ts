import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '#desk/frame/desk.ts';
import { siteFolder } from '#desk/frame/site-folder.ts';
import { CONTENT_RECORD, contentDigest } from '#pipeline/build/content-record.ts';

/** What is to be said when the site that was built last is not of the content that lies there now; `undefined` where it is. */
export async function siteAge(desk: Pick<Desk, 'content' | 'remembered'>): Promise<string | undefined> {
  const built = (await readFile(join(siteFolder(desk), CONTENT_RECORD), 'utf8').catch(() => '')).trim();
  if (built === '') return '还没有生成过网站。';
  return built === (await desk.remembered('digest', () => contentDigest(desk.content)))
    ? undefined
    : '网站比内容旧：上次生成以后，内容又改动过。';
}
