import { mkdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { drawFilm, drawPicture, drawPoster } from './motif-film.ts';

interface Drawn {
  /** Below `content/programmes`. */
  round: string;
  person: string;
  film: CraftFamily;
  /** In the order of the process. */
  process: readonly CraftFamily[];
}

/** Of the sample two people show pictures and a film, one still open to objection, one honoured. */
const DRAWN: readonly Drawn[] = [
  {
    round: 'weihai-chief-technician/rounds/2026',
    person: '87zq6h2',
    film: 'inspection',
    process: ['welding', 'inspection', 'ceramics', 'machining'],
  },
  {
    round: 'weihai-chief-technician/rounds/2024',
    person: '53mvb9n',
    film: 'welding',
    process: ['woodwork', 'welding', 'inspection'],
  },
];

/** Draws them anew. @returns each file with its size in bytes */
export async function drawSampleMedia(): Promise<{ file: string; bytes: number }[]> {
  const files: string[] = [];
  for (const { round, person, film, process } of DRAWN) {
    const folder = join(ROOT, 'content/programmes', round, 'media', person);
    await mkdir(folder, { recursive: true });
    const put = async (name: string, draw: (to: string) => Promise<void>): Promise<void> => {
      await draw(join(folder, name));
      files.push(join(folder, name));
    };
    await put('film.mp4', (to) => drawFilm(film, person, to));
    await put('film.jpg', (to) => drawPoster(film, person, to));
    for (const [at, family] of process.entries()) {
      await put(`process-${at + 1}.jpg`, (to) => drawPicture(family, `${person} ${at}`, to));
    }
  }
  return Promise.all(files.map(async (file) => ({ file: relative(ROOT, file), bytes: (await stat(file)).size })));
}
