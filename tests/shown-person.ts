import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { retype, ROUND_FOLDER } from './office.ts';

/** 庾岚 of the small content, with everything that a profile can show. */
export const SHOWN = 'k7m2xq4';
/** Words of hers that stand in no other file. */
export const SHOWN_WORDS = ['手上的分寸要靠年头攒', '左手捏住断纱', '断纱头对着光', '纱线接好了'];

const BY = '    credit: "东湾纺织厂供图"\n    consent: "2024-06-20 本人签字同意"\n';
const FIELDS = `photo:
  credit: "东湾纺织厂供图"
  consent: "2024-06-20 本人签字同意"
  alt: "庾岚站在细纱机前"
  focus: "50% 30%"
craftFamily: "textile"
quote:
  text: "手上的分寸要靠年头攒。"
  source: "个人自述"
figures:
  - value: "十六公里"
    label: "一个班巡回"
  - value: "四吨半"
    label: "一年少用回丝"
timeline:
  - year: 2012
    text: "进厂，看细纱机"
lineage:
  - role: "master"
    name: "某师傅"
    consent: "2024-06-20 本人签字同意"
film:
  caption: "接头"
  credit: "东湾纺织厂摄制"
  file: "film.mp4"
  poster: "film.jpg"
  captions: "film.vtt"
  consent: "2024-06-20 本人签字同意"
process:
${[1, 2, 3].map((step) => `  - file: "process-${step}.jpg"\n    caption: "左手捏住断纱"\n    alt: "断纱头对着光"\n${BY}`).join('')}works:
  - file: "work-1.jpg"
    caption: "六十支紧密纱"
    alt: "一筒白纱"
${BY}`;

/** Puts the record and the files there; needs no ffmpeg, for the film of two grey seconds lies among the fixtures. */
export async function showPerson(content: string): Promise<void> {
  const round = join(content, ROUND_FOLDER);
  await retype(content, `${ROUND_FOLDER}/candidates/${SHOWN}.md`, '\n---\n\n##', `\n${FIELDS}---\n\n##`);
  const media = join(round, 'media', SHOWN);
  await mkdir(join(round, 'photos'), { recursive: true });
  await mkdir(media, { recursive: true });
  await picture(join(round, 'photos', `${SHOWN}.jpg`), 800, 1000);
  for (const name of ['process-1', 'process-2', 'process-3', 'film'])
    await picture(join(media, `${name}.jpg`), 800, 450);
  await picture(join(media, 'work-1.jpg'), 1700, 1200);
  await copyFile(fileURLToPath(new URL('fixtures/showcase/film.mp4', import.meta.url)), join(media, 'film.mp4'));
  await writeFile(join(media, 'film.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.900\n纱线接好了。\n');
}

function picture(path: string, width: number, height: number): Promise<unknown> {
  const background = { r: 90 + (path.length % 60), g: 120, b: 160 };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toFile(path);
}
