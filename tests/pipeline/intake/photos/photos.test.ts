import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { encodePhoto } from '#pipeline/intake/photos/photo-encode.ts';
import { photoLines } from '#pipeline/intake/photos/photo-text.ts';
import { type PhotoPerson, type PhotoPlan, type PhotoRequest, planPhotos } from '#pipeline/intake/photos/photos.ts';
import { portrait } from './photo-samples.ts';

const SHAN: PhotoPerson = {
  id: 'tvczq23',
  name: '单丽华',
  employer: '威海锦澜服饰有限公司',
  where: { file: '汇总表.xlsx', line: 4, person: '单丽华' },
};
const CONG: PhotoPerson = {
  id: 'c8h5kgh',
  name: '丛岩',
  employer: '威海听涛渔具有限公司',
  where: { file: '汇总表.xlsx', line: 5, person: '丛岩' },
};
const AGREED = { credit: '单位供图', consent: '本人书面同意' };

let desk: string;
let photoA: Buffer;
let photoB: Buffer;
let photoC: Buffer;
before(async () => {
  desk = await mkdtemp(join(tmpdir(), 'photos-'));
  [photoA, photoB, photoC] = [await portrait(), await portrait(), await portrait()];
});
after(() => rm(desk, { recursive: true }));

/** What the import does with the plan. */
async function putInPlace({ files, removed }: PhotoPlan, round: string): Promise<void> {
  await mkdir(join(round, 'photos'), { recursive: true });
  for (const [id, jpeg] of files) await writeFile(join(round, 'photos', `${id}.jpg`), jpeg);
  for (const id of removed) await rm(join(round, 'photos', `${id}.jpg`));
}

let count = 0;
/** A fresh folder of files as the office hands it over. */
async function folderOf(files: Record<string, Uint8Array | string>): Promise<string> {
  const folder = join(desk, `照片${(count += 1)}`);
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}

async function freshRound(): Promise<string> {
  const round = join(desk, `round-${(count += 1)}`);
  await mkdir(round);
  return round;
}

function plan(request: Partial<PhotoRequest> & { round: string }): Promise<PhotoPlan> {
  const silent = { step: () => undefined, done: () => undefined } satisfies Progress;
  return planPhotos({
    people: [SHAN, CONG],
    stopped: [],
    gone: [],
    folder: undefined,
    pictures: [],
    texts: {},
    progress: silent,
    ...request,
  });
}

function said({ findings }: PhotoPlan): string[] {
  return findings.map((one) => `${one.code} ${chinesePlace(one.where)}: ${sentence(one)}`);
}

function codes({ findings }: PhotoPlan): string {
  return findings.map(({ code }) => code).join(' ');
}

