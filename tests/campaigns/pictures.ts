import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { SIZES } from '#pipeline/build/pictures/drawing.ts';
import { makePictures } from '#pipeline/build/pictures/make-pictures.ts';
import { aContent, aPerson } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

export interface PictureBench {
  pictures: number;
  /** Seconds. */
  cold: number;
  unchanged: number;
  /** The same number of pictures with the machine's fonts through the rasteriser's own text: neither reproducible nor gated. */
  peer: number;
}

/** Draws the pictures of `people` invented people twice, and as many by the peer, in one run. */
export async function pictureBench(people: number): Promise<PictureBench> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-pictures-'));
  const names = [...'赵钱孙李周吴郑王冯陈'].flatMap((first) => [...'建国明华志强晓东文秀'].map((last) => first + last));
  const persons = Array.from({ length: people }, (_, at) => aPerson(`p${at}`, { name: `${names[at % 100]}${at}` }));
  const content = aContent({ rounds: [{ people: persons }] });
  const where = {
    site: join(folder, 'site'),
    cache: join(folder, 'cache'),
    now: there(parseInstant('2024-09-12T09:00:00+08:00')),
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
  try {
    let pictures = 0;
    const cold = await timed(async () => {
      pictures = (await makePictures(content, where, () => undefined)).drawn;
    });
    const unchanged = await timed(() => makePictures(content, where, () => undefined));
    const peer = await timed(async () => {
      const queue = persons.flatMap(({ data }) => SIZES.map((size) => ({ name: data.name, size })));
      const draw = async (): Promise<void> => {
        for (let job = queue.shift(); job; job = queue.shift()) await byText(job.name, job.size);
      };
      await Promise.all([draw(), draw()]);
    });
    return { pictures, cold, unchanged, peer };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function byText(name: string, { width, height }: (typeof SIZES)[number]): Promise<void> {
  const rows = [name, '示例机床厂', '钳工', '2024年度示例工匠选树'];
  const text = rows.map(
    (row, at) => `<text x="60" y="${120 + at * 60}" font-size="${at === 0 ? 80 : 32}">${row}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${text.join('')}</svg>`;
  await sharp(Buffer.from(svg))
    .flatten({ background: '#fbfaf7' })
    .png({ palette: true, colours: 32, effort: 4, compressionLevel: 9 })
    .toBuffer();
}
