import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';

/** Two grey seconds, H.264 alone: ftyp, moov, free, mdat. */
const FILM = await readFile(new URL('../../fixtures/showcase/film.mp4', import.meta.url));

function box(name: string, ...body: Uint8Array[]): Buffer {
  const content = Buffer.concat(body);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** The film with one more box at the end of its index, whose size grows with it. */
function withinIndex(more: Buffer): Buffer {
  const at = FILM.indexOf('moov') - 4;
  const size = FILM.readUInt32BE(at);
  const grown = Buffer.from(FILM);
  grown.writeUInt32BE(size + more.length, at);
  return Buffer.concat([grown.subarray(0, at + size), more, grown.subarray(at + size)]);
}

function seen(bytes: Buffer): { faults: string[]; texts: string } {
  const { faults, views } = lookAtFile('film.mp4', bytes);
  return {
    faults: faults.map(({ kind, where }) => `${kind} ${where}`),
    texts: views.flatMap(({ text }) => text).join('\n'),
  };
}

describe('a film at the gate', () => {
  it('is clean when it holds pictures and who encoded them', () => {
    assert.deepEqual(seen(FILM).faults, []);
  });

  it('says what is written beside the pictures', () => {
    const meta = box(
      'udta',
      box('meta', Buffer.alloc(4), box('ilst', box('\u00a9xyz', Buffer.from('+37.5091+122.1164/')))),
    );
    const { faults, texts } = seen(withinIndex(meta));
    assert.deepEqual(faults, ['image-metadata 影片附加信息']);
    assert.match(texts, /\+37\.5091\+122\.1164/u);
  });

  it('says what was left behind in its free room and behind its end', () => {
    for (const name of ['free', 'uuid']) {
      const { faults, texts } = seen(Buffer.concat([FILM, box(name, Buffer.from('联系电话见内网'))]));
      assert.deepEqual(faults, ['image-metadata 影片附加数据'], name);
      assert.match(texts, /联系电话见内网/u);
    }
    assert.deepEqual(seen(Buffer.concat([FILM, box('free', Buffer.alloc(64))])).faults, []);
  });

  it('is unreadable when it is cut', () => {
    assert.match(seen(FILM.subarray(0, FILM.length - 20)).faults.join(), /unreadable/u);
  });
});