describe('photos that come with a roster', () => {
  it('are planned without writing, and put in place under the id', async () => {
    const round = await freshRound();
    const folder = await folderOf({ '单丽华_威海锦澜服饰有限公司.jpg': photoA, '丛岩.png': photoB });
    const planned = await plan({ round, folder, texts: AGREED });
    assert.deepEqual(said(planned), []);
    assert.deepEqual(Object.fromEntries(planned.changes), { tvczq23: 'new', c8h5kgh: 'new' });
    assert.deepEqual(Object.fromEntries(planned.records), { tvczq23: AGREED, c8h5kgh: AGREED });
    assert.deepEqual(photoLines(planned, 3), [
      '照片：新增 2 张，更换 0 张，移除 0 张，未变 0 张；无照片 1 人。',
      '  人与名是否相符，程序看不出来：请由认识本人的同志看 --report 写出的照片核对表。',
    ]);
    assert.deepEqual(await readdir(round), []);

    await putInPlace(planned, round);
    assert.deepEqual((await readdir(join(round, 'photos'))).sort(), ['c8h5kgh.jpg', 'tvczq23.jpg']);
    const expected = await encodePhoto(photoA);
    assert.ok('jpeg' in expected);
    assert.ok((await readFile(join(round, 'photos/tvczq23.jpg'))).equals(expected.jpeg));
  });

  it('change nothing when they come a second time', async () => {
    const round = await freshRound();
    const folder = await folderOf({ '单丽华.jpg': photoA });
    await putInPlace(await plan({ round, folder, texts: AGREED }), round);
    const again = await plan({ round, folder, texts: AGREED });
    assert.deepEqual(Object.fromEntries(again.changes), { tvczq23: 'unchanged' });
    assert.equal(again.files.size, 0);
    const later = await plan({ round, people: [{ ...SHAN, recorded: AGREED }, CONG] });
    assert.deepEqual(said(later), []);
    assert.deepEqual(Object.fromEntries(later.records), { tvczq23: AGREED });
  });

  it('are listed when somebody has none, and when one is nobody’s', async () => {
    const folder = await folderOf({ '单丽华.jpg': photoA, '鞠洪梅.jpg': photoB, '说明.docx': 'x' });
    await mkdir(join(folder, '备用'));
    assert.deepEqual(said(await plan({ round: await freshRound(), folder, texts: AGREED })), [
      `photo-subfolder 照片${count - 1}/备用: 照片文件夹里还有下级文件夹，没有读取。请把照片都放在同一层。`,
      `photo-not-a-picture 照片${count - 1}/说明.docx: 照片文件夹里有不是图片的文件，没有读取。请移走。`,
      `photo-unclaimed 照片${count - 1}/鞠洪梅.jpg: 文件名对不上名单里的任何人，没有采用。请核对姓名，改成“姓名_单位.jpg”；不用的请移走。`,
      'photo-not-found 汇总表.xlsx 第 5 行（丛岩）: 没有找到这个人的照片（威海听涛渔具有限公司）。如有照片，请命名为“姓名_单位.jpg”放进照片文件夹。',
    ]);
  });

  it('stop alone when damaged: the others go on, and the old picture stays', async () => {
    const round = await freshRound();
    await putInPlace(await plan({ round, folder: await folderOf({ '单丽华.jpg': photoA }), texts: AGREED }), round);
    const folder = await folderOf({ '单丽华.jpg': photoB.subarray(0, 9000), '丛岩.jpg': photoB });
    const people = [{ ...SHAN, recorded: AGREED }, CONG];
    const planned = await plan({ round, people, folder, texts: { credit: '另一人', consent: '另一次' } });
    assert.deepEqual(said(planned), [
      `photo-damaged 照片${count}/单丽华.jpg（单丽华）: 照片文件已损坏，不能完整解开，没有采用。请向本人重新要一份原图。`,
    ]);
    assert.deepEqual(Object.fromEntries(planned.changes), { tvczq23: 'unchanged', c8h5kgh: 'new' });
    assert.deepEqual(planned.records.get('tvczq23'), AGREED);
    assert.deepEqual([...planned.files.keys()], ['c8h5kgh']);
  });

  it('are refused when they are links, even into the folder itself', async () => {
    const outside = join(desk, 'secret.jpg');
    await writeFile(outside, photoA);
    const folder = await folderOf({ '丛岩.jpg': photoB });
    await symlink(outside, join(folder, '单丽华.jpg'));
    const planned = await plan({ round: await freshRound(), folder, texts: AGREED });
    assert.equal(codes(planned), 'photo-link photo-not-found');
    assert.deepEqual([...planned.files.keys()], ['c8h5kgh']);
    const linked = join(desk, 'linked');
    await symlink(folder, linked);
    await assert.rejects(plan({ round: await freshRound(), folder: linked }), (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.message, '找不到照片文件夹，或者它是快捷方式。请核对 --photos 后面写的路径。');
      return true;
    });
  });

  it('lie in cells as well; a folder goes before them', async () => {
    const where = { file: '汇总表.xlsx', cell: 'H4', line: 4, person: '单丽华' };
    const inCell = { person: 'tvczq23', where, bytes: photoA };
    const round = await freshRound();
    const alone = await plan({ round, pictures: [inCell], texts: AGREED });
    assert.deepEqual([...alone.files.keys()], ['tvczq23']);
    assert.match(alone.sheet, /新增 · 表格里的图片 H4/);
    const folder = await folderOf({ '单丽华.jpg': photoB, '丛岩.jpg': photoC });
    const both = await plan({ round, folder, pictures: [inCell], texts: AGREED });
    assert.deepEqual(said(both), []);
    const expected = await encodePhoto(photoB);
    assert.ok('jpeg' in expected && Buffer.from(both.files.get('tvczq23') ?? []).equals(expected.jpeg));
  });

  it('are one a person in the table too, however often the same picture is pasted', async () => {
    const at = (cell: string, bytes: Buffer): PhotoRequest['pictures'][number] => ({
      person: 'tvczq23',
      where: { file: '汇总表.xlsx', cell, line: 4, person: '单丽华' },
      bytes,
    });
    const same = await plan({
      round: await freshRound(),
      pictures: [at('H4', photoA), at('I4', photoA)],
      texts: AGREED,
    });
    assert.deepEqual([codes(same), same.files.size], ['photo-not-found', 1]);
    assert.equal(same.findings[0]?.where.person, '丛岩');
    const two = await plan({
      round: await freshRound(),
      pictures: [at('H4', photoA), at('I4', photoB)],
      texts: AGREED,
    });
    assert.equal(two.files.size, 0);
    assert.deepEqual(said(two).slice(0, 1), [
      'photo-twice 汇总表.xlsx H4（单丽华）: 这个人有不止一张照片：表格里的图片 H4、表格里的图片 I4。请只留一张。',
    ]);
  });

  it('under two names are one too many: neither is used', async () => {
    const folder = await folderOf({ '单丽华.jpg': photoA, '丛岩.jpg': photoA });
    const planned = await plan({ round: await freshRound(), folder, texts: AGREED });
    assert.equal(planned.files.size, 0);
    const message = '同一张图片给了 单丽华、丛岩，必有一张放错了人，都没有采用。请核对后各放各的照片。';
    assert.deepEqual(said(planned), [
      `photo-shared 照片${count - 1}/单丽华.jpg（单丽华）: ${message}`,
      `photo-shared 照片${count - 1}/丛岩.jpg（丛岩）: ${message}`,
    ]);
  });

  it('leave with the person they belong to', async () => {
    const round = await freshRound();
    await putInPlace(await plan({ round, folder: await folderOf({ '单丽华.jpg': photoA }), texts: AGREED }), round);
    const planned = await plan({ round, people: [CONG], gone: ['tvczq23'] });
    assert.deepEqual(planned.removed, ['tvczq23']);
    await putInPlace(planned, round);
    assert.deepEqual(await readdir(join(round, 'photos')), []);
  });

  it('are announced, but not line by line', async () => {
    const steps: string[] = [];
    const progress = { step: (text: string) => void steps.push(text), done: () => undefined };
    const folder = await folderOf({ '单丽华.jpg': photoA, '丛岩.jpg': photoB });
    const start = performance.now();
    await plan({ round: await freshRound(), folder, texts: AGREED, progress });
    assert.equal(steps[0], '处理照片 1/2');
    assert.ok(steps.length <= 1 + (performance.now() - start) / 1000);
  });

  it('of two thousand and more files mean a wrong folder', async () => {
    const folder = await folderOf({});
    for (let index = 0; index < 2001; index += 1) await writeFile(join(folder, `${index}.jpg`), '');
    await assert.rejects(plan({ round: await freshRound(), folder }), {
      message: '照片文件夹里有 2001 个文件，超过上限 2000 个，没有读取。请只放本届人选的照片。',
    });
  });
});

