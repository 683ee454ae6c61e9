import { stat } from 'node:fs/promises';
import { parseKey, type VerifierKey } from '#core/evidence/signed-note.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { sourceOfFile } from '#pipeline/intake/envelope/byte-source.ts';
import { zipDirectory, type ZipEntry, ZipFault, type ZipSource } from '#pipeline/intake/envelope/zip-directory.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { appFolder, type Platform } from './layout.ts';
import { LIST, NOTE, type PackageNote, readList, readNote, TOP } from './package-note.ts';

/** A package whose signature, names and sizes hold; the bytes of each file are judged when they are read. */
export interface SignedPackage extends PackageNote {
  /** Of its version's folder. */
  files: { path: string; read: () => Promise<Uint8Array> }[];
}

const MOST_ENTRIES = 20_000;
const MEGABYTE = 1024 * 1024;
const MOST_FILE = 256 * MEGABYTE;
const MOST_UNPACKED = 1200 * MEGABYTE;
/** The list of a package is about a megabyte. */
const MOST_LIST = 8 * MEGABYTE;
const UNTOUCHED = '现在的版本保持原样。';

/**
 * Opens a package of the portable edition that a key signed. Before the signature is known to hold, nothing but the note and the list is
 * unpacked, and nothing is ever written here.
 */
export async function readPackage(file: string, key: VerifierKey, platform: Platform): Promise<SignedPackage> {
  const entries = await entriesOf(file);
  const folder = /^匠榜\/(app-[^/]+)\/package-note$/u.exec(
    [...entries.keys()].find((name) => name.endsWith(`/${NOTE}`) && name.split('/').length === 3) ?? '',
  )?.[1];
  const noteEntry = folder === undefined ? undefined : entries.get(`${TOP}${folder}/${NOTE}`);
  if (folder === undefined || !noteEntry) {
    throw new Refusal(
      'update-unreadable',
      `${file} 不是匠榜便携版的压缩包。请用发布方给出的 .zip，不要解开再压。${UNTOUCHED}`,
    );
  }
  const note = readNote(await textOf(noteEntry, file, 64 * 1024), key);
  if (!note || appFolder(note.version) !== folder) throw damaged(file, NOTE);
  if (note.signed === 'by nobody') {
    throw new Refusal('update-unsigned', `${file} 没有签名，不知道是谁做的。请向发布方要有签名的压缩包。${UNTOUCHED}`);
  }
  if (note.signed === 'by another') {
    throw new Refusal(
      'update-foreign',
      `${file} 不是由这一版认得的密钥 ${key.name} 签名的，或者签名以后被改动过。请核对来源，重新下载。${UNTOUCHED}`,
    );
  }
  if (note.platform !== platform) {
    throw new Refusal(
      'update-platform',
      `${file} 是给 ${note.platform} 的，这台电脑要 ${platform} 的。请换那一个压缩包。${UNTOUCHED}`,
    );
  }
  const listEntry = entries.get(`${TOP}${folder}/${LIST}`);
  const text = listEntry && (await textOf(listEntry, file, MOST_LIST));
  const list = text === undefined || sha256(text) !== note.list ? undefined : readList(text);
  if (!list) throw damaged(file, LIST);
  const said = new Set([NOTE, LIST].map((name) => `${TOP}${folder}/${name}`));
  for (const path of list.keys()) said.add(TOP + path);
  const odd = [...entries.keys()].find((name) => !said.has(name));
  if (odd !== undefined) throw damaged(file, odd);
  const files = [...list].map(([path, digest]) => {
    const entry = entries.get(TOP + path);
    if (!entry) throw damaged(file, path);
    const read = async (): Promise<Uint8Array> => {
      const bytes = await bytesOf(entry, file);
      if (sha256(bytes) !== digest) throw damaged(file, path);
      return bytes;
    };
    return { path, read };
  });
  const { version, list: digest } = note;
  const inside = `${folder}/`;
  const own = files
    .filter(({ path }) => path.startsWith(inside))
    .map(({ path, read }) => ({ path: path.slice(inside.length), read }));
  return { version, platform, list: digest, files: own };
}

/** The key that a person or the running version names. */
export function trustedKey(text: string): VerifierKey {
  const key = parseKey(text);
  if (key) return key;
  throw new Refusal('update-key', '公钥读不出。公钥是 名称+八位+一串字母 的样子，请照发布方公布的写。');
}

async function entriesOf(file: string): Promise<Map<string, ZipEntry>> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal('update-missing', `找不到 ${file}。请核对文件名。${UNTOUCHED}`);
  let entries: ZipEntry[];
  try {
    entries = await zipDirectory(zipOf(file, found.size), MOST_ENTRIES);
  } catch (error) {
    if (!(error instanceof ZipFault) && !(error instanceof RangeError)) throw error;
    const why = error instanceof ZipFault ? error.message : '目录已损坏';
    throw new Refusal('update-unreadable', `${file} 打不开：${why}。请重新下载。${UNTOUCHED}`);
  }
  const unsafe = entries
    .map((entry) => [entry, unsafeReason(entry)] as const)
    .find(([, reason]) => reason !== undefined);
  if (unsafe) throw unsafePackage(file, unsafe[0].name, unsafe[1] ?? '');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_UNPACKED) throw unsafePackage(file, TOP, `解开后超过 ${MOST_UNPACKED / MEGABYTE} MB`);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  // Windows knows one file of a name, whatever its case.
  const twice = entries.find((entry) => byName.get(entry.name.toLowerCase()) !== entry);
  if (twice) throw unsafePackage(file, twice.name, '同名的文件不止一个');
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Names that lead elsewhere, or that Windows takes for something else; what is too large to be of ours. */
function unsafeReason({ name, size, encrypted, unsafe }: ZipEntry): string | undefined {
  if (unsafe !== undefined) return unsafe;
  if (encrypted) return '加了密';
  if (size > MOST_FILE) return `超过 ${MOST_FILE / MEGABYTE} MB`;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!name.startsWith(TOP) || /[\u0000-\u001f<>:"|?*]|(?:^|\/)(?:\.{0,2}|[^/]*[ .])(?:\/|$)/u.test(name)) {
    return '文件名指向别处';
  }
  return /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)/iu.test(name)
    ? '文件名在 Windows 上另有含义'
    : undefined;
}

function zipOf(file: string, size: number): ZipSource {
  return {
    size,
    piece: async (from, length) => {
      const source = await sourceOfFile(file, { from, size: length });
      try {
        return await source.read(0, length);
      } finally {
        await source.close();
      }
    },
    stretch: (from, length) => sourceOfFile(file, { from, size: length }),
  };
}

async function textOf(entry: ZipEntry, file: string, most: number): Promise<string> {
  if (entry.size > most) throw unsafePackage(file, entry.name, '大得异常');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(entry, file));
}

/** No more than it says to have; a stream that holds more does not match its digest. */
async function bytesOf(entry: ZipEntry, file: string): Promise<Uint8Array> {
  const source = await entry.open();
  if (!source) throw damaged(file, entry.name);
  try {
    const bytes = await source.read(0, entry.size);
    if (bytes.length !== entry.size) throw damaged(file, entry.name);
    return bytes;
  } finally {
    await source.close();
  }
}

function damaged(file: string, path: string): Refusal {
  return new Refusal('update-damaged', `${file} 里的 ${path} 与签名的清单不符，可能没有传完。请重新下载。${UNTOUCHED}`);
}

function unsafePackage(file: string, path: string, why: string): Refusal {
  return new Refusal('update-unsafe', `${file} 里的 ${path} ${why}，没有解开。请核对来源，重新下载。${UNTOUCHED}`);
}
