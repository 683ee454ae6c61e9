import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { carriedOut } from '#pipeline/commands/run-command.ts';
import { photoCommand } from '#pipeline/intake/photos/photo-command.ts';
import { encodeFocused, frameAround } from '#pipeline/intake/photos/photo-focus.ts';
import { PhotoQueue } from '#pipeline/intake/photos/photo-queue.ts';
import { aBench, type Bench, clear, filesIn, importFiles, put } from '#tests/pipeline/intake/office-bench.ts';
import { xlsxFile } from '#tests/pipeline/intake/office-files.ts';
import { HEAD, PERSON } from '../hostile-files.ts';
import { portrait } from './photo-samples.ts';

const ID = 'bbbbbbc';
const WORDS = [
  '--credit',
  '威海甲船业有限公司供图',
  '--consent',
  '本人书面同意',
  '--by',
  '张三',
  '--checked-by',
  '李四',
];

describe('a portrait laid on a person', () => {
  let bench: Bench;
  let picture: string;
  before(async () => {
    bench = await aBench();
    await importFiles(bench, [await put(bench, '名单.xlsx', xlsxFile([{ name: 'a', rows: [HEAD, PERSON] }]))]);
    picture = await put(bench, '照片.jpg', await portrait());
  });
  after(() => clear(bench));

  const photo = async (...words: string[]): Promise<{ exit: number; told: string }> => {
    const all = [...words, '--round', bench.round, '--content', bench.content];
    const { exit, text } = await carriedOut(photoCommand, all, Date.now);
    return { exit, told: text };
  };

  it('needs a second person, and words that may be public', async () => {
    const before = await filesIn(bench.folder);
    const changed = (at: string, text: string): string[] => WORDS.map((word, i) => (WORDS[i - 1] === at ? text : word));
    const refused = async (words: string[]): Promise<string> =>
      (await photo(picture, '--person', '李明', ...words)).told;
    assert.match(await refused(changed('--checked-by', '张三')), /核对人要是另一个人：给照片选人的，不能自己核对。/);
    assert.match(await refused(changed('--consent', '本人不同意')), /同意方式写着不同意或撤回，照片没有采用。/);
    assert.match(
      await refused(changed('--credit', '供图 13812345678')),
      /照片的署名里好像有手机号码。这段文字会公开，请删去号码后重写。/,
    );
    assert.match(await refused(WORDS.slice(0, 6)), /请由第二个人逐张核对照片和姓名，写上核对人的姓名。/);
    assert.deepEqual(await filesIn(bench.folder), before);
  });

  it('is cut around the face, recorded with credit and consent, changed and taken away', async () => {
    assert.equal((await photo(picture, '--person', ID, '--focus', '50,40', ...WORDS)).exit, 0);
    const { width = 0, height = 0 } = await sharp(join(bench.folder, 'photos', `${ID}.jpg`)).metadata();
    assert.deepEqual([width, height], [480, 640]);
    const file = (): Promise<string> => readFile(join(bench.folder, 'candidates', `${ID}.md`), 'utf8');
    assert.match(await file(), /photo:\n {2}credit: "威海甲船业有限公司供图"\n {2}consent: "本人书面同意"\n/);

    const gone = await photo('--remove-photo', '--person', '李明', '--by', '张三', '--checked-by', '李四');
    assert.equal(gone.exit, 0);
    assert.doesNotMatch(await file(), /photo:/);
    assert.ok(!Object.keys(await filesIn(bench.folder)).some((name) => name.startsWith('photos/')));
  });

  it('leaves everything as it was where the picture will not do', async () => {
    const before = await filesIn(bench.folder);
    const broken = await put(bench, '坏.jpg', Buffer.from('no picture'));
    await writeFile(broken, (await portrait()).subarray(0, 4000));
    const { exit, told } = await photo(broken, '--person', ID, ...WORDS);
    assert.equal(exit, 1);
    assert.match(told, /照片文件已损坏，不能完整解开，没有采用。请向本人重新要一份原图。/);
    assert.deepEqual(await filesIn(bench.folder), before);
  });
});

describe('a frame around a face', () => {
  const size = { width: 1000, height: 600 };
  it('is three wide and four high, and stays inside of the picture', () => {
    // 450 of 1000 wide, the whole height: worked out by hand.
    const near = (value: number): number => Math.round(value * 1000) / 1000;
    const { crop } = frameAround({ x: 0.5, y: 0.5 }, size);
    assert.deepEqual([crop.left, crop.right, crop.top, crop.bottom].map(near), [0.275, 0.275, 0, 0]);
    const edge = frameAround({ x: 0.02, y: 0.9 }, size).crop;
    assert.deepEqual([edge.left, edge.right].map(near), [0, 0.55]);
    const tall = frameAround({ x: 0.3, y: 0 }, { width: 600, height: 1000 }).crop;
    assert.deepEqual([tall.top, tall.bottom].map(near), [0, 0.2]);
  });

  it('cuts the picture that a person sees', async () => {
    const left = await sharp({ create: { width: 500, height: 600, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer();
    const wide = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#0000ff' } })
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    const made = await encodeFocused(wide, undefined, { x: 0.2, y: 0.5 });
    assert.ok('jpeg' in made);
    const { channels } = await sharp(made.jpeg).stats();
    assert.ok((channels[0]?.mean ?? 0) > 200 && (channels[2]?.mean ?? 255) < 50);
  });
});

it('a queue encodes each picture once, beside everything else, and says when it is ready', async () => {
  const queue = new PhotoQueue(1);
  const bytes = await portrait();
  let reads = 0;
  const read = (): Promise<Uint8Array> => Promise.resolve(((reads += 1), bytes));
  assert.deepEqual(await queue.encode({ place: 'a', read }), { waiting: true });
  assert.deepEqual(await queue.encode({ place: 'a', read }), { waiting: true });
  await queue.settled();
  const made = await queue.encode({ place: 'a', read });
  assert.ok('jpeg' in made && made.width === 480);
  assert.deepEqual([reads, queue.progress], [1, { done: 1, of: 1 }]);
  await queue.close();
});
