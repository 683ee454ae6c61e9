import { type Args, finding, type FindingCode, sentence } from '#core/catalogue/finding.ts';
import { isLitterName } from '#core/roster/photo-name.ts';
import { type ByteSource, sourceOfBytes } from './byte-source.ts';
import { bytesOf, type EnvelopeFile, labelOf, type Listing, LITTER } from './envelope-file.ts';
import { zipDirectory, type ZipEntry, ZipFault, type ZipSource } from './zip-directory.ts';

/** A ZIP inside a ZIP is held in memory. */
const MOST_NESTED = 64 * 1024 * 1024;

export function isZipName(name: string): boolean {
  return /\.zip$/iu.test(name);
}

/** The files in a ZIP, and in the ZIPs in it; deeper ones are named. @param around the folders that its files are then in */
export async function openZip(zip: EnvelopeFile, around: readonly string[], nested = false): Promise<Listing> {
  const listing: Listing = { files: [], findings: [], aside: [] };
  const name = labelOf(zip);
  const refuse = (file: string, size: number, code: FindingCode, args: Args = {}): void => {
    const refusal = finding(code, { file }, args);
    listing.findings.push(refusal);
    listing.aside.push({ file, size, fate: 'ask', reason: sentence(refusal) });
  };
  const directory = await directoryOf(zip);
  if (!directory) {
    refuse(name, zip.size, 'import-unreadable');
    return listing;
  }
  if ('fault' in directory) {
    refuse(name, zip.size, 'import-zip-unsafe', { reason: directory.fault });
    return listing;
  }
  const { entries } = directory;
  if (entries.some(({ encrypted }) => encrypted)) {
    refuse(name, zip.size, 'import-zip-locked');
    return listing;
  }
  if (entries.length === 0) refuse(name, zip.size, 'import-zip-empty');
  const main = entries.find((entry) => /^(?:xl\/workbook|word\/document)\d{0,2}\.xml$/u.test(entry.name));
  if (main) {
    const excel = main.name.startsWith('xl/');
    const args = { claimed: '.zip', real: excel ? ' Excel 表' : ' Word 文件', kind: excel ? '.xlsx' : '.docx' };
    refuse(name, zip.size, 'import-disguised', args);
    return listing;
  }
  for (const entry of entries) await take(listing, entry, around, nested, refuse);
  return listing;
}

async function take(
  listing: Listing,
  entry: ZipEntry,
  around: readonly string[],
  nested: boolean,
  refuse: (file: string, size: number, code: FindingCode, args?: Args) => void,
): Promise<void> {
  const parts = entry.name.split('/').filter((part) => part !== '' && part !== '.');
  const name = parts.at(-1) ?? '';
  const folders = [...around, ...parts.slice(0, -1)];
  const label = labelOf({ folders, name });
  if (parts.some(isLitterName)) {
    listing.aside.push({ file: label, size: entry.size, fate: 'unused', reason: LITTER });
    return;
  }
  if (entry.unsafe !== undefined) {
    refuse(label, entry.size, 'import-zip-unsafe', { reason: entry.unsafe });
    return;
  }
  const file: EnvelopeFile = { folders, name, size: entry.size, named: false, open: entry.open };
  if (!isZipName(name)) listing.files.push(file);
  else if (nested) refuse(label, entry.size, 'import-zip-nested');
  else {
    const inside = await openZip(file, [...folders, name], true);
    listing.files.push(...inside.files);
    listing.findings.push(...inside.findings);
    listing.aside.push(...inside.aside);
  }
}

async function directoryOf(zip: EnvelopeFile): Promise<{ entries: ZipEntry[] } | { fault: string } | undefined> {
  try {
    const source = await seekable(zip);
    return source && { entries: await zipDirectory(source) };
  } catch (error) {
    return error instanceof ZipFault ? { fault: error.message } : undefined;
  }
}

/** On disk a ZIP is read in pieces and opened anew for each; in another ZIP it is unpacked once. */
async function seekable(zip: EnvelopeFile): Promise<ZipSource | undefined> {
  if (zip.onDisk) {
    const { size, onDisk } = zip;
    return {
      size,
      piece: (from, length) => closing(onDisk({ from, size: length }), (source) => source.read(0, length)),
      stretch: (from, length) => onDisk({ from, size: length }),
    };
  }
  if (zip.size > MOST_NESTED) throw new ZipFault(`压缩包里的压缩包超过 ${MOST_NESTED / 1024 / 1024} MB`);
  const bytes = await bytesOf(zip, MOST_NESTED);
  if (!bytes || bytes.length !== zip.size) return undefined;
  return {
    size: bytes.length,
    piece: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    stretch: (from, length) => Promise.resolve(sourceOfBytes(bytes.subarray(from, from + length))),
  };
}

async function closing<T>(opening: Promise<ByteSource>, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const source = await opening;
  try {
    return await use(source);
  } finally {
    await source.close();
  }
}
