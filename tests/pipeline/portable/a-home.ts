import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatKey } from '#core/evidence/signed-note.ts';
import { makeKey, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import type { Home } from '#pipeline/portable/layout.ts';
import { LIST, listText, NOTE, noteText, TOP } from '#pipeline/portable/package-note.ts';
import { writeZip, type ZipInput } from '#pipeline/portable/write-zip.ts';
import { sha256 } from '#pipeline/release/site-files.ts';

/** A key that costs nothing to open. */
export function aSigner(name = 'release.example.org'): Signer {
  return signerOf(makeKey(name, '口令', '2026-11-30', 16), '口令');
}

export const office = '办公室写的';

/** An installed edition of one version, with an office's content beside it. */
export async function aHome(current: string, signer: Signer): Promise<Home> {
  const folder = join(await mkdtemp(join(tmpdir(), 'jiangbang-home-')), '匠 榜');
  for (const [path, text] of Object.entries({
    'version.txt': `app-${current}\n`,
    [`app-${current}/release-key`]: `${formatKey(signer.key)}\n`,
    [`app-${current}/scripts/check.ts`]: `// ${current}\n`,
    'content/site.json': office,
  })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, current, previous: undefined };
}

export interface Bent {
  signer?: Signer | undefined;
  platform?: string;
  /** Files of the version beside those that a package has: path → text; `undefined` leaves one out. */
  files?: Record<string, string | undefined>;
  /** Files of the ZIP that the list does not name, by their whole name. */
  unlisted?: Record<string, string>;
  /** Changes the note after it was signed. */
  note?: (text: string) => string;
  list?: (text: string) => string;
}

const file = (name: string, text: string): ZipInput => ({
  ...{ name, mode: name.endsWith('/node') ? 0o755 : 0o644 },
  read: () => Promise.resolve(new TextEncoder().encode(text)),
});

/** A package as the release makes it, but for what a test bends. */
export async function aPackage(version: string, signer: Signer | undefined, bent: Bent = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-package-'));
  const own: Record<string, string | undefined> = {
    'node/node': `#!/bin/sh\n# ${version}\nexit 0\n`,
    'scripts/check.ts': `// ${version}\n`,
    'docs/手册/导入.md': '手册\n',
    ...bent.files,
  };
  const said = Object.entries(own).flatMap(([path, text]) =>
    text === undefined ? [] : [[`app-${version}/${path}`, text] as const],
  );
  const all = [...said, ['version.txt', `app-${version}\n`] as const];
  const list = listText(new Map(all.map(([path, text]) => [path, sha256(text)])));
  const platform = (bent.platform ?? 'linux-x64') as 'linux-x64';
  const note = noteText({ version, platform, list: sha256(list) }, signer);
  const zip = join(folder, `jiangbang-${version}.zip`);
  await writeZip(zip, [
    file(`${TOP}app-${version}/${NOTE}`, bent.note?.(note) ?? note),
    file(`${TOP}app-${version}/${LIST}`, bent.list?.(list) ?? list),
    ...all.map(([path, text]) => file(TOP + path, text)),
    ...Object.entries(bent.unlisted ?? {}).map(([name, text]) => file(name, text)),
  ]);
  return zip;
}
