import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { makeKey } from '#pipeline/evidence/key-file.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { aContent, aFolder, retype } from '#tests/office.ts';
import { liveName, publishedTarget } from '#tests/pipeline/publish/a-target.ts';
import { aDesk, type Clerk } from './a-desk.ts';
import { call, formIn, type Reply, words } from './browser-without-script.ts';

const PHRASE = 'violet harbour lantern meadow copper anchor';

describe('publishing at the desk', () => {
  let content: string;
  let desk: Clerk;
  let target: string;
  before(async () => {
    content = await aContent();
    desk = await aDesk(content);
    target = join(await aFolder(), '公示 网站');
    await mkdir(target);
  });
  const to = (path: string, place: string, more: Record<string, string> = {}): string =>
    `${path}?${new URLSearchParams({ to: place, ...more }).toString()}`;

  it('begins with a site that is made, with its steps to follow', async () => {
    const first = words((await desk.get('/publish')).body);
    assert.match(first, /还没有生成过网站。 .*生成以后才能发布。/);
    assert.match(words((await desk.get(to('/publish/confirm', target))).body), /网站还没有生成，或者比内容旧。 先生成/);
    const done = await carriedOut(desk, await desk.fill('/publish', {}, '生成网站'));
    assert.match(done, /生成网站 .*接下来 去发布/);
    assert.match(words((await desk.get('/publish')).body), /已经生成，与现在的内容一致。 重新生成/);
  });

  it('says who publishes and that everything is new, and publishes exactly the site that was shown', async () => {
    const page = words((await desk.get(to('/publish/confirm', target))).body);
    assert.match(page, /由 \S+（在 \S+ 上） 发布，共 \d+ 个文件。/);
    assert.match(page, /那里还没有发布过，或者看不到以前的一版：所有网页都是新的。/);
    const { hidden, action } = formIn((await desk.get(to('/publish/confirm', target))).body);
    const other = hidden.map(([name, value]): [string, string] => [name, name === 'built' ? 'a'.repeat(64) : value]);
    const sent = await call(new URL(action, desk.address).href, {
      method: 'POST',
      headers: { cookie: desk.cookie, origin: desk.address, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([...other, ['first', 'yes']]).toString(),
    });
    assert.match(await carriedOut(desk, sent), /不是 --built 说的那一份/);
    assert.deepEqual(await readdir(target), []);
    const done = await carriedOut(desk, await desk.fill(to('/publish/confirm', target), {}, '发布'));
    assert.match(done, /已发布 \d{8}T\d{9}Z-[0-9a-f]{12}：\d+ 个文件/);
    assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /<title>/);
    const { ledgers } = JSON.parse(await readFile(join(content, 'published.json'), 'utf8')) as {
      ledgers: Record<string, { size: number; root: string }>;
    };
    const { size, root } = ledgers[target] ?? { size: 0, root: '' };
    // The fingerprint is the first ten bytes, in groups of four digits.
    const print = (root.slice(0, 20).match(/.{4}/g) ?? []).join(' ');
    const after = words((await desk.get('/publish')).body);
    assert.ok(
      after.includes(`${target} 这台电脑或服务器上的文件夹。发布过，账本 ${size} 条。印在纸上的指纹： ${print}`),
      after,
    );
  });

  it('says of the same site that nothing differs', async () => {
    const page = words((await desk.get(to('/publish/confirm', target))).body);
    assert.match(page, /与读者现在看到的一样，没有一页不同。/);
  });

  it('names the pages and people that readers will see more, otherwise, or no more', async () => {
    const strange = await publishedTarget('甲');
    const page = words((await desk.get(to('/publish/confirm', strange))).body);
    assert.match(page, /读者会多看到 \d+ 页/);
    assert.match(page, /读者会多看到 \d+ 页 .*关于2024年度澄湖工匠候选人的公示.*骆青川.*读者会看到改动/);
    assert.match(page, /读者会看到改动 1 页/);
    assert.match(page, /读者再也看不到 4 页 \/notice-1\/ \/notice-1\//);
  });

  it('goes back to a release that is chosen by its day, with what differs', async () => {
    const place = await publishedTarget('甲', '乙');
    const [first = ''] = (await readdir(join(place, 'releases'))).sort();
    const list = words((await desk.get(to('/publish/rollback', place))).body);
    assert.match(list, /现在提供的是 ?2026年11月25日（星期三） 10:01 ?的一版。/);
    const page = words((await desk.get(to('/publish/rollback', place, { release: first }))).body);
    assert.match(page, /读者会看到改动 5 页/);
    const done = await desk.after(await desk.fill(to('/publish/rollback', place, { release: first }), {}, '退回'));
    assert.match(words(done.body), /已经退回 .*已从 \S+ 退回到/);
    assert.equal(await liveName(place), first);
  });

  it('signs with a key whose passphrase is kept nowhere', async () => {
    const folder = await aFolder();
    const key = join(folder, 'gongshi.key');
    await writeFile(key, JSON.stringify(makeKey('gongshi.example.org', PHRASE, '2026-11-30', 16)));
    const zip = join(folder, '公示.zip');
    const address = to('/publish/confirm', zip);
    const wrong = await desk.fill(address, { key, 'secret-passphrase': 'wrong', 'new-ledger': 'yes' }, '发布');
    assert.equal(wrong.status, 422);
    assert.match(words(wrong.body), /口令不对，或者密钥文件已经损坏。/);
    assert.ok(!wrong.body.includes('wrong'));
    const sent = await desk.fill(address, { key, 'secret-passphrase': PHRASE, 'new-ledger': 'yes' }, '发布');
    const done = words((await desk.after(sent)).body);
    assert.match(done, /已经发布 .*已写出 .*已签名。/);
    assert.ok(!done.includes('passphrase'), done);
    const kept = join(content, '..', '.jiangbang-desk-content');
    for (const entry of await readdir(kept, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      assert.ok(!(await readFile(join(entry.parentPath, entry.name), 'utf8')).includes(PHRASE), entry.name);
      assert.doesNotMatch(entry.name, /passphrase/);
    }
  });

  it('compares what readers get with what was built', async () => {
    const server = await serveSite({ out: join(content, '../dist'), base: '/', port: 0 });
    try {
      const page = await desk.get('/publish/compare');
      assert.deepEqual(
        formIn(page.body).standing.map(([name]) => name),
        ['address'],
      );
      const done = await carriedOut(desk, await desk.fill('/publish/compare', { address: server.address }));
      assert.match(done, /响应头缺少/);
      const refused = await desk.fill('/publish/compare', { address: 'gongshi' });
      assert.equal(refused.status, 422);
      assert.match(words(refused.body), /网址要写全，例如 https:\/\/gongshi\.example\.org\/。/);
    } finally {
      await server.stop();
    }
  });

  it('refuses what cannot be: no target, a remote to go back at, a site that is older than the content', async () => {
    assert.match(words((await desk.get('/publish/confirm')).body), /没有写发布到哪里。/);
    assert.match(words((await desk.get(to('/publish/rollback', 'a.zip'))).body), /只有发布到文件夹的网站可以退回/);
    assert.match(words((await desk.get(to('/publish/rollback', '/nowhere'))).body), /里没有以前的一版可以退回。/);
    await retype(content, 'site.json', '"organiser": "', '"organiser": "新');
    assert.match(words((await desk.get('/publish')).body), /网站比内容旧：上次生成以后，内容又改动过。请重新生成。/);
  });
});

/** The words of the page of a job when it has ended. */
async function carriedOut(desk: Clerk, sent: Reply): Promise<string> {
  assert.equal(sent.status, 303, words(sent.body));
  for (;;) {
    const { body } = await desk.after(sent);
    if (!body.includes('data-job')) return words(body);
    await pause(200);
  }
}
