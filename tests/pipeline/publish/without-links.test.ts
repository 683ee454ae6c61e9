import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { Arguments, Refusal } from '#pipeline/commands/command-line.ts';
import { browserMissing } from '#pipeline/commands/find-browser.ts';
import { type Disk, diskReason, realDisk } from '#pipeline/content/disk.ts';
import { takeLock } from '#pipeline/content/lock.ts';
import { ownerHere } from '#pipeline/content/owner.ts';
import { onWindows } from '#pipeline/content/windows-disk.ts';
import { copyOf } from '#pipeline/evidence/copy-of.ts';
import { isRemote } from '#pipeline/evidence/kept-head.ts';
import { compareCommand } from '#pipeline/observe/compare-command.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { rcloneMissing } from '#pipeline/publish/rclone.ts';
import { rollBack } from '#pipeline/publish/rollback.ts';
import { followed } from '#pipeline/release/current.ts';
import { serveSite } from '#pipeline/release/serve-site.ts';
import { emptyFolder, faulty, later, siteOf } from './a-target.ts';

const windows = onWindows(realDisk, () => Promise.resolve());

const pointer = (folder: string): Promise<string> => readFile(join(folder, 'current'), 'utf8');
const word = async (folder: string): Promise<string> =>
  /<p>(.)<\/p>/.exec(await readFile(join(folder, (await pointer(folder)).trim(), 'index.html'), 'utf8'))?.[1] ?? '';

describe('a target where no links can be made', () => {
  let folder: string;
  before(async () => {
    folder = await emptyFolder();
    for (const [at, text] of [...'甲乙丙'].entries()) {
      await publishFolder({ disk: windows, folder }, await siteOf(text), { now: later(at), first: at === 0 });
    }
  });

  it('names the release that is served in a file of one line', async () => {
    assert.ok((await lstat(join(folder, 'current'))).isFile());
    const [, , third = ''] = (await readdir(join(folder, 'releases'))).sort();
    assert.equal(await pointer(folder), `releases/${third}\n`);
    assert.equal(await word(folder), '丙');
    assert.deepEqual((await readdir(folder)).sort(), ['.jiangbang', 'current', 'manifests', 'releases']);
  });

  it('keeps what did not change as the same file, and the style of the release before', async () => {
    const [first = '', , third = ''] = (await readdir(join(folder, 'releases'))).sort();
    const inode = async (release: string) => (await lstat(join(folder, 'releases', release, 'unchanged.txt'))).ino;
    assert.equal(await inode(first), await inode(third));
    assert.equal((await readdir(join(folder, 'releases', third, '_astro'))).length, 3);
  });

  it('is followed by verify, compare and preview', async () => {
    const served = await followed(join(folder, 'current'));
    assert.equal(served, join(folder, (await pointer(folder)).trim()));
    const copy = await copyOf(join(folder, 'current'));
    assert.ok(copy.files.has('notice-1/index.html') && !copy.files.has('current'));
    const server = await serveSite({ out: served, base: '/', port: 0 });
    try {
      const { json } = await compareCommand.run(
        new Arguments({ address: server.address, site: join(folder, 'current') }, []),
      );
      const { files, differences } = json as { files: number; differences: { sentence: string }[] };
      assert.equal(files, copy.files.size);
      assert.deepEqual(
        differences.filter(({ sentence }) => !sentence.startsWith('响应头')),
        [],
      );
    } finally {
      await server.stop();
    }
  });

  it('goes back, and on again', async () => {
    await rollBack({ disk: windows, folder }, undefined);
    assert.equal(await word(folder), '乙');
    await publishFolder({ disk: windows, folder }, await siteOf('丁'), { now: later(9) });
    assert.equal(await word(folder), '丁');
  });

  it('stays as it was at a fault of any step, and needs no hands afterwards', async () => {
    const target = await emptyFolder();
    await publishFolder({ disk: windows, folder: target }, await siteOf('戊'), { now: later(20), first: true });
    const site = await siteOf('己');
    for (let fault = 1; ; fault += 1) {
      let call = 0;
      const failing = onWindows(faulty(() => (call += 1) >= fault, 'ENOSPC'));
      const given = { now: later(20 + fault) };
      const outcome = await publishFolder({ disk: failing, folder: target }, site, given).catch(
        (error: unknown) => error,
      );
      if (call < fault) break;
      if ((await word(target)) === '戊') assert.ok(outcome instanceof Refusal, String(outcome));
      else await rollBack({ disk: windows, folder: target }, (await readdir(join(target, 'releases'))).sort()[0]);
      assert.equal(await word(target), '戊');
    }
    assert.equal(await word(target), '己');
  });

  it('reads a pointer that a person wrote in an editor of Windows, and refuses one that says something else', async () => {
    const { release } = await publishFolder({ disk: windows, folder }, await siteOf('庚'), { now: later(90) });
    for (const text of [`\u{feff}releases\\${release}\r\n`, `releases/${release}`]) {
      await writeFile(join(folder, 'current'), text);
      assert.equal(await followed(join(folder, 'current')), join(folder, 'releases', release));
    }
    for (const text of ['', 'releases/../../etc', 'https://example.org/', `releases/${release}/evidence`]) {
      await writeFile(join(folder, 'current'), text);
      await assert.rejects(publishFolder({ disk: windows, folder }, await siteOf('辛'), { now: later(91) }), {
        code: 'target-foreign',
        message: '发布目标里的 current 既不是链接，也不是写着“releases/版本”的文件。请移走它再发布。网站保持原样。',
      });
    }
    await rm(join(folder, 'current'));
    await mkdir(join(folder, 'current'));
    await assert.rejects(publishFolder({ disk: windows, folder }, await siteOf('辛'), { now: later(92) }), {
      code: 'target-foreign',
    });
  });
});

