import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { ROOT } from '#pipeline/commands/root.ts';
import { advertisements } from '#pipeline/paper/carriers/advertisement.ts';
import { listWorkbook } from '#pipeline/paper/carriers/list-workbook.ts';
import { newspaperPackage, type NewspaperParts, newspaperText } from '#pipeline/paper/carriers/newspaper.ts';
import { documentFacts } from '#pipeline/paper/documents/facts.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { inspectCarrier } from '#pipeline/paper/inspect-carrier.ts';
import { pdfPages } from '#pipeline/paper/pdf-text.ts';
import { run } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { aPress, theRound, theSample } from './a-press.ts';

async function parts(): Promise<NewspaperParts> {
  const round = await theRound('weihai-chief-technician/2026');
  const { site } = await theSample();
  const document = there(roundDocuments(round, site.address)[0]).document;
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const pictures = [{ id: 'p1', name: '王磊', employer: '威海衍康医疗器械股份有限公司', credit: '单位供图', jpeg }];
  const { found } = advertisements(await aPress(), document, { column: 42, print: 'ac33', file: 'a' });
  return { document, round, site, pictures, advertisements: found };
}

describe('the package for a newspaper', () => {
  it('has texts, Word, pictures apart with their captions, who proof-read, and settings for the price', async () => {
    const { name, bytes } = newspaperPackage(await parts());
    const folder = '20261120关于2026年度威海市首席技师候选人名单的公示';
    assert.equal(name, `${folder}.zip`);
    const files = unzipSync(bytes);
    const names = Object.keys(files).map((path) => path.replace(`${folder}/`, '').replace(/高\d+/, '高…'));
    assert.deepEqual(names, [
      '正文.txt',
      '正文（不含网址邮箱）.txt',
      '正文.docx',
      '图片说明.txt',
      '图片/【图1】王磊.jpg',
      '联系人和校对.txt',
      '版面/一栏 6号字 宽42毫米 高…毫米.pdf',
      '版面/四栏 6号字 宽180毫米 高…毫米.pdf',
      '版面/一栏 小5字 宽42毫米 高…毫米.pdf',
      '版面/四栏 小5字 宽180毫米 高…毫米.pdf',
    ]);
    const text = (path: string): string => strFromU8(files[`${folder}/${path}`] ?? new Uint8Array());
    assert.equal(text('图片说明.txt'), '【图1】王磊，威海衍康医疗器械股份有限公司。单位供图\r\n');
    assert.match(
      text('联系人和校对.txt'),
      /联系人：媒体联系　电子邮箱 press@jiangbang\.example\.org\r\n校对：示例复核人\r\n/,
    );
    assert.match(text('正文.txt'), /chief-technician-2026@example\.org[\s\S]*网址：https:/);
    assert.doesNotMatch(text('正文（不含网址邮箱）.txt'), /@|https?:/);
  });

  it('says what the page says, in text and in columns as high as their names promise', async () => {
    const { document, advertisements: found } = await parts();
    const body = { ...document, attachments: [] };
    assert.deepEqual(inspectCarrier(newspaperText(document, true).join('\n'), documentFacts(body), 'a.txt'), []);
    for (const { pdf, width, height, columns } of found) {
      const [page, second] = await pdfPages(pdf);
      assert.ok(page && second === undefined);
      assert.ok(Math.abs(page.width - (width / 25.4) * 72) < 1 && Math.abs(page.height - (height / 25.4) * 72) < 1);
      const shown = page.runs.map(({ text }) => text).join('');
      assert.deepEqual(inspectCarrier(shown, documentFacts(body), `${columns}`), []);
      assert.ok(page.runs.every((run) => run.x >= 0 && run.x + run.width <= page.width && run.y > 0));
    }
  });
});

describe('the list as a workbook', () => {
  it('is the table of the page, cell by cell', async () => {
    const { document } = await parts();
    const [list] = document.attachments;
    assert.ok(list);
    const [sheet] = (await readXlsx(await listWorkbook(list))).sheets;
    assert.deepEqual(
      sheet?.rows.map((row) => row.map((cell) => cell ?? '')),
      [list.columns.map(({ head }) => head), ...list.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells))],
    );
  });
});

describe('what is made twice', () => {
  it('has the same bytes in another time zone, language and folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-twice-'));
    try {
      const words = [
        '--round',
        'jiaozuo-craftsman/2018',
        '--only',
        'pdf',
        '--only',
        'docx',
        '--only',
        'news',
        '--only',
        'xlsx',
        '--content',
      ];
      const there = spawnSync(
        process.execPath,
        [join(ROOT, 'scripts/paper.ts'), ...words, join(ROOT, 'content'), '--out', 'b'],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
        },
      );
      assert.equal(there.status, 0, there.stderr);
      const here = run('paper', ...words, 'content', '--out', join(folder, 'a'));
      assert.equal(here.exit, 0, here.err);
      const files = (await readdir(join(folder, 'a'), { recursive: true, withFileTypes: true })).filter((one) =>
        one.isFile(),
      );
      assert.equal(files.length, 11);
      for (const { parentPath, name } of files) {
        const path = join(parentPath, name);
        assert.ok(
          (await readFile(path)).equals(await readFile(path.replace(join(folder, 'a'), join(folder, 'b')))),
          name,
        );
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