describe('consent and credit', () => {
  it('must both be recorded, or there is no photo', async () => {
    const folder = await folderOf({ '单丽华.jpg': photoA, '丛岩.jpg': photoB });
    const people = [
      { ...SHAN, credit: '张某 摄' },
      { ...CONG, consent: '本人口头同意，有记录' },
    ];
    const planned = await plan({ round: await freshRound(), folder, people });
    assert.equal(planned.files.size + planned.records.size, 0);
    assert.deepEqual(said(planned), [
      'photo-consent-missing 汇总表.xlsx 第 4 行（单丽华）: 有照片，却没有写明本人同意公开，没有采用。请在“照片同意”一栏写明怎样同意的，例如“本人书面同意”；全体相同时可用 --photo-consent。',
      'photo-credit-missing 汇总表.xlsx 第 5 行（丛岩）: 有照片，却没有署名，没有采用。请在“照片署名”一栏写明摄影或供图，全体相同时可用 --photo-credit。',
    ]);
  });

  it('of the person stand before those of the folder', async () => {
    const folder = await folderOf({ '单丽华.jpg': photoA, '丛岩.jpg': photoB });
    const people = [
      { ...SHAN, credit: '张某 摄' },
      { ...CONG, consent: '不同意' },
    ];
    const planned = await plan({ round: await freshRound(), folder, people, texts: AGREED });
    assert.deepEqual(Object.fromEntries(planned.records), { tvczq23: { ...AGREED, credit: '张某 摄' } });
    assert.deepEqual(said(planned), [
      'photo-consent-refused 汇总表.xlsx 第 5 行（丛岩）: “照片同意”一栏写着不同意或撤回，照片没有采用；内容目录里已有的照片将移除。',
    ]);
  });

  it('withdrawn take the photo out of the content, with or without a folder', async () => {
    const round = await freshRound();
    const folder = await folderOf({ '单丽华.jpg': photoA, '丛岩.jpg': photoB });
    await putInPlace(await plan({ round, folder, texts: AGREED }), round);
    const people = [
      { ...SHAN, consent: '本人已撤回', recorded: AGREED },
      { ...CONG, recorded: AGREED },
    ];
    for (const given of [undefined, folder]) {
      const planned = await plan({ round, people, folder: given, texts: given ? AGREED : {} });
      assert.deepEqual(planned.removed, ['tvczq23']);
      assert.deepEqual([...planned.records.keys()], ['c8h5kgh']);
    }
  });

  it('recorded for the old picture do not speak for another one', async () => {
    const round = await freshRound();
    await putInPlace(await plan({ round, folder: await folderOf({ '单丽华.jpg': photoA }), texts: AGREED }), round);
    const people = [{ ...SHAN, recorded: AGREED }];
    const planned = await plan({ round, people, folder: await folderOf({ '单丽华.jpg': photoB }) });
    assert.equal(codes(planned), 'photo-consent-missing photo-credit-missing');
    assert.deepEqual([Object.fromEntries(planned.changes), planned.files.size], [{ tvczq23: 'unchanged' }, 0]);
    assert.deepEqual(planned.records.get('tvczq23'), AGREED);
  });

  it('without a picture are pointed out', async () => {
    assert.deepEqual(said(await plan({ round: await freshRound(), people: [{ ...SHAN, ...AGREED }] })), [
      'photo-without-file 汇总表.xlsx 第 4 行（单丽华）: 表里写了照片署名或同意，却没有这个人的照片。请用 --photos 给出照片文件夹，或删去这两栏的字。',
    ]);
  });
});

