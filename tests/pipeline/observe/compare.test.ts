import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { compareLive } from '#pipeline/observe/compare.ts';
import { compareCommand } from '#pipeline/observe/compare-command.ts';
import { nginxOver, type RunningServer } from '#tests/nginx-server.ts';
import { type Habit, oddHost } from '#tests/odd-host.ts';
import { publishedTarget, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { missing } from '#tests/system-program.ts';

let target: string;
let nginx: RunningServer;

describe('comparing what readers get with what was built', { skip: missing('nginx') }, () => {
  before(async () => {
    target = await publishedTarget('甲');
    nginx = await nginxOver(join(target, 'current'));
  });

  after(() => nginx.stop());

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

describe('a host with a habit', () => {
  /** Causes → files, without what every host here lacks: headers. */
  async function causes(habit: Habit): Promise<Record<string, number>> {
    const site = await siteOf('甲');
    await writeFile(join(site, 'notice-1/index.html'), '<link rel="stylesheet" href="a.css">\n<p class="a">乙</p>\n');
    await writeFile(join(site, 'feed.jsonl'), '{}\n');
    await writeFile(join(site, 'key'), 'x\n');
    const host = await oddHost(site, habit);
    try {
      const { differences } = await compareLive(site, host.address);
      const own = differences.filter(({ sentence }) => !sentence.startsWith('响应头缺少'));
      return Object.fromEntries(
        [...Map.groupBy(own, ({ sentence }) => sentence)].map(([text, of]) => [text, of.length]),
      );
    } finally {
      await host.stop();
    }
  }

  it('is told the one cause once, with the setting', async () => {
    const folders =
      '目录的网址（以 / 结尾的）得到的是网站首页或“找不到”，不是目录自己的网页；直接写 index.html 的在。请在服务器上打开子目录的默认首页：阿里云 OSS 是“子目录首页”（规则选 Index），其他见 docs/hosting。';
    assert.deepEqual(await causes('root-page'), { [folders]: 4 });
    assert.deepEqual(await causes('no-folders'), { [folders]: 4 });
    assert.deepEqual(await causes('iis'), {
      '服务器不给出这些类型的文件：.jsonl、没有扩展名的。文件多半已传上去，是服务器不认识这些类型而拒绝（IIS 默认如此）。请用 docs/hosting/web.config，或在“MIME 类型”里添加。': 2,
    });
    assert.deepEqual(await causes('returns'), {
      '换行被改成了 CRLF，此外没有不同：多半是用 FTP 的文本（ASCII）方式传的。请改用二进制方式，把整个网站重传一遍。': 4,
    });
    assert.deepEqual(await causes('minifies'), {
      '文字与成品相同，网页代码被压缩或改写过：多半是 CDN 的“页面优化”“HTML/JS/CSS 压缩”“自动改写”。请在 CDN 里关闭这一项，再刷新缓存。': 5,
    });
    assert.deepEqual(await causes('injects'), {
      '文字与成品相同，但文件不同：可能有人在网页里插入了代码，例如统计或悬浮窗。请查 CDN 的“网页注入”“应用加速”、主机的统计和广告，关闭后再比一次。': 5,
    });
  });

  it('is summed up by files and causes', async () => {
    const site = await siteOf('甲', 20);
    const host = await oddHost(site, 'root-page');
    try {
      const { exit, text } = await compareCommand.run(new Arguments({ address: host.address, site }, []));
      assert.equal(exit, 1);
      assert.match(text, /^http\S+ 有 20 个文件与成品不一致，原因 5 种：\n目录的网址/);
      assert.equal(text.trimEnd().split('\n').length, 1 + 5 * 7);
    } finally {
      await host.stop();
    }
  });
});
