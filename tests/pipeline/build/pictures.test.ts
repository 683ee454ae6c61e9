import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { AllowList } from '#core/privacy/allow-list.ts';
import { makePictures } from '#pipeline/build/pictures/make-pictures.ts';
import { openTypeface, widthOf } from '#pipeline/build/pictures/typeface.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { aContent, aPerson, type ARound } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const NOW = there(parseInstant('2024-09-12T09:00:00+08:00'));
const silent = (): void => undefined;

async function made(given: ARound, now = NOW, cache?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-pictures-'));
  const site = join(folder, 'site');
  const result = await makePictures(
    aContent({ rounds: [given] }),
    { site, cache: cache ?? join(folder, 'cache'), now },
    silent,
  );
  return { ...result, site, folder };
}

describe('share pictures', () => {
  it('are made in three sizes for every person and the notice, without a byte of metadata', async () => {
    const { site, folder, drawn } = await made({ people: [aPerson('p1', { name: '李䶮' })] });
    assert.equal(drawn, 6);
    const names = (await readdir(join(site, 'share'), { recursive: true }))
      .filter((name) => name.endsWith('.png'))
      .sort();
    assert.deepEqual(names, [
      'example-2024-1200.png',
      'example-2024-500.png',
      'example-2024-900.png',
      'people/p1-1200.png',
      'people/p1-500.png',
      'people/p1-900.png',
    ]);
    const sizes = { 1200: 630, 900: 383, 500: 500 };
    for (const name of names) {
      const bytes = await readFile(join(site, 'share', name));
      const { width, height } = await sharp(bytes).metadata();
      assert.equal(height, sizes[width as keyof typeof sizes], name);
      assert.deepEqual(auditTree([{ path: name, bytes }], new AllowList()).findings, []);
      assert.ok(bytes.length < 60_000, `${name} ${bytes.length}`);
    }
    await rm(folder, { recursive: true });
  });

  it('are drawn again only when something in them changed', async () => {
    const first = await made({ people: [aPerson('p1'), aPerson('p2', { name: '王二' })] });
    const cache = join(first.folder, 'cache');
    assert.equal((await made({ people: [aPerson('p1'), aPerson('p2', { name: '王二' })] }, NOW, cache)).drawn, 0);
    assert.equal((await made({ people: [aPerson('p1'), aPerson('p2', { name: '王三' })] }, NOW, cache)).drawn, 3);
  });

  it('have the lines of the craft beside the name where they are wide, of nobody whose record has faded', async () => {
    const people = (more = {}) => [aPerson('p1', more), aPerson('p2', { name: '王二' })];
    const bytesOf = async (given: ARound, now = NOW) => {
      const { site, folder } = await made(given, now);
      const all = await Promise.all(
        [1200, 900, 500].map((width) => readFile(join(site, `share/people/p1-${width}.png`), 'base64')),
      );
      await rm(folder, { recursive: true });
      return all;
    };
    const bare = await bytesOf({ people: people() });
    const crafted = await bytesOf({ people: people({ craftFamily: 'welding' }) });
    assert.deepEqual(
      crafted.map((bytes, at) => bytes === bare[at]),
      [false, false, true],
    );
    // Long after the window, nothing announced: nobody of the list is shown any more.
    const later = there(parseInstant('2025-03-01T09:00:00+08:00'));
    assert.deepEqual(
      await bytesOf({ people: people({ craftFamily: 'welding' }) }, later),
      await bytesOf({ people: people() }, later),
    );
  });

  it('are told to the gate as pictures without a code, all of them, drawn now or before', async () => {
    const first = await made({ people: [aPerson('p1')] });
    const again = await made({ people: [aPerson('p1')] }, NOW, join(first.folder, 'cache'));
    assert.deepEqual([first.drawn, again.drawn], [6, 0]);
    for (const { site, codes } of [first, again]) {
      const names = await readdir(join(site, 'share'), { recursive: true });
      for (const name of names.filter((one) => one.endsWith('.png'))) {
        const bytes = await readFile(join(site, 'share', name));
        assert.deepEqual(codes.get(createHash('sha256').update(bytes).digest('hex')), [], name);
      }
    }
  });

  it('are drawn anew when what is kept of them was changed', async () => {
    const first = await made({ people: [aPerson('p1')] });
    const cache = join(first.folder, 'cache');
    const shown = (site: string): Promise<Buffer> => readFile(join(site, 'share/people/p1-500.png'));
    const right = await shown(first.site);
    const kept = await readdir(cache);
    const foreign = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    for (const name of kept) await writeFile(join(cache, name), foreign);
    const again = await made({ people: [aPerson('p1')] }, NOW, cache);
    assert.equal(again.drawn, 6);
    assert.deepEqual(await shown(again.site), right);
    assert.deepEqual((await readdir(cache)).sort(), kept.sort());
  });

  it('are neutral, at the same address, for somebody who may not be shown any more', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'jiangbang-pictures-'));
    const [one, two] = [aPerson('p1'), aPerson('p2', { name: '王二' })];
    const after = await made({ people: [one, two] }, parseInstant('2024-09-19T00:00:00+08:00'), cache);
    const bytes = (id: string): Promise<Buffer> => readFile(join(after.site, `share/people/${id}-1200.png`));
    assert.deepEqual(await bytes('p1'), await bytes('p2'));
    const before = await made({ people: [one, two] }, NOW, cache);
    assert.notDeepEqual(await readFile(join(before.site, 'share/people/p1-1200.png')), await bytes('p1'));
  });

  it('stop the build at a character that no shipped font has, by name', async () => {
    const { findings, site } = await made({ people: [aPerson('p1', { name: '李\u{2A6A5}' })] });
    assert.deepEqual(
      findings.map(({ code, where, args }) => [code, where.person, args['code']]),
      [['glyph-missing', '李\u{2A6A5}', 'U+2A6A5']],
    );
    await assert.rejects(stat(site));
  });

  it('are the same bytes in another process and another time zone', async () => {
    const script = `
      import { draw, SIZES } from '#pipeline/build/pictures/drawing.ts';
      import { openTypeface } from '#pipeline/build/pictures/typeface.ts';
      import sharp from 'sharp';
      import { createHash } from 'node:crypto';
      const svg = draw({ title: '陈𠮷', lines: ['示例造船厂', '焊工'], site: '匠榜' }, SIZES[0], await openTypeface());
      const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 4, compressionLevel: 9 }).toBuffer();
      process.stdout.write(createHash('sha256').update(png).digest('hex'));`;
    const run = async (TZ: string, LANG: string): Promise<string> => {
      const env = { ...process.env, TZ, LANG };
      const args = ['--input-type=module-typescript', '-e', script];
      return (await promisify(execFile)(process.execPath, args, { cwd: ROOT, env })).stdout;
    };
    assert.equal(await run('Asia/Shanghai', 'C'), await run('America/New_York', 'zh_CN.UTF-8'));
  });
});

describe('the typeface', () => {
  it('sets every Han character on a square: ten of them are ten ems wide', async () => {
    const { bold } = await openTypeface();
    assert.equal(Math.round(widthOf('工匠公示结果名单命名', 100, bold)), 1000);
  });
  it('has what sample names are made of, the rare ones too', async () => {
    const { bold } = await openTypeface();
    for (const character of '䶮㛃𬮱𠮷·')
      assert.ok(
        bold.some((font) => font.has(character)),
        character,
      );
  });
});
