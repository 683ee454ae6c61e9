import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Finding, finding, type FindingCode, sentence } from '#core/catalogue/finding.ts';
import { isLitterName, photoLabel } from '#core/roster/photo-name.ts';
import { sourceOfFile } from './byte-source.ts';
import { type EnvelopeFile, labelOf, type Listing, LITTER } from './envelope-file.ts';
import { isZipName, openZip } from './open-zip.ts';

const MOST_FILES = 5000;
const DEEPEST = 12;

/** Everything below what was handed in, folders and ZIPs opened; nothing is read yet, no link is followed. */
export async function listEnvelope(path: string): Promise<Listing> {
  const listing: Listing = { files: [], findings: [], aside: [] };
  const about = await stat(path).catch(() => undefined);
  if (!about) {
    listing.findings.push(finding('import-file-missing', { file: photoLabel(basename(path)) }));
  } else if (!about.isDirectory()) {
    const name = basename(path);
    const link = (await lstat(path)).isSymbolicLink();
    if (link) listing.findings.push(finding('import-link', { file: photoLabel(name) }));
    else if (!about.isFile()) listing.findings.push(finding('import-unknown-kind', { file: photoLabel(name) }));
    else await take(listing, { folders: [], name, size: about.size, named: true, ...onDisk(path) });
  } else {
    await walk(path, [], listing);
    if (listing.files.length > MOST_FILES) {
      const args = { count: listing.files.length, limit: MOST_FILES };
      const tooFull = finding('import-folder-too-full', { file: photoLabel(basename(path)) }, args);
      return { files: [], findings: [tooFull], aside: [] };
    }
  }
  return listing;
}

async function walk(directory: string, folders: readonly string[], listing: Listing): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return refuse(listing, { folders, name: '' }, 'import-unreadable');
  for (const entry of entries.sort((a, b) => inNumberedOrder(a.name, b.name))) {
    if (listing.files.length > MOST_FILES) return;
    const { name } = entry;
    const path = join(directory, name);
    const place = { folders, name };
    if (isLitterName(name)) {
      listing.aside.push({ file: labelOf(place), size: 0, fate: 'unused', reason: LITTER });
    } else if (entry.isSymbolicLink()) refuse(listing, place, 'import-link');
    else if (entry.isDirectory()) {
      if (folders.length >= DEEPEST) refuse(listing, place, 'import-folder-deep');
      else await walk(path, [...folders, name], listing);
    } else if (!entry.isFile()) refuse(listing, place, 'import-unknown-kind');
    else {
      const { size } = await lstat(path);
      await take(listing, { ...place, size, named: false, ...onDisk(path) });
    }
  }
}

function onDisk(path: string): Pick<EnvelopeFile, 'open' | 'onDisk'> {
  return { open: () => sourceOfFile(path), onDisk: (stretch) => sourceOfFile(path, stretch) };
}

/** A ZIP is a folder of its name. */
async function take(listing: Listing, file: EnvelopeFile): Promise<void> {
  if (!isZipName(file.name)) {
    listing.files.push(file);
    return;
  }
  const opened = await openZip(file, file.named ? [] : [...file.folders, file.name]);
  listing.files.push(...opened.files);
  listing.findings.push(...opened.findings);
  listing.aside.push(...opened.aside);
}

function refuse(listing: Listing, place: Pick<EnvelopeFile, 'folders' | 'name'>, code: FindingCode): void {
  const refusal: Finding = finding(code, { file: labelOf(place) });
  listing.findings.push(refusal);
  listing.aside.push({ file: labelOf(place), size: 0, fate: 'ask', reason: sentence(refusal) });
}

/** 2_ before 10_, whatever the machine's language. */
export function inNumberedOrder(a: string, b: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(a, b) || (a < b ? -1 : 1);
}
