import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { renderSVG } from 'uqr';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { auditPaths } from '#pipeline/gate/audit-paths.ts';
import { encodePhoto } from '#pipeline/intake/photos/photo-encode.ts';

const nothing = new AllowList();
const found = (path: string, bytes: Uint8Array): string[] =>
  auditTree([{ path, bytes }], nothing).findings.map(({ kind, where }) => `${kind} ${where}`);
const inText = (path: string, text: string): string[] => found(path, Buffer.from(text));
/** A mobile number in three parts. */
const [a, b, c] = ['138', '1234', '5678'];

describe('a number in parts', () => {
  it('over keys and items of JSON is one', () => {
    for (const data of [
      { x: a, y: b, z: c },
      { p1: Number(a), p2: Number(b), p3: Number(c) },
      [{ v: a }, { v: b }, { v: c }],
    ])
      assert.deepEqual(inText('a.json', JSON.stringify(data)), ['mobile-number 键值'], JSON.stringify(data));
    assert.deepEqual(inText('a.json', JSON.stringify({ files: 138, bytes: 1234, total: 5678 })), []);
  });

  it('over data attributes and classes is one', () => {
    for (const page of [
      `<p data-a="${a}" data-b="${b}" data-c="${c}">x</p>`,
      `<input value="${a}"><input value="${b}"><input value="${c}">`,
      `<i data-n="${a}"></i><i data-n="${b}"></i><i data-n="${c}"></i>`,
      `<p class="big n${a} n${b} n${c}">x</p>`,
    ])
      assert.deepEqual(inText('a.html', page), ['mobile-number 属性'], page);
    assert.deepEqual(inText('a.html', `<p class="w-${a} h-${b} m-${c}" data-w="${a}">x</p>`), []);
  });

  it('over strings, rules and properties of a style is one', () => {
    for (const style of [
      `a::before{content:"${a}"}b::before{content:"${b}"}i::before{content:"${c}"}`,
      `:root{--a:${a};--b:${b};--c:${c}}`,
    ]) {
      assert.deepEqual(inText('a.css', style), ['mobile-number 样式'], style);
      assert.deepEqual(inText('a.html', `<style>${style}</style>`), ['mobile-number 样式'], style);
    }
  });

  it('put together by a script is one', () => {
    for (const script of [
      `const p="${a}",q="${b}",r="${c}";call(p+q+r)`,
      `const p='${a}';const q='${b}';call(\`\${p}\${q}${c}\`)`,
    ])
      assert.deepEqual(inText('a.js', script), ['mobile-number 字符串'], script);
    assert.deepEqual(inText('a.js', `const p="${a}",q="${b}";call(p,q)`), []);
  });
});

describe('a colour profile', () => {
  const words = `手机${a}${b}${c}`;
  const profile = Buffer.concat([Buffer.alloc(132), Buffer.from(words, 'utf16le').swap16()]);

  it('is read in PNG, JPEG and WebP', async () => {
    const chunk = (name: string, body: Buffer): Buffer => {
      const out = Buffer.alloc(12 + body.length);
      out.writeUInt32BE(body.length);
      out.write(name, 4);
      body.copy(out, 8);
      return out;
    };
    const blank = { create: { width: 8, height: 8, channels: 3 as const, background: '#fff' } };
    const png = await sharp(blank).png().toBuffer();
    const icc = chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(profile)]));
    const where = ['mobile-number 颜色配置'];
    assert.deepEqual(found('a.png', Buffer.concat([png.subarray(0, 33), icc, png.subarray(33)])), where);
    const jpeg = await sharp(blank).jpeg().toBuffer();
    const body = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01'), profile]);
    const head = Buffer.from([0xff, 0xe2, (body.length + 2) >> 8, (body.length + 2) & 255]);
    assert.deepEqual(found('a.jpg', Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])), where);
    const riff = Buffer.alloc(20);
    riff.write('RIFF');
    riff.writeUInt32LE(12 + profile.length, 4);
    riff.write('WEBPICCP', 8);
    riff.writeUInt32LE(profile.length, 16);
    assert.deepEqual(found('a.webp', Buffer.concat([riff, profile])), where);
  });

  it('that says nothing private passes', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withIccProfile('srgb')
      .png()
      .toBuffer();
    assert.deepEqual(found('a.png', png), []);
  });
});

