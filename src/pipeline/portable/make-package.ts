import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatKey } from '#core/evidence/signed-note.ts';
import type { Signer } from '#pipeline/evidence/key-file.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { LAUNCHERS } from './launchers.ts';
import { appFolder, isProgram, KEY_FILE, type Platform, VERSION_FILE, versionsText } from './layout.ts';
import { LIST, listText, NOTE, noteText, TOP } from './package-note.ts';
import { isPacked, isProduct } from './pruned.ts';
import { writeZip, type ZipInput } from './write-zip.ts';

export interface PackageSource {
  version: string;
  platform: Platform;
  /** The repository. */
  root: string;
  /** Its files under version control, with `/`. */
  tracked: readonly string[];
  /** `node_modules` as installed from the lock for that platform, without what is for development. */
  packages: string;
  /** The terms of Node, which its package for Windows does not bring. */
  nodeTerms: string;
  /** Who signs; absent: an edition that cannot be updated by itself. */
  signer: Signer | undefined;
}

/** What an unpacked path has at most, so that with a folder of 100 signs in front Explorer can still unpack it (260). */
const LONGEST_PATH = 150;

/** Every file of the portable edition but those that speak of the whole. The order is that of the names, so that the bytes are the same. */
export async function packageFiles(source: PackageSource): Promise<ZipInput[]> {
  const { root, tracked, packages, platform, version } = source;
  const app = `${TOP}${appFolder(version)}/`;
  const node = platform.startsWith('win') ? 'node.exe' : 'node';
  const at = (name: string, file: string, mode = 0o644): ZipInput => ({ name, mode, read: () => readFile(file) });
  const said = (name: string, bytes: Uint8Array | string, mode = 0o644): ZipInput => ({
    ...{ name, mode },
    read: () => Promise.resolve(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes),
  });
  const modules = (await filesBelow(packages)).filter(isPacked);
  const inputs = [
    ...[...LAUNCHERS].map(([name, bytes]) => said(`${TOP}${name}`, bytes, name.endsWith('.sh') ? 0o755 : 0o644)),
    said(`${TOP}${VERSION_FILE}`, versionsText(version, undefined)),
    ...tracked.filter(isProduct).map((path) => at(`${app}${path}`, join(root, path))),
    ...modules.map((path) => {
      const name = `node_modules/${path}`;
      return at(app + name, join(packages, path), isProgram(name) ? 0o755 : 0o644);
    }),
    at(`${app}node/${node}`, join(packages, `node-${platform}/bin/${node}`), 0o755),
    at(`${app}node/LICENSE`, source.nodeTerms),
    ...(source.signer ? [said(`${app}${KEY_FILE}`, `${formatKey(source.signer.key)}\n`)] : []),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const long = inputs.filter(({ name }) => name.length > LONGEST_PATH);
  if (long.length > 0) throw new RangeError(`too long for Windows: ${long.map(({ name }) => name).join(', ')}`);
  return inputs;
}

interface MadePackage {
  bytes: number;
  files: number;
  digest: string;
}

/** Writes the package of one platform: what it holds, the list of it, and the note over the list. */
export async function makePackage(source: PackageSource, file: string): Promise<MadePackage> {
  const inputs = await packageFiles(source);
  const digests = new Map<string, string>();
  for (const { name, read } of inputs) digests.set(name.slice(TOP.length), sha256(await read()));
  const list = listText(digests);
  const { version, platform, signer } = source;
  const note = noteText({ version, platform, list: sha256(list) }, signer);
  const own = (name: string, text: string): ZipInput => ({
    ...{ name: `${TOP}${appFolder(version)}/${name}`, mode: 0o644 },
    read: () => Promise.resolve(new TextEncoder().encode(text)),
  });
  const bytes = await writeZip(file, [own(NOTE, note), own(LIST, list), ...inputs]);
  return { bytes, files: inputs.length + 2, digest: sha256(await readFile(file)) };
}

/** Links, such as the shortcuts of `.bin`, are none of it. */
async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  await walk('');
  return found;
}
