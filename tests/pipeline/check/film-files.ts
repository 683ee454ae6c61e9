import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemProgram } from '#tests/system-program.ts';

const SOUND = ['-f', 'lavfi', '-i', 'sine=d=1'];
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const AAC = ['-c:a', 'aac'];
const WEB = ['-map_metadata', '-1', '-movflags', '+faststart'];

function film(size: string, ...rest: string[]): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=s=${size}:d=1:r=5`, ...rest];
}

/** How each film is made: the arguments of ffmpeg behind the pictures of a test card of one second. */
const RECIPES = {
  fit: film('320x180', ...SOUND, ...H264, ...AAC, ...WEB),
  silent: film('320x180', ...H264, ...WEB),
  upright: film('720x1280', ...H264, ...WEB),
  hevc: film('320x180', '-c:v', 'libx265', '-x265-params', 'log-level=none', ...WEB),
  'mpeg-4': film('320x180', '-c:v', 'mpeg4', ...WEB),
  full: film('320x180', ...H264, '-pix_fmt', 'yuv444p', ...WEB),
  deep: film('320x180', ...H264, '-pix_fmt', 'yuv420p10le', ...WEB),
  large: film('1920x1080', ...H264, ...WEB),
  late: film('320x180', ...SOUND, ...H264, ...AAC, '-map_metadata', '-1'),
  mp3: film('320x180', ...SOUND, ...H264, '-c:a', 'libmp3lame', ...WEB),
  renamed: film('320x180', ...H264, ...WEB, '-f', 'mov'),
  webm: film('320x180', '-c:v', 'libvpx', '-f', 'webm'),
  pieces: film('320x180', ...H264, '-map_metadata', '-1', '-movflags', '+frag_keyframe+empty_moov'),
  placed: film('320x180', ...H264, '-movflags', '+faststart', '-metadata', 'location=+37.5091+122.1164/'),
} as const;
export type FilmName = keyof typeof RECIPES;
export const FILM_NAMES = Object.keys(RECIPES) as FilmName[];

export async function makeFilm(name: FilmName, path: string): Promise<void> {
  await ffmpeg([...RECIPES[name], '-fflags', '+bitexact', path]);
}

/** The first half of a file, as a copy that was broken off leaves it. */
export async function halve(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  await writeFile(to, bytes.subarray(0, bytes.length >> 1));
}

async function ffmpeg(args: readonly string[], folder?: string): Promise<void> {
  await promisify(execFile)(systemProgram('ffmpeg'), ['-v', 'error', '-y', '-threads', '1', ...args], { cwd: folder });
}

/** A line as an office copies it, run in the folder of the film. */
export async function runLine(line: string, folder: string): Promise<void> {
  const path = `${systemProgram('ffmpeg').replace(/\/[^/]*$/u, '')}:${process.env['PATH'] ?? ''}`;
  await promisify(execFile)('sh', ['-c', `${line} -v error -y`], { cwd: folder, env: { ...process.env, PATH: path } });
}
