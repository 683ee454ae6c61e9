import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { makeKey, signerOf } from '#pipeline/evidence/key-file.ts';
import { Seal } from '#pipeline/evidence/seal.ts';
import { verifyCommand } from '#pipeline/evidence/verify-command.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { type Habit, oddHost } from '#tests/odd-host.ts';
import { aContent, aFolder } from '#tests/office.ts';
import { emptyFolder, later, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { there } from '#tests/there.ts';

const PHRASE = 'eins zwei drei vier fuenf';
const signer = signerOf(makeKey('gongshi.example.org', PHRASE, '2026-11-25', 16), PHRASE);
let release: string;

before(async () => {
  const site = await siteOf('甲');
  await mkdir(join(site, 'evidence'));
  await writeFile(join(site, 'evidence/content.txt'), `${'0'.repeat(64)}\n`);
  await writeFile(join(site, 'notice-1/index.html'), '<p class="a">甲</p>\n<p>乙</p>\n');
  const folder = await emptyFolder();
  const { content } = await checkContent(await aContent());
  const seal = new Seal({ content: there(content), signer, now: later(0) });
  await publishFolder({ disk: realDisk, folder }, site, { now: later(0), first: true, seal });
  release = join(folder, 'current');
});

async function aCopy(change: (copy: string) => Promise<void>): Promise<string> {
  const copy = join(await aFolder(), 'copy');
  await cp(release, copy, { recursive: true, dereference: true });
  await change(copy);
  return copy;
}

async function said(place: string): Promise<{ exit: number; verdict: string; lines: string[] }> {
  const { exit, json, text } = await verifyCommand.run(new Arguments({}, [place]));
  const lines = text.split('\n').filter((line) => /^\S*：|^ {2}|^传坏|^完整/.test(line) && !/^账本|^公钥/.test(line));
  return { exit, verdict: (json as { verdict: string }).verdict, lines };
}

async function behind<T>(habit: Habit, use: (address: string) => Promise<T>): Promise<T> {
  const host = await oddHost(release, habit);
  try {
    return await use(host.address);
  } finally {
    await host.stop();
  }
}

async function inTextMode(copy: string, below = ''): Promise<void> {
  for (const entry of await readdir(join(copy, below), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
  }
}

describe('a copy that was transferred in text mode', () => {
  it('is told so, and is not called changed', async () => {
    const copy = await aCopy((folder) => inTextMode(folder));
    const { exit, verdict, lines } = await said(copy);
    assert.deepEqual([exit, verdict], [1, 'transferred']);
    assert.match(lines[0] ?? '', /^传坏了换行，除此以外没有改动：换行还原以后，每个文件都与签名的清单一致。$/);
    assert.match(
      lines[1] ?? '',
      /^ {2}\d+ 个文件的换行被改成了 CRLF：多半是用 FTP 的文本（ASCII）方式传的，或在 Windows 上用 git、编辑器转换过。请改用二进制方式，把整个网站重传一遍。$/,
    );
    assert.equal(lines.length, 2);
  });

  it('in its evidence alone, too', async () => {
    const { verdict } = await said(await aCopy((folder) => inTextMode(folder, 'evidence')));
    assert.equal(verdict, 'transferred');
  });

  it('does not hide a change behind its line ends', async () => {
    const copy = await aCopy(async (folder) => {
      await writeFile(join(folder, 'notice-1/index.html'), '<p class="a">丙</p>\n<p>乙</p>\n');
      await inTextMode(folder);
    });
    const { exit, verdict, lines } = await said(copy);
    assert.deepEqual([exit, verdict, lines.length], [1, 'tampered', 3]);
    assert.equal(lines[2], '  文件 notice-1/index.html 与清单不同，被改动过。 [file-changed]');
  });
});

describe('a copy', () => {
  it('of a part is incomplete, not changed, in one line for a kind', async () => {
    const copy = await aCopy(async (folder) => {
      for (const page of [1, 2, 3, 4]) await rm(join(folder, `notice-${page}`), { recursive: true });
      await rm(join(folder, 'unchanged.txt'));
    });
    assert.deepEqual(await said(copy), {
      exit: 1,
      verdict: 'incomplete',
      lines: [
        '不完整：在的文件都与签名的清单一致，但缺少一部分：',
        '  清单里的文件 notice-1/index.html 不见了。 [file-missing]',
        '  清单里的文件 notice-2/index.html 不见了。 [file-missing]',
        '  清单里的文件 notice-3/index.html 不见了。 [file-missing]',
        '  同样的还有 2 处（全部见 --json）。 [file-missing]',
      ],
    });
  });

  it('with what systems and hosts leave lying about is whole, and that is named apart', async () => {
    const put = (folder: string, files: Record<string, string | Buffer>): Promise<void[]> =>
      Promise.all(
        Object.entries(files).map(async ([path, bytes]) => {
          await mkdir(dirname(join(folder, path)), { recursive: true });
          await writeFile(join(folder, path), bytes);
        }),
      );
    const litter = await aCopy(async (folder) => {
      const page = await readFile(join(folder, 'index.html'));
      const files = {
        '.DS_Store': 'x',
        'notice-1/Thumbs.db': 'x',
        '.user.ini': 'open_basedir=/www/:/tmp/',
        'index.html.gz': gzipSync(page),
      };
      await put(folder, files);
    });
    assert.deepEqual(await said(litter), {
      exit: 0,
      verdict: 'whole',
      lines: [
        '完整：每个文件都与签名的清单一致。',
        '  另有预压缩的副本 1 个（.br、.gz），解开与原文件一致。',
        '  另有系统或主机自己放的文件 3 个，与公示内容无关，可以删去：.DS_Store、.user.ini、notice-1/Thumbs.db。',
      ],
    });
    const planted = await aCopy(async (folder) => {
      await put(folder, {
        'index.html.gz': gzipSync('<p>丙</p>'),
        '.user.ini': 'auto_prepend_file=a.php',
        'a.gz': 'x',
      });
    });
    const { verdict, lines } = await said(planted);
    assert.deepEqual([verdict, lines.length], ['tampered', 4]);
  });
});

describe('an address whose server has a habit', () => {
  const FOLDERS =
    '  4 个目录的网址（以 / 结尾的）得到的是网站首页或“找不到”，不是目录自己的网页；直接写 index.html 的都对。请在服务器上打开子目录的默认首页：阿里云 OSS 是“子目录首页”（规则选 Index），其他见 docs/hosting。';

  it('is told once that folders get the home page or nothing, and the rest is judged', async () => {
    for (const habit of ['root-page', 'no-folders'] as const) {
      assert.deepEqual(await behind(habit, said), {
        exit: 0,
        verdict: 'whole',
        lines: ['完整：每个文件都与签名的清单一致。', FOLDERS],
      });
    }
  });

  it('is told that types are refused, where nothing can be said without them', async () => {
    const { exit, verdict, lines } = await behind('iis', said);
    assert.deepEqual([exit, verdict], [3, 'cannot-tell']);
    assert.equal(
      lines[1],
      '  网站有 evidence/content.txt，却取不到 .jsonl、.sha256 和没有扩展名的文件：也许服务器拒绝这些类型（IIS 默认如此，见 docs/hosting/web.config），也许这一份不是用 publish 发布的。',
    );
  });

  it('is told that the line ends are its own', async () => {
    assert.equal((await behind('returns', said)).verdict, 'transferred');
  });

  it('is believed nothing when it changes pages', async () => {
    assert.equal((await behind('injects', said)).verdict, 'tampered');
  });
});
