import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filmFacts as factsOf, type FilmReading } from '#core/film/film-facts.ts';
import { filmFaults } from '#core/film/film-faults.ts';
import { withFile } from '#pipeline/content/file-pieces.ts';
import { missing } from '#tests/system-program.ts';
import { FILM_NAMES, type FilmName, halve, makeFilm, runLine } from './film-files.ts';

const filmFacts = (path: string): Promise<FilmReading> => withFile(path, factsOf);

/** What the makers of the formats call each of them, and what a browser needs (H.264, 4:2:0, AAC, ISO/IEC 14496-14). */
const FAULTS: Record<FilmName, string[]> = {
  fit: [],
  silent: [],
  upright: [],
  hevc: ['画面编码是 HEVC（H.265），要 H.264'],
  'mpeg-4': ['画面编码是 MPEG-4 Part 2，要 H.264'],
  full: ['像素格式是 yuv444p，要 yuv420p'],
  deep: ['像素格式是 yuv420p10，要 yuv420p'],
  large: ['画面 1920×1080，最大 720p（1280×720）'],
  late: ['索引（moov）在文件末尾，全部下载完才能播放'],
  mp3: ['声音编码是 MP3，要 AAC'],
  renamed: ['是 QuickTime（.mov）格式，只改了名'],
  webm: ['不是 MP4 文件'],
  pieces: ['是分段封装的（fragmented）'],
  placed: ['带有附加信息，可能含拍摄地点、时间和设备'],
};

describe('films made by ffmpeg', { skip: missing('ffmpeg') }, () => {
  let folder = '';
  const at = (name: string): string => join(folder, name, 'film.mp4');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangbang-films-'));
    for (const name of [...FILM_NAMES, 'half']) await mkdir(join(folder, name));
    for (const name of FILM_NAMES) await makeFilm(name, at(name));
    await halve(at('fit'), at('half'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const faultsOf = async (path: string, most = 50): Promise<ReturnType<typeof filmFaults>> => {
    const reading = await filmFacts(path);
    assert.notEqual(reading.kind, 'broken', path);
    return reading.kind === 'broken' ? undefined : filmFaults(reading, { file: 'film.mp4', most });
  };

  for (const name of FILM_NAMES) {
    it(`are known for what they are: ${name}`, async () => {
      assert.deepEqual((await faultsOf(at(name)))?.faults ?? [], FAULTS[name]);
    });
  }

  it('tell their length, their size and their sound', async () => {
    const reading = await filmFacts(at('fit'));
    assert.equal(reading.kind, 'film');
    const { duration, width, height, sounds, startsFast } = reading.facts;
    assert.ok(Math.abs(duration - 1) < 0.05, String(duration));
    assert.deepEqual(
      { width, height, sounds, startsFast },
      { width: 320, height: 180, sounds: ['AAC'], startsFast: true },
    );
  });

  it('are broken where the copy was broken off', async () => {
    assert.deepEqual(await filmFacts(at('half')), { kind: 'broken' });
  });

  it('are mended by the line that is said with the finding', async () => {
    for (const name of FILM_NAMES.filter((one) => FAULTS[one].length > 0)) {
      const { command = '' } = (await faultsOf(at(name))) ?? {};
      await runLine(command, join(folder, name));
      assert.deepEqual((await faultsOf(join(folder, name, 'film-new.mp4')))?.faults ?? [], [], name);
    }
  });

  it('are re-encoded only where their streams are unfit', async () => {
    assert.equal(
      (await faultsOf(at('late')))?.command,
      'ffmpeg -i film.mp4 -map 0:v:0 -map 0:a? -c copy -map_metadata -1 -movflags +faststart film-new.mp4',
    );
    assert.match(
      (await faultsOf(at('hevc')))?.command ?? '',
      /-c:v libx264 -preset medium -b:v 1200k .*-pix_fmt yuv420p/u,
    );
  });
});

describe('a film that is fit and too large', () => {
  const facts = {
    size: 84 * 1024 * 1024,
    isQuickTime: false,
    isFragmented: false,
    startsFast: true,
    duration: 600,
    pictures: [{ codec: 'avc1', pixels: 'yuv420p', width: 1280, height: 720 }],
    sounds: ['AAC'],
    others: 0,
    hasMetadata: false,
    width: 1280,
    height: 720,
  };

  it('is encoded to fit into what is allowed', () => {
    const unfit = filmFaults({ kind: 'film', facts }, { file: 'film.mp4', most: 50 });
    assert.deepEqual(unfit?.faults, ['有 84 MB，上限 50 MB']);
    // 50 MB in 600 s are 682 kbit/s; the sound takes 96, and a twentieth is left.
    assert.match(unfit?.command ?? '', / -b:v 552k /u);
  });
});
