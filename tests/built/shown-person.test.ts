import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { pageWeight } from '#pipeline/build/page-weight.ts';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { aContent, given } from '#tests/office.ts';
import { SHOWN, SHOWN_WORDS, showPerson } from '#tests/shown-person.ts';

const PAGE = `people/${SHOWN}/`;

async function filesOf(site: string): Promise<string[]> {
  const all = await readdir(site, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(site.length + 1));
}

describe('a profile with everything', () => {
  let content = '';
  let site = '';
  let html = '';
  before(async () => {
    content = await aContent();
    await showPerson(content);
    site = await buildInto({ content, now: '2024-09-12T10:00:00+08:00' });
    html = await readFile(join(site, PAGE, 'index.html'), 'utf8');
  });

  it('shows it from top to bottom, before the window has closed', async () => {
    const text = await visibleText(site, PAGE);
    const order = [
      '庾岚',
      '候选人',
      '“手上的分寸要靠年头攒。”',
      '十六公里',
      '看手艺',
      '2秒，有字幕和文字稿',
      '一道工序',
      '① 左手捏住断纱',
      '作品',
      '经历',
      '2012',
      '师承',
      '某师傅',
      '事迹材料',
    ];
    const places = order.map((words) => text.indexOf(words));
    assert.deepEqual(
      places.filter((place) => place < 0),
      [],
      text,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      text,
    );
    assert.doesNotMatch(text, /获得者/u);
  });

  it('weighs at most 24 KB before pictures and film', async () => {
    const { brotliBytes, requests } = await pageWeight(site, PAGE);
    assert.ok(brotliBytes <= 24 * 1024, String(brotliBytes));
    assert.deepEqual(requests, []);
  });

  it('says of every picture what it shows and how large it is, and moves nothing when it comes', () => {
    const images = html.match(/<img [^>]*>/gu) ?? [];
    assert.equal(images.length, 5);
    for (const image of images) {
      assert.match(image, / width="\d+"/u);
      assert.match(image, / height="\d+"/u);
      assert.match(image, / alt="[^"]{4,}"/u);
      assert.match(image, / srcset="[^"]+ \d+w/u);
    }
    assert.match(html, /#portrait\{background-color:#[0-9a-f]{6}\}/u);
    assert.match(html, /#portrait\{object-position:50% 30%\}/u);
    assert.match(html, /<source type="image\/avif" srcset="[^"]*photos\/k7m2xq4-720\.avif">/u);
  });

  it('plays its film from this site alone, when asked', () => {
    assert.match(html, /content="[^"]*;media-src 'self';/u);
    assert.match(html, /<video [^>]*preload="none"/u);
    assert.match(html, /<track kind="captions" srclang="zh-CN"/u);
    assert.match(html, /<source src="[^"]*media\/k7m2xq4\/film\.mp4" type="video\/mp4">/u);
  });

  it('has the files it names, and no policy for films stands elsewhere', async () => {
    const files = (await filesOf(site)).filter((file) => /^(?:media|photos)\//u.test(file)).sort();
    const versions = ['process-1', 'process-2', 'process-3'].flatMap((name) => [
      `${name}-360.webp`,
      `${name}-720.webp`,
    ]);
    const own = [
      'film-640.webp',
      'film-800.webp',
      'film.mp4',
      'film.vtt',
      ...versions,
      'work-1-480.webp',
      'work-1-960.webp',
      'work-1-1600.webp',
    ];
    const photos = ['.webp', '-240.webp', '-480.webp', '-720.webp', '-720.avif'].map((end) => `photos/${SHOWN}${end}`);
    assert.deepEqual(files, [...own.map((name) => `media/${SHOWN}/${name}`), ...photos].sort());
    assert.doesNotMatch(await readFile(join(site, 'people/p3wd9hz/index.html'), 'utf8'), /media-src/u);
  });

  it('is in no file once the person is taken down', async () => {
    const now = '2024-09-12T10:30:00+08:00';
    const options = given({ content, person: SHOWN, 'reason-code': 'consent-withdrawn', now });
    assert.equal((await takedownCommand.run(options, () => Date.parse(now))).exit, 0);
    const after = await buildInto({ content, now: '2024-09-12T11:00:00+08:00' });
    const files = await filesOf(after);
    assert.deepEqual(
      files.filter((file) => /^(?:media|photos)\//u.test(file)),
      [],
    );
    for (const file of files) {
      const bytes = await readFile(join(after, file));
      for (const words of [...SHOWN_WORDS, '庾岚']) assert.equal(bytes.includes(words), false, `${file}: ${words}`);
    }
  });
});
