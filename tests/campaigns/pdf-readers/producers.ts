import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser } from '#pipeline/commands/find-browser.ts';
import type { Chance } from '#tests/core/privacy/chance.ts';
import { fodt, latex, page, svg } from './documents.ts';
import { aPlant, type MadePdf, type Plant, type Spot } from './plants.ts';

const run = promisify(execFile);

interface Bench {
  folder: string;
  chance: Chance;
}

/** LibreOffice Writer: properties, notes, links and form fields, fonts cut down to what is used. */
async function libreOffice({ folder, chance }: Bench, count: number): Promise<MadePdf[]> {
  const made = sources(count, 'office', ['Chinese', 'Latin', 'properties', 'note', 'link', 'field'], chance);
  const files = made.map(({ name }) => join(folder, `${name}.fodt`));
  for (const [at, { plants }] of made.entries()) await writeFile(files[at] ?? '', fodt(plants));
  const filter = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files]);
  return made.map(({ name, plants }) => ({ producer: 'LibreOffice', path: join(folder, `${name}.pdf`), plants }));
}

/** Chromium's own printing (Skia), tagged. */
async function browser({ folder, chance }: Bench, count: number): Promise<MadePdf[]> {
  const made = sources(count, 'browser', ['Chinese', 'Latin', 'properties', 'link'], chance);
  const opened = await chromium.launch({ executablePath: findBrowser(() => undefined), args: ['--no-sandbox'] });
  try {
    const sheet = await opened.newPage();
    for (const { name, plants } of made) {
      await sheet.setContent(page(plants));
      await sheet.pdf({ path: join(folder, `${name}.pdf`), tagged: true });
    }
  } finally {
    await opened.close();
  }
  return made.map(({ name, plants }) => ({ producer: 'Chromium', path: join(folder, `${name}.pdf`), plants }));
}

/** cairo, by rsvg-convert: text as glyphs of subset fonts. */
async function cairo({ folder, chance }: Bench, count: number): Promise<MadePdf[]> {
  const made = sources(count, 'cairo', ['Chinese', 'Latin'], chance);
  for (const { name, plants } of made) {
    await writeFile(join(folder, `${name}.svg`), svg(plants));
    await run('rsvg-convert', ['-f', 'pdf', '-o', join(folder, `${name}.pdf`), join(folder, `${name}.svg`)]);
  }
  return made.map(({ name, plants }) => ({ producer: 'cairo', path: join(folder, `${name}.pdf`), plants }));
}

/** pdfLaTeX: object streams, Type 1 fonts, an embedded file, a form by hyperref. */
async function pdfLatex({ folder, chance }: Bench, count: number): Promise<MadePdf[]> {
  const made = sources(
    count,
    'latex',
    ['Latin', 'properties', 'link', 'field', 'note', 'attachment', 'leftover'],
    chance,
  );
  for (const { name, plants } of made) {
    await writeFile(join(folder, `${name}.txt`), `${plants.find(({ spot }) => spot === 'attachment')?.text}\n`);
    await writeFile(join(folder, `${name}.tex`), latex(plants, `${name}.txt`));
    await run('pdflatex', ['-interaction=batchmode', `${name}.tex`], { cwd: folder });
  }
  return made.map(({ name, plants }) => ({ producer: 'pdfLaTeX', path: join(folder, `${name}.pdf`), plants }));
}

/** Ghostscript writes anew what others made: other fonts, other streams. */
async function ghostscript({ folder }: Bench, from: readonly MadePdf[]): Promise<MadePdf[]> {
  const made: MadePdf[] = [];
  for (const [at, { path, plants }] of from.entries()) {
    const to = join(folder, `ghostscript-${at}.pdf`);
    await run('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', '-sDEVICE=pdfwrite', `-sOutputFile=${to}`, path]);
    made.push({ producer: 'Ghostscript', path: to, plants });
  }
  return made;
}

/** poppler's pdfunite joins two files of two producers. */
async function joined({ folder }: Bench, pairs: readonly (readonly [MadePdf, MadePdf])[]): Promise<MadePdf[]> {
  const made: MadePdf[] = [];
  for (const [at, [first, second]] of pairs.entries()) {
    const to = join(folder, `joined-${at}.pdf`);
    await run('pdfunite', [first.path, second.path, to]);
    made.push({ producer: 'pdfunite', path: to, plants: [...first.plants, ...second.plants] });
  }
  return made;
}

/** @param count files in all, shared out among six producers */
export async function allProducers(bench: Bench, count: number): Promise<MadePdf[]> {
  await mkdir(bench.folder, { recursive: true });
  const share = Math.ceil(count / 6);
  const office = await libreOffice(bench, share);
  const printed = await browser(bench, share);
  const drawn = await cairo(bench, share);
  const set = await pdfLatex(bench, share);
  const anew = await ghostscript(
    bench,
    [office, printed, drawn, set].flatMap((files) => files.slice(0, Math.ceil(share / 4))).slice(0, share),
  );
  const pairs = office.flatMap((one, at): [MadePdf, MadePdf][] => {
    const other = (at % 2 === 0 ? printed : set)[at];
    return other ? [[one, other]] : [];
  });
  return [...office, ...printed, ...drawn, ...set, ...anew, ...(await joined(bench, pairs))];
}

function sources(
  count: number,
  name: string,
  spots: readonly Spot[],
  chance: Chance,
): { name: string; plants: Plant[] }[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${name}-${at}`,
    plants: spots.map((spot) => aPlant(chance, spot)),
  }));
}
