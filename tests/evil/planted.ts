import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { Payload } from './payloads.ts';

/** Where every payload stands: the other programmes are left out, and with them three quarters of the time. */
const ATTACKED = 'weihai-chief-technician';

/** A copy of the sample content, of the attacked programme alone, with payloads planted in it. */
export async function plantedContent(payloads: readonly Payload[]): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), 'jiangbang-evil-')), 'content');
  // Not yet approved: an approval would stop any change at all, and hide whether the attack itself is stopped.
  await cp('content', content, {
    recursive: true,
    filter: (file) => {
      const [, folder, programme] = file.split(sep);
      return !file.endsWith('approval.json') && (folder !== 'programmes' || [undefined, ATTACKED].includes(programme));
    },
  });
  for (const payload of payloads) await plant(content, payload);
  return content;
}

/** Plants one payload and hands back how to remove it. */
export async function plant(content: string, { file, plant: change }: Payload): Promise<() => Promise<void>> {
  const path = join(content, file);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, change(before ?? ''));
  return async () => {
    if (before === undefined) await rm(path);
    else await writeFile(path, before);
  };
}