describe('a disk of Windows', () => {
  const denied = (code: string) => Object.assign(new Error(code), { code });

  it('tries again to move a file that a scanner holds, and gives up in the end', async () => {
    for (const [held, code] of [
      [3, 'EPERM'],
      [7, 'EBUSY'],
      [99, 'EACCES'],
    ] as const) {
      let calls = 0;
      const rename = (): Promise<void> => ((calls += 1) <= held ? Promise.reject(denied(code)) : Promise.resolve());
      const moved = onWindows<Disk>({ ...realDisk, rename }, () => Promise.resolve()).rename('a', 'b');
      if (held === 99) await assert.rejects(moved, { code });
      else await moved;
      assert.equal(calls, Math.min(held + 1, 20));
    }
    const full = onWindows<Disk>({ ...realDisk, rename: () => Promise.reject(denied('ENOSPC')) }, () => assert.fail());
    await assert.rejects(full.rename('a', 'b'), { code: 'ENOSPC' });
  });

  it('says EPERM of a lock that lies there, which is held and no missing right', async () => {
    const folder = await emptyFolder();
    const file = join(folder, 'lock');
    const owner = await ownerHere('publish', Date.now());
    await writeFile(file, JSON.stringify(owner));
    for (const code of ['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY', 'EEXIST']) {
      const disk = { ...realDisk, hardLink: () => Promise.reject(denied(code)) };
      const mine = { ...owner, token: `${owner.token.slice(0, 8)}00000000` };
      const taken = await takeLock(disk, file, mine, { patience: 0 });
      assert.ok(!('release' in taken), code);
      assert.deepEqual(taken.owner, owner);
    }
    await rm(file);
    const disk = { ...realDisk, hardLink: () => Promise.reject(denied('EPERM')) };
    await assert.rejects(takeLock(disk, file, owner, { patience: 0 }), { code: 'EPERM' });
  });
});

describe('what a person on Windows is told', () => {
  it('names no program of another system', () => {
    assert.equal(
      rcloneMissing('win32').message,
      '没有找到 rclone。发布到远端要先安装它：从 rclone.org 下载，把 rclone.exe 放进系统的 Path（或 winget install Rclone.Rclone），并用 rclone config 配好远端。',
    );
    assert.equal(
      browserMissing('win32').message,
      '没有可用的浏览器，自动安装也没有成功。请安装 Edge 或 Chrome，或用环境变量 CHROMIUM_PATH 指明它的位置。',
    );
    assert.match(rcloneMissing('linux').message, /apt install rclone/);
    assert.match(browserMissing('linux').message, /apt-get install chromium/);
    assert.equal(diskReason({ code: 'EPERM' }, 'win32'), '文件正被别的程序（例如 Excel、WPS）打开，或者没有写入的权限');
    assert.equal(diskReason({ code: 'EPERM' }, 'linux'), '没有写入的权限');
  });

  it('takes drives, shares and relative folders for folders', () => {
    const places = ['D:\\公示', 'd:/gongshi', 'E:', '\\\\server\\share\\gongshi', '..\\gongshi', 'C:\\a\\b.zip'];
    assert.deepEqual(
      places.map((place) => isRemote(place, 'win32')),
      places.map(() => false),
    );
    assert.ok(isRemote('oss:gongshi/site', 'win32'));
  });
});