describe('a code in a picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-codes-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const audit = async (name: string, bytes: Uint8Array): Promise<string[]> => {
    await writeFile(join(folder, name), bytes);
    const { findings } = await auditPaths([join(folder, name)], nothing);
    return findings.map(({ kind, where }) => `${kind} ${where}`);
  };
  const drawn = (text: string): Promise<Buffer> =>
    sharp(Buffer.from(renderSVG(text, { pixelSize: 4 })))
      .png()
      .toBuffer();
  const photo = (size: number): Sharp =>
    sharp({ create: { width: size, height: size, channels: 3, background: '#8aa' } });

  it('is judged by what it says', async () => {
    const told: [string, string][] = [
      [`tel:${a}${b}${c}`, 'mobile-number'],
      [`BEGIN:VCARD\nFN:某某\nTEL;CELL:${a}${b}${c}\nEND:VCARD`, 'mobile-number'],
      [`MECARD:N:某某;TEL:${a}${b}${c};;`, 'mobile-number'],
      ['https://u.wechat.com/kKabc123_x', 'wechat'],
      ['wxp://f2f0abcdEFGH1234567890', 'wallet'],
      ['https://qr.alipay.com/fkx1234567890abcdef', 'wallet'],
    ];
    for (const [text, kind] of told)
      assert.deepEqual(await audit('a.png', await drawn(text)), [`${kind} 二维码`], text);
    assert.deepEqual(await audit('a.png', await drawn('https://example.org/notice/')), []);
    assert.deepEqual(await audit('a.png', await photo(400).png().toBuffer()), []);
  });

  it('is judged by what is known of the picture where whoever asks has drawn it, and is read in any other', async () => {
    const foreign = await drawn(`tel:${a}${b}${c}`);
    const own = await drawn('https://example.org/notice/');
    const known = new Map([[createHash('sha256').update(own).digest('hex'), ['https://u.wechat.com/kKabc123_x']]]);
    const tree = join(folder, 'drawn');
    await mkdir(tree);
    for (const [name, bytes] of Object.entries({ 'a.png': own, 'b.png': foreign, 'c.png': own, 'd.png': foreign }))
      await writeFile(join(tree, name), bytes);
    const { findings } = await auditPaths([tree], nothing, { drawn: known });
    assert.deepEqual(
      findings.map(({ file, kind }) => `${basename(file)} ${kind}`),
      ['a.png wechat', 'b.png mobile-number', 'c.png wechat', 'd.png mobile-number'],
    );
    // Nobody else takes the word of another for it.
    const alone = await auditPaths([tree], nothing);
    assert.deepEqual(
      alone.findings.map(({ file, kind }) => `${basename(file)} ${kind}`),
      ['b.png mobile-number', 'd.png mobile-number'],
    );
  });

  it('is found small, turned and inverted, and beside another', async () => {
    const code = await drawn(`tel:${a}${b}${c}`);
    const other = await drawn('https://u.wechat.com/kKabc123_x');
    const both = await photo(1400)
      .composite([
        { input: await sharp(code).resize(120).toBuffer(), left: 1100, top: 200 },
        { input: await sharp(other).negate({ alpha: false }).rotate(90).toBuffer(), left: 100, top: 900 },
      ])
      .jpeg()
      .toBuffer();
    assert.deepEqual((await audit('b.jpg', both)).sort(), ['mobile-number 二维码', 'wechat 二维码']);
    const turned = await sharp(code).rotate(33, { background: '#888' }).webp().toBuffer();
    assert.deepEqual(await audit('c.webp', turned), ['mobile-number 二维码']);
  });

  it('keeps a portrait out at the import', async () => {
    const code = await drawn('https://u.wechat.com/kKabc123_x');
    const portrait = await photo(600)
      .composite([{ input: code, left: 400, top: 400 }])
      .jpeg()
      .toBuffer();
    assert.deepEqual(await encodePhoto(portrait), { code: 'photo-private-code', args: { kinds: '微信号' } });
    assert.ok('jpeg' in (await encodePhoto(await photo(600).jpeg().toBuffer())));
  });
});
