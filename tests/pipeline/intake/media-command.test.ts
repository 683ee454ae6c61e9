import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { mediaCommand } from '#pipeline/intake/media-command.ts';
import { aContent, checked, given, ROUND_FOLDER } from '#tests/office.ts';
import { SHOWN, showPerson } from '#tests/shown-person.ts';

describe('npm run media', () => {
  it('frees pictures of what a camera wrote into them, and leaves the others', async () => {
    const content = await aContent();
    await showPerson(content);
    const folder = `${ROUND_FOLDER}/media/${SHOWN}`;
    const work = join(content, folder, 'work-1.jpg');
    const other = await readFile(join(content, folder, 'process-1.jpg'));
    await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#789' } })
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '37/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(work);
    assert.match(
      (await checked(content)).join(),
      /media\/k7m2xq4\/work-1\.jpg：图片带有附加信息（EXIF 或 XMP），.*\[image-metadata\]/u,
    );

    const before = await readFile(work);
    const planned = await mediaCommand.run(given({ content, 'check-only': true }), Date.now);
    assert.equal(planned.text, `要处理 ${folder}/work-1.jpg\nmedia 里有 5 张图片，要处理 1 张，本来就合适 4 张。\n`);
    assert.deepEqual(await readFile(work), before);

    const { exit, text } = await mediaCommand.run(given({ content }), Date.now);
    assert.equal(exit, 0);
    assert.equal(
      text,
      `已处理 ${folder}/work-1.jpg\nmedia 里有 5 张图片，已处理 1 张，本来就合适 4 张。\n已经批准过的，图片变了，要经批准机关同意后重新批准（--again）。\n`,
    );
    const { width, height, exif, orientation } = await sharp(work).metadata();
    assert.deepEqual(
      { width, height, exif, orientation },
      { width: 1600, height: 2400, exif: undefined, orientation: undefined },
    );
    assert.deepEqual(await readFile(join(content, folder, 'process-1.jpg')), other);
    assert.deepEqual(await checked(content), []);
  });

  it('says of what is no picture that it is none, and changes nothing of it', async () => {
    const content = await aContent();
    await showPerson(content);
    await writeFile(join(content, ROUND_FOLDER, 'media', SHOWN, 'work-1.jpg'), 'no picture');
    const { exit, text } = await mediaCommand.run(given({ content }), Date.now);
    assert.equal(exit, 1);
    assert.match(text, /work-1\.jpg[\s\S]*\[photo-/u);
    assert.match(text, /media 里有 5 张图片，已处理 0 张，本来就合适 4 张。/u);
  });
});
