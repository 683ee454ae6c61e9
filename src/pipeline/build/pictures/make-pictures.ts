import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Content } from '#core/records/content.ts';
import { finding, type Finding } from '#core/catalogue/finding.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import { draw, SIZES, undrawable, type Size } from './drawing.ts';
import { subjectsOf, type Pictured } from './subjects.ts';
import { openTypeface, type Typeface } from './typeface.ts';

export interface MadePictures {
  findings: Finding[];
  /** How many were drawn now; the others lay in the cache. */
  drawn: number;
  all: number;
}

/** Raised when the same subject shall look different. */
const EDITION = 1;

/**
 * Puts the share pictures of a site in place below `site`/share. A picture is drawn once and kept below `cache` under the digest of what it
 * says; nothing is drawn while a character of any name cannot be.
 */
export async function makePictures(
  content: Content,
  { site, cache, now }: { site: string; cache: string; now: Instant },
  say: (text: string) => void,
): Promise<MadePictures> {
  const pictured = subjectsOf(content, now);
  const jobs = pictured.flatMap((one) => SIZES.map((size) => ({ one, size, key: keyOf(one, size) })));
  await mkdir(cache, { recursive: true });
  const kept = new Set(await readdir(cache));
  const fresh = jobs.filter(({ key }) => !kept.has(key));
  if (fresh.length > 0) {
    const typeface = await openTypeface();
    const findings = [...new Set(fresh.map(({ one }) => one))].flatMap((one) => unknownCharacters(one, typeface));
    if (findings.length > 0) return { findings, drawn: 0, all: jobs.length };
    const waiting = new Map(fresh.map((job) => [job.key, job]));
    let drawn = 0;
    const queue = [...waiting.values()];
    await Promise.all(
      [0, 1].map(async () => {
        for (let job = queue.shift(); job; job = queue.shift()) {
          await drawInto(join(cache, job.key), draw(job.one.subject, job.size, typeface));
          drawn += 1;
          say(`${drawn}/${waiting.size}`);
        }
      }),
    );
  }
  const used = new Date();
  for (const { one, size, key } of jobs) {
    const target = join(site, 'share', `${one.name}-${size.width}.png`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(cache, key), target);
    await utimes(join(cache, key), used, used);
  }
  return { findings: [], drawn: fresh.length, all: jobs.length };
}

function keyOf({ subject }: Pictured, { width, height }: Size): string {
  const text = JSON.stringify([EDITION, width, height, subject.title ?? null, subject.lines, subject.site]);
  return `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.png`;
}

/** Few colours, no metadata; put in place whole, since two builds may share the cache. */
async function drawInto(file: string, svg: string): Promise<void> {
  const png = await sharp(Buffer.from(svg))
    .png({ palette: true, colours: 32, effort: 4, compressionLevel: 9 })
    .toBuffer();
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, png);
  await rename(beside, file).catch(async (error: unknown) => {
    await rm(beside, { force: true });
    throw error;
  });
}

function unknownCharacters({ subject, file, person }: Pictured, typeface: Typeface): Finding[] {
  return undrawable(subject, typeface).map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return finding('glyph-missing', { file, ...(person !== undefined && { person }) }, { character, code });
  });
}
