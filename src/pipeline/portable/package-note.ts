import { utf8 } from '#core/evidence/bytes.ts';
import { isNoteSignedBy, parseNote, signatureLine, type VerifierKey } from '#core/evidence/signed-note.ts';
import { appFolder, type Platform, PLATFORMS, versionOf } from './layout.ts';

/** Everything in a package lies below this folder. */
export const TOP = '匠榜/';
/** Says what a package is, and is signed (C2SP signed note); inside the version's folder, as the list is. */
export const NOTE = 'package-note';
/** Digest and path below `TOP` of every other file of the package. */
export const LIST = 'package.sha256';

export interface PackageNote {
  version: string;
  platform: Platform;
  /** SHA-256 of the list. */
  list: string;
}

/** Somebody who can sign: the key file of `npm run keys`. */
interface Signer {
  key: VerifierKey;
  sign(message: Uint8Array): Uint8Array;
}

export function noteText({ version, platform, list }: PackageNote, signer: Signer | undefined): string {
  const text = `jiangbang-package\n${appFolder(version)}\n${platform}\n${list}\n`;
  return signer ? `${text}\n${signatureLine(signer.key, signer.sign(utf8(text)))}` : text;
}

/** @returns what the note says and whether this key signed it; `undefined` for a text that is no such note */
export function readNote(
  text: string,
  key: VerifierKey,
): (PackageNote & { signed: 'by the key' | 'by another' | 'by nobody' }) | undefined {
  const note = parseNote(text);
  const [kind, folder = '', platform = '', list = '', ...rest] = note?.text.split('\n') ?? [];
  const version = versionOf(folder);
  const known = PLATFORMS.find((one) => one === platform);
  if (!note || kind !== 'jiangbang-package' || version === undefined || !known || rest.join('') !== '')
    return undefined;
  if (!/^[0-9a-f]{64}$/.test(list)) return undefined;
  const signed = note.signatures.length === 0 ? 'by nobody' : isNoteSignedBy(note, key) ? 'by the key' : 'by another';
  return { version, platform: known, list, signed };
}

/** The paths of a program may be Chinese, unlike those of a site: the handbook's are. */
export function listText(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');
}

/** Path → digest; `undefined` where a line is none or a path stands twice or out of order. */
export function readList(text: string): Map<string, string> | undefined {
  const files = new Map<string, string>();
  let before = '';
  if (!text.endsWith('\n')) return undefined;
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (digest === undefined || path === undefined || path <= before) return undefined;
    files.set(path, digest);
    before = path;
  }
  return files;
}
