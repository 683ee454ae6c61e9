import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';
import type { Answer } from './answer.ts';

/** The desk looks like the site: one file of colours and sizes for both. */
const FILES: Readonly<Record<string, readonly [type: string, ...files: string[]]>> = {
  '/desk.css': [
    'text/css; charset=utf-8',
    'src/styles/tokens.css',
    'src/desk/assets/desk.css',
    'src/desk/assets/desk-forms.css',
    'src/desk/assets/desk-screens.css',
  ],
  '/desk.js': ['text/javascript; charset=utf-8', 'src/desk/assets/desk.js'],
  '/desk.svg': ['image/svg+xml; charset=utf-8', 'src/desk/assets/desk.svg'],
};

export async function assetAt(path: string): Promise<Answer | undefined> {
  const found = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (found === undefined) return undefined;
  const [type, ...files] = found;
  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')));
  return { status: 200, type, body: texts.join('\n') };
}
