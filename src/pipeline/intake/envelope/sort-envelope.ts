import { type Args, type Finding, finding, type FindingCode, sentence } from '#core/catalogue/finding.ts';
import { isPictureName } from '#core/roster/photo-name.ts';
import { isRosterName } from '#pipeline/intake/files/file-kind.ts';
import { bytesOf, type EnvelopeFile, labelOf, type Listed, type Listing } from './envelope-file.ts';
import { lookAtVideo, VIDEO_NAME } from './video.ts';

/** A file with its label, no two of which are the same. */
export interface Labelled extends EnvelopeFile {
  file: string;
}

export interface SortedEnvelope {
  /** To be read as a list or a form. */
  papers: Labelled[];
  pictures: Labelled[];
  /** What is settled already. */
  listed: Listed[];
  findings: Finding[];
}

/** What each file is for, by its name and its first bytes. */
export async function sortEnvelope(listings: readonly Listing[]): Promise<SortedEnvelope> {
  const sorted: SortedEnvelope = {
    papers: [],
    pictures: [],
    listed: listings.flatMap(({ aside }) => aside),
    findings: listings.flatMap(({ findings }) => findings),
  };
  const taken = new Set<string>();
  for (const one of listings.flatMap(({ files }) => files)) {
    const file = unique(labelOf(one), taken);
    taken.add(file);
    await sortOne({ ...one, file }, sorted);
  }
  return sorted;
}

async function sortOne(one: Labelled, sorted: SortedEnvelope): Promise<void> {
  const { file, size, named, name } = one;
  const ask = (code: FindingCode, args: Args = {}): void => {
    const why = finding(code, { file }, args);
    sorted.findings.push(why);
    sorted.listed.push({ file, size, fate: why.level === 'error' ? 'ask' : 'unused', reason: sentence(why) });
  };
  if (VIDEO_NAME.test(name)) return sortVideo(one, sorted, ask);
  if (PACKED.test(name)) return ask('import-packed', { kind: PACKED.exec(name)?.[1]?.toLowerCase() ?? '' });
  if (isPictureName(name)) {
    if (named) ask('import-scan', { kind: '图片' });
    else sorted.pictures.push(one);
  } else if (isRosterName(name) || named) sorted.papers.push(one);
  else ask('import-file-aside');
}

async function sortVideo(
  one: Labelled,
  sorted: SortedEnvelope,
  ask: (code: FindingCode, args?: Args) => void,
): Promise<void> {
  const { file, size } = one;
  const source = await one.open().catch(() => undefined);
  const video = source && (await lookAtVideo(source).catch(() => undefined));
  await source?.close();
  if (!video?.real) return ask('import-video-false');
  const words = `${megabytes(size)}，影片不随名单导入，没有采用。`;
  if (video.carries.length === 0) sorted.listed.push({ file, size, fate: 'video', reason: words });
  else {
    const carries = video.carries.join('、');
    sorted.findings.push(finding('import-video-carries', { file }, { carries }));
    sorted.listed.push({ file, size, fate: 'video', reason: `${words}里面记有${carries}，不要原样外传。` });
  }
}

export function megabytes(size: number): string {
  return size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}

/** Two names may look the same once their numbers are covered. */
function unique(label: string, taken: ReadonlySet<string>): string {
  for (let number = 2, file = label; ; number += 1) {
    if (!taken.has(file)) return file;
    file = `${label}（第 ${number} 个）`;
  }
}

const PACKED = /\.(rar|7z|gz|tgz|tar|bz2|xz|cab|iso|z01|r00|zipx|00[12])$/iu;

/** The whole of a file that may be read. */
export async function wholeOf(file: EnvelopeFile, most: number): Promise<Uint8Array | undefined> {
  const bytes = await bytesOf(file, most);
  return bytes?.length === file.size ? bytes : undefined;
}
