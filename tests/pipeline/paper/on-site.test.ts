import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { bare } from '#pipeline/paper/inspect-carrier.ts';
import { inspectPapers } from '#pipeline/paper/papers.ts';
import { pdfText } from '#pipeline/paper/pdf-text.ts';
import { siteFiles } from '#pipeline/release/site-files.ts';
import { buildInto } from '#tests/built-site.ts';
import { aContent, ROUND, ROUND_FOLDER } from '#tests/office.ts';

describe('paper on the site', () => {
  it('is linked from the notice, inspected, in no index, with the scan of the stamped document beside it', async () => {
    const content = await aContent();
    const settings = JSON.parse(await readFile(join(content, 'site.json'), 'utf8')) as object;
    await writeFile(join(content, 'site.json'), JSON.stringify({ ...settings, paper: { onSite: ['pdf', 'docx'] } }));
    await mkdir(join(content, ROUND_FOLDER, 'stamped'));
    const scan = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    await writeFile(join(content, ROUND_FOLDER, 'stamped/notice.jpg'), scan);
    const now = '2024-09-12T10:00:00+08:00';
    const site = await buildInto({ content, now });

    const page = await readFile(join(site, ROUND, 'notice/index.html'), 'utf8');
    for (const target of ['../notice.pdf', '../notice.docx', '../stamped-notice.jpg'])
      assert.ok(page.includes(`href="${target}"`), target);
    assert.ok(page.includes('打印版和Word文稿为网站打印件，以加盖公章的文件为准。'));
    const files = [...(await siteFiles(site)).keys()].filter((path) => path.startsWith(`${ROUND}/`));
    for (const file of ['notice.pdf', 'notice.docx', 'stamped-notice.jpg'])
      assert.ok(files.includes(`${ROUND}/${file}`), file);
    assert.ok(
      bare(await pdfText(await readFile(join(site, ROUND, 'notice.pdf')))).includes(
        '本页为网站打印件，以加盖公章的文件为准。',
      ),
    );
    const index = await Promise.all(
      (await readdir(join(site, 'search'), { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile())
        .map((one) => readFile(join(one.parentPath, one.name), 'latin1')),
    );
    assert.ok(!index.join('').includes('notice.pdf'));

    const { content: read } = await checkContent(content);
    assert.ok(read);
    const instant = Date.parse(now);
    assert.deepEqual(await inspectPapers(read, { site, now: instant }), []);
    // A date changed by hand in the finished Word file is told when the site is looked at again.
    const path = join(site, ROUND, 'notice.docx');
    const parts = unzipSync(await readFile(path));
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    parts['word/document.xml'] = strToU8(body.replaceAll('2024年9月18日', '2024年9月28日'));
    await writeFile(path, zipSync(parts));
    const told = (await inspectPapers(read, { site, now: instant })).map(
      (one) => `${chinesePlace(one.where)}：${sentence(one)}`,
    );
    assert.ok(
      told.includes(
        `${ROUND}/notice.docx：做出来的文件里有“2024年9月28日（星期三）”，网页上没有。请停止使用这个文件并报告程序缺陷。`,
      ),
      told.join('\n'),
    );
  });
});
