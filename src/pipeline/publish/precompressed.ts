import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Manifest } from '#core/evidence/manifest.ts';
import type { Disk } from '#pipeline/content/disk.ts';

/** Types that a text is sent in; pictures are packed already. */
const TEXTS = /\.(?:html|css|js|json|xml|svg|ics|vcf|csv|txt|jsonl|sha256|wasm)$/;
/** Below this a packed answer is no smaller than its headers. */
const LEAST = 512;

const MADE: Readonly<Record<'br' | 'gz', (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** The release that is served, whose copies of what did not change are taken over. */
interface Before {
  folder: string;
  files: Manifest;
}

/**
 * Lays `notice/index.html.br` and `.gz` beside each text of a release, for servers that send them as they are (nginx `gzip_static`,
 * Caddy `precompressed`). They are none of its files: no list names them, and `verify` tells them from what was added.
 * @returns how many copies lie there
 */
export async function precompress(
  disk: Disk,
  release: string,
  { files, before, second }: { files: Manifest; before: Before | undefined; second: number },
): Promise<number> {
  let count = 0;
  for (const [path, digest] of files) {
    if (!TEXTS.test(path)) continue;
    let bytes: Uint8Array | undefined;
    for (const [ending, make] of Object.entries(MADE)) {
      const [to, old] = [join(release, `${path}.${ending}`), before && join(before.folder, `${path}.${ending}`)];
      if (old !== undefined && before?.files.get(path) === digest && (await disk.exists(old))) {
        await disk.hardLink(old, to);
      } else {
        bytes ??= await disk.read(join(release, path));
        if (bytes.length < LEAST) break;
        await disk.write(to, await make(bytes), second);
      }
      count += 1;
    }
  }
  return count;
}

/** Whether a release was laid ready like that. */
export function isPrecompressed(disk: Disk, release: string): Promise<boolean> {
  return disk.exists(join(release, 'index.html.br'));
}
