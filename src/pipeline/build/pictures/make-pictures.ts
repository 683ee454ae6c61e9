import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Instant } from '#core/calendar/plain-date.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Content } from '#core/records/content.ts';
import { type KnownCodes, pictureDigest } from '#pipeline/gate/views/picture-code.ts';
import { draw, type Size, SIZES, undrawable } from './drawing.ts';
import { type Pictured, subjectsOf } from './subjects.ts';
import { hasSong, openTypeface, type Typeface } from './typeface.ts';

export interface MadePictures {
  findings: Finding[];
  /** How many were drawn now; the others lay in the cache. */
  drawn: number;
  all: number;
  /** For the gate: a share picture is words and lines, and none of those put in place has a code. */
  codes: KnownCodes;
}

/** Raised when the same subject shall look different. */
const EDITION = 2;

/**
 * Puts the share pictures of a site in place below `site`/share. A picture is drawn once and kept below `cache` under the digest of what it
 * says and the digest of its bytes: one that was changed since is drawn anew. Nothing is drawn while a character of any name cannot be.
 */
export async function makePictures(
  content: Content,
  { site, cache, now }: { site: string; cache: string; now: Instant },
  say: (text: string) => void,
): Promise<MadePictures> {
  const pictured = subjectsOf(content, now);
  const jobs = pictured.flatMap((one) => SIZES.map((size) => ({ one, size, key: keyOf(one, size) })));
  await mkdir(cache, { recursive: true });
  const wanted = new Set(jobs.map(({ key }) => key));
  const made = await keptIn(cache, wanted);
  const fresh = jobs.filter(({ key }) => !made.has(key));
  if (fresh.length > 0) {
    const typeface = await openTypeface();
    const findings = [...new Set(fresh.map(({ one }) => one))].flatMap((one) => unknownCharacters(one, typeface));
    if (findings.length > 0) return { findings, drawn: 0, all: jobs.length, codes: new Map() };
    const waiting = new Map(fresh.map((job) => [job.key, job]));
    let drawn = 0;
    const queue = [...waiting.values()];
    await Promise.all(
      [0, 1].map(async () => {
        for (let job = queue.shift(); job; job = queue.shift()) {
          made.set(job.key, await drawInto(cache, job.key, draw(job.one.subject, job.size, typeface)));
          drawn += 1;
          say(`${drawn}/${waiting.size}`);
        }
      }),
    );
  }
  const used = new Date();
  const codes = new Map<string, readonly string[]>();
  for (const { one, size, key } of jobs) {
    const digest = made.get(key) ?? '';
    const kept = join(cache, nameOf(key, digest));
    const target = join(site, 'share', `${one.name}-${size.width}.png`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(kept, target);
    await utimes(kept, used, used);
    codes.set(digest, []);
  }
  return { findings: [], drawn: fresh.length, all: jobs.length, codes };
}

function nameOf(key: string, digest: string): string {
  return `${key}-${digest}.png`;
}

/** The digests, by key, of the pictures drawn before whose bytes are still those that were drawn. */
async function keptIn(cache: string, wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const name of await readdir(cache)) {
    const key = name.slice(0, KEY_LENGTH);
    if (!wanted.has(key)) continue;
    const digest = pictureDigest(await readFile(join(cache, name)));
    if (name === nameOf(key, digest)) kept.set(key, digest);
  }
  return kept;
}

const KEY_LENGTH = 32;

function keyOf({ subject }: Pictured, { width, height }: Size): string {
  const { title = null, phrases = [], lines, site, motif = null } = subject;
  const text = JSON.stringify([EDITION, hasSong(), width, height, title, phrases, lines, site, motif]);
  return createHash('sha256').update(text).digest('hex').slice(0, KEY_LENGTH);
}

/** Few colours, no metadata; put in place whole, since two builds may share the cache. @returns the digest of its bytes */
async function drawInto(cache: string, key: string, svg: string): Promise<string> {
  const bytes = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, effort: 4, compressionLevel: 9 })
    .toBuffer();
  const digest = pictureDigest(bytes);
  const file = join(cache, nameOf(key, digest));
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, bytes);
  await rename(beside, file).catch(async (error: unknown) => {
    await rm(beside, { force: true });
    throw error;
  });
  return digest;
}

function unknownCharacters({ subject, file, person }: Pictured, typeface: Typeface): Finding[] {
  return undrawable(subject, typeface).map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return finding('glyph-missing', { file, ...(person !== undefined && { person }) }, { character, code });
  });
}
