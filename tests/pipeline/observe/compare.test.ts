import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareLive } from '#pipeline/observe/compare.ts';
import { nginxOver, type RunningServer } from '#tests/nginx-server.ts';
import { publishedTarget, siteOf } from '#tests/pipeline/publish/a-target.ts';

let target: string;
let nginx: RunningServer;

before(async () => {
  target = await publishedTarget('甲');
  nginx = await nginxOver(join(target, 'current'));
});

after(() => nginx.stop());

describe('comparing what readers get with what was built', () => {
  it('finds nothing behind the nginx configuration of docs/hosting', async () => {
    const { files, differences } = await compareLive(await siteOf('甲'), nginx.address);
    assert.equal(files, 7);
    assert.deepEqual(differences, []);
  });

  it('tells a changed text from inserted code', async () => {
    assert.match((await compareLive(await siteOf('乙'), nginx.address)).differences[0]?.sentence ?? '', /404/);
    const page = join(target, 'current/notice-1/index.html');
    const built = await readFile(page, 'utf8');
    const differences = async () => (await compareLive(await siteOf('甲'), nginx.address)).differences;
    await writeFile(page, `${built}<script>count()</script>`);
    assert.match((await differences())[0]?.sentence ?? '', /插入了代码/);
    await writeFile(page, built.replace('甲', '乙'));
    assert.match((await differences())[0]?.sentence ?? '', /文字与成品不同/);
    await writeFile(page, built);
    assert.deepEqual(await differences(), []);
  });
});
