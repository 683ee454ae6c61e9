import { spawn } from 'node:child_process';
import { once } from 'node:events';
import sharp from 'sharp';
import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { motif } from '#core/motifs/index.ts';
import { type Box, type Point, type Stroke } from '#core/motifs/stroke.ts';
import { pathsOf } from '#core/motifs/svg.ts';

/** A motif being drawn, ten seconds of it: the pen goes for eight and a half, then the whole stands still. */
const FRAME: Box = { width: 1280, height: 720 };
const [FRAMES_A_SECOND, SECONDS, DRAWING] = [15, 10, 8.5];
const [GROUND, CHALK, PAPER, INK] = ['#1d1d1f', '#ece9e2', '#fffefc', '#1d1d1f'];

/** @param to a path that ends in .mp4: H.264 main, yuv420p, no sound, index in front */
export async function drawFilm(family: CraftFamily, seed: string, to: string): Promise<void> {
  const strokes = motif(family, seed, FRAME);
  const words =
    `-y -v error -f rawvideo -pix_fmt gray -s ${FRAME.width}x${FRAME.height} -r ${FRAMES_A_SECOND} -i - ` +
    `-c:v libx264 -profile:v main -preset slower -crf 30 -tune animation -pix_fmt yuv420p -an -movflags +faststart ` +
    `-map_metadata -1 -fflags +bitexact -flags:v +bitexact`;
  const ffmpeg = spawn('ffmpeg', [...words.split(' '), to], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(ffmpeg, 'close') as Promise<[number]>;
  for (let frame = 0; frame < FRAMES_A_SECOND * SECONDS; frame += 1) {
    const share = Math.min(1, (frame + 1) / (FRAMES_A_SECOND * DRAWING));
    const still = picture(drawnSoFar(strokes, share), FRAME, GROUND, CHALK);
    const raw = await sharp(Buffer.from(still)).greyscale().removeAlpha().raw().toBuffer();
    if (!ffmpeg.stdin.write(raw)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** The last frame, for what stands there before the film runs. */
export async function drawPoster(family: CraftFamily, seed: string, to: string): Promise<void> {
  await asJpeg(picture(motif(family, seed, FRAME), FRAME, GROUND, CHALK), to);
}

/** A picture of 4:3, ink on paper. */
export async function drawPicture(family: CraftFamily, seed: string, to: string): Promise<void> {
  const box = { width: 960, height: 720 };
  await asJpeg(picture(motif(family, seed, box), box, PAPER, INK), to);
}

async function asJpeg(svg: string, to: string): Promise<void> {
  await sharp(Buffer.from(svg)).greyscale().jpeg({ quality: 72, mozjpeg: true }).toFile(to);
}

function picture(strokes: readonly Stroke[], { width, height }: Box, ground: string, pen: string): string {
  const paths = pathsOf(strokes).map((one) => `<path stroke-width="${one.width}" d="${one.d}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    `<g fill="none" stroke="${pen}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`,
  ].join('');
}

/** The first strokes, up to a share of the way the pen goes; the last of them only as far as it has come. */
function drawnSoFar(strokes: readonly Stroke[], share: number): Stroke[] {
  const lengths = strokes.map(lengthOf);
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const drawn: Stroke[] = [];
  for (const [at, stroke] of strokes.entries()) {
    const length = lengths[at] ?? 0;
    if (left <= 0) break;
    drawn.push(left >= length ? stroke : partOf(stroke, left, length));
    left -= length;
  }
  return drawn;
}

function lengthOf(stroke: Stroke): number {
  if (stroke.kind === 'arc') return stroke.radius * Math.abs(stroke.to - stroke.from);
  return stroke.points.reduce((sum, point, at) => sum + distance(stroke.points[at - 1] ?? point, point), 0);
}

function partOf(stroke: Stroke, way: number, length: number): Stroke {
  if (stroke.kind === 'arc') return { ...stroke, to: stroke.from + (stroke.to - stroke.from) * (way / length) };
  const points: Point[] = [];
  let left = way;
  for (const [at, point] of stroke.points.entries()) {
    const before = stroke.points[at - 1] ?? point;
    const step = distance(before, point);
    if (step > left) {
      const part = left / step;
      points.push([before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part]);
      break;
    }
    points.push(point);
    left -= step;
  }
  return { ...stroke, points };
}

function distance([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(otherX - x, otherY - y);
}
