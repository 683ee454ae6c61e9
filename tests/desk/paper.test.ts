import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { aContent, ROUND, ROUND_FOLDER } from '#tests/office.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { words } from './browser-without-script.ts';

describe('papers at the desk', () => {
  let content: string;
  let desk: Clerk;
  const page = `/paper?round=${encodeURIComponent(ROUND)}`;
  const file = (path: string, more = ''): string =>
    `/paper/file?round=${encodeURIComponent(ROUND)}&file=${encodeURIComponent(path)}${more}`;
  before(async () => {
    content = await aContent();
    desk = await aDesk(content);
  });

  it('asks which round, and offers every carrier', async () => {
    assert.match(words((await desk.get('/paper')).body), /是哪一届？/);
    const offered = words((await desk.get(page)).body);
    assert.match(offered, /公文 PDF Word 文稿 Excel 名单 报纸投稿包 张贴海报 校样 PDF 荣誉证书/);
    assert.equal((await desk.get(file('x.pdf'))).status, 404);
  });

  it('makes those that are ticked, shows and saves each, and all in one', async () => {
    const sent = await desk.fill(page, { only: ['docx', 'xlsx', 'pdf'] });
    assert.equal(sent.status, 303);
    for (;;) {
      const { body } = await desk.after(sent);
      if (!body.includes('data-job')) {
        assert.match(words(body), /制作纸面文件 已写到 .*看做好的文件/);
        break;
      }
      await pause(200);
    }
    const shown = (await desk.get(page)).body;
    const links = [...shown.matchAll(/href="(\/paper\/file\?[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const pdf = links.find((href) => /\.pdf$/.test(decodeURIComponent(href))) ?? '';
    const seen = await desk.get(pdf);
    assert.deepEqual(
      [seen.status, seen.headers['content-type'], seen.body.slice(0, 5)],
      [200, 'application/pdf', '%PDF-'],
    );
    assert.equal(seen.headers['content-disposition'], undefined);
    const saved = await desk.get(`${pdf}&save=1`);
    assert.match(String(saved.headers['content-disposition']), /^attachment; filename\*=UTF-8''.+\.pdf$/);
    const all = await fetch(new URL(file('', '&save=1'), desk.address), { headers: { cookie: desk.cookie } });
    const names = Object.keys(unzipSync(new Uint8Array(await all.arrayBuffer())));
    assert.deepEqual([...new Set(names.map((name) => name.replace(/^.*\./, '')))].sort(), ['docx', 'pdf', 'xlsx']);
  });

  it('gives nothing but what was made', async () => {
    for (const path of ['../../desk.json', '..%2Fdesk.json', '/etc/passwd', 'C:\\x', './']) {
      assert.equal((await desk.get(file(path))).status, 404, path);
    }
  });

  it('says when the round was changed since', async () => {
    assert.doesNotMatch(words((await desk.get(page)).body), /不要拿旧的去盖章/);
    const later = new Date(Date.now() + 60_000);
    await utimes(join(content, ROUND_FOLDER, 'notice.md'), later, later);
    assert.match(words((await desk.get(page)).body), /做好以后，这一届的内容又改动过。请重新做，不要拿旧的去盖章。/);
  });
});
