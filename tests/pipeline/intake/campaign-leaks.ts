import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Planted } from './campaign-spots.ts';
import { squeeze } from './campaign-values.ts';

/** Something private came out; the value itself is not repeated, the seed brings it back. */
export interface Leak {
  spot: string;
  kind: string;
  where: string;
}

/** Everything below a folder, names and bytes. */
export async function filesBelow(directory: string, below = ''): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(join(directory, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    const about = await lstat(join(directory, path));
    if (about.isDirectory()) for (const [inner, bytes] of await filesBelow(directory, path)) files.set(inner, bytes);
    else files.set(path, about.isFile() ? await readFile(join(directory, path)) : new Uint8Array());
  }
  return files;
}

/** Looks for every piece of every planted value in names and contents, inside archives and inside `data:` addresses too. */
export function leaksIn(outputs: ReadonlyMap<string, Uint8Array>, planted: readonly Planted[]): Leak[] {
  const texts = [...outputs].map(([name, bytes]) => [name, squeeze([name, ...textsOf(bytes)].join('\n'))] as const);
  return planted.flatMap(({ spot, value }) =>
    texts
      .filter(([, text]) => value.needles.some((needle) => text.includes(needle)))
      .map(([where]) => ({ spot, kind: value.kind, where })),
  );
}

function textsOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
  }
  const text = buffer.toString('utf8');
  const plain = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const inside = [...text.matchAll(/data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)/g)].flatMap(([, code = '']) =>
    textsOf(Buffer.from(code, 'base64')),
  );
  return [plain, ...(isUtf8(buffer) ? [] : [new TextDecoder('gb18030').decode(buffer)]), ...inside];
}

function isUtf8(buffer: Buffer): boolean {
  return Buffer.from(buffer.toString('utf8')).equals(buffer);
}