describe('an id from a sheet', () => {
  it('never becomes a path', async () => {
    const round = await freshRound();
    const people = [{ ...SHAN, id: '../../outside' }];
    await assert.rejects(plan({ round, people }));
  });
});

describe('the contact sheet', () => {
  it('shows every person in the list’s order, with the face or an empty frame, escaped', async () => {
    const folder = await folderOf({ '丛岩.jpg': photoB });
    const people = [{ ...SHAN, employer: '<script>alert(1)</script>&"' }, CONG];
    const { sheet } = await plan({ round: await freshRound(), people, folder, texts: AGREED });
    assert.doesNotMatch(sheet, /<script/);
    assert.match(sheet, /名单 2 人，有照片 1 人，无照片 1 人/);
    const frames = sheet.split('<li>').slice(1);
    assert.equal(frames.length, 2);
    assert.match(frames[0] ?? '', /无照片.*1\. 单丽华.*&#60;script&#62;/);
    assert.match(
      frames[1] ?? '',
      /<img alt="丛岩的照片" src="data:image\/jpeg;base64,.*2\. 丛岩.*威海听涛渔具有限公司.*新增 · 丛岩\.jpg/,
    );
    assert.doesNotMatch(sheet, /(?:src|href)="(?!data:)/);
  });

  it('is absent when there is no photo at all', async () => {
    const planned = await plan({ round: await freshRound() });
    assert.equal(planned.sheet, '');
    assert.deepEqual(photoLines(planned, 2), []);
  });
});
