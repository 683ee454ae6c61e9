import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { type Disk, realDisk } from '#pipeline/content/disk.ts';
import { ownerHere } from '#pipeline/content/owner.ts';
import { refuseTarget } from '#pipeline/publish/folder-target.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { rollBack } from '#pipeline/publish/rollback.ts';
import { snapshot } from '#tests/office.ts';
import { emptyFolder, faulty, later, liveName, publishedTarget, served, siteOf } from './a-target.ts';

const refusal = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, /[\u4e00-\u9fff]/);
  return true;
};

describe('publishing to a folder', () => {
  it('serves what was built, and sha256sum agrees with the manifest', async () => {
    const target = await publishedTarget('甲');
    const release = await liveName(target);
    execFileSync('sha256sum', ['-c', '--quiet', join(target, 'manifests', release)], { cwd: join(target, 'current') });
    assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /甲/);
    assert.deepEqual((await readdir(target)).sort(), ['.jiangbang', 'current', 'manifests', 'releases']);
  });

  it('says so where the disk makes links no more, and leaves nothing behind', async () => {
    for (const code of ['EPERM', 'ENOTSUP']) {
      const target = await publishedTarget('甲');
      const before = await snapshot(target);
      const disk: Disk = { ...realDisk, symbolicLink: () => Promise.reject(Object.assign(new Error(code), { code })) };
      await assert.rejects(
        publishFolder({ disk, folder: target }, await siteOf('乙'), { now: later(), first: false }),
        {
          code: 'target-no-links',
          message: `发布目标 ${target} 里的 current 是链接，而所在的磁盘或系统现在不让建立链接，不能一次切换。请删去 current，新建一个叫 current 的文本文件（没有扩展名），里面写一行 releases/${await liveName(target)}，再重新发布；或者换成本机的 ext4 等磁盘，或者发布到 .zip 再解压。网站保持原样。`,
        },
      );
      assert.deepEqual(await snapshot(target), before);
    }
  });

  it('keeps an asset of the release before, so that a page loaded before finds its style', async () => {
    const target = await publishedTarget('甲', '乙');
    const styles = Object.keys(await served(target)).filter((path) => path.startsWith('_astro/'));
    assert.equal(styles.length, 2);
  });

  it('gives a changed text of equal length a later second, and leaves the time of an unchanged file', async () => {
    const target = await publishedTarget('甲');
    const times = async (name: string) => Math.floor((await stat(join(target, 'current', name))).mtimeMs / 1000);
    const [page, same] = [await times('index.html'), await times('unchanged.txt')];
    await publishFolder({ disk: realDisk, folder: target }, await siteOf('乙'), {
      now: Date.parse('2026-11-25T10:00:00+08:00'),
    });
    assert.ok((await times('index.html')) > page);
    assert.equal(await times('unchanged.txt'), same);
  });

  it('keeps the last ten releases and every manifest', async () => {
    const target = await publishedTarget(...'甲乙丙丁戊己庚辛壬癸子丑'.split(''));
    assert.equal((await readdir(join(target, 'releases'))).length, 10);
    assert.equal((await readdir(join(target, 'manifests'))).length, 12);
    assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /丑/);
  });

  it('goes back to the release before, or to a named one, never to one that was changed', async () => {
    const target = await publishedTarget('甲', '乙', '丙');
    const [first = '', second = ''] = (await readdir(join(target, 'releases'))).sort();
    await rollBack({ disk: realDisk, folder: target }, undefined);
    assert.equal(await liveName(target), second);
    await writeFile(join(target, 'releases', first, 'index.html'), 'forged');
    await assert.rejects(rollBack({ disk: realDisk, folder: target }, first), refusal('release-damaged'));
    await assert.rejects(rollBack({ disk: realDisk, folder: target }, 'none'), refusal('release-unknown'));
    assert.equal(await liveName(target), second);
  });

  it('refuses a missing target, one never published to, foreign files, and a link inside the site', async () => {
    const site = await siteOf('甲');
    const publish = (folder: string, first = false, from = site) =>
      publishFolder({ disk: realDisk, folder }, from, { now: later(), first });
    await assert.rejects(publish('/nowhere/at/all'), refusal('target-missing'));
    await assert.rejects(refuseTarget({ disk: realDisk, folder: '/nowhere/at/all' }, true), refusal('target-missing'));
    const folder = await emptyFolder();
    await assert.rejects(publish(folder), refusal('target-new'));
    await assert.rejects(refuseTarget({ disk: realDisk, folder }, false), refusal('target-new'));
    await refuseTarget({ disk: realDisk, folder }, true);
    await writeFile(join(folder, 'holiday.jpg'), '');
    await assert.rejects(publish(folder, true), refusal('target-foreign'));
    await rm(join(folder, 'holiday.jpg'));
    const linked = await siteOf('乙');
    await symlink('/etc/passwd', join(linked, 'secret.txt'));
    await assert.rejects(publish(folder, true, linked), refusal('site-foreign'));
    assert.deepEqual(await readdir(folder), []);
  });

  it('refuses a folder without a first page, and bytes that came out otherwise than they went in', async () => {
    const target = await publishedTarget('甲');
    const before = await snapshot(target);
    const site = await siteOf('乙');
    const bad: Disk = {
      ...realDisk,
      write: (file, bytes, second) =>
        realDisk.write(file, file.endsWith('notice-1/index.html') ? bytes.with(3, 0) : bytes, second),
    };
    await assert.rejects(publishFolder({ disk: bad, folder: target }, site, { now: later() }), {
      code: 'stage-differs',
      message:
        '写到目标后读回的内容与成品不同：notice-1/index.html。可能是磁盘故障，或成品正在重新生成。网站保持原样，请重新发布。',
    });
    await rm(join(site, 'index.html'));
    await assert.rejects(publishFolder({ disk: realDisk, folder: target }, site, { now: later() }), {
      code: 'site-missing',
      message: `${site} 里没有首页 index.html。请先运行 npm run build。网站保持原样。`,
    });
    assert.deepEqual(await snapshot(target), before);
  });

  it('refuses while another publisher lives, and mends after one that died', async () => {
    const target = await publishedTarget('甲');
    const publish = async () => publishFolder({ disk: realDisk, folder: target }, await siteOf('乙'), { now: later() });
    const owner = await ownerHere('publish', Date.now());
    await mkdir(join(target, '.publishing/site'), { recursive: true });
    await mkdir(join(target, 'releases/half'));
    await writeFile(join(target, '.publishing/release'), 'half');
    await writeFile(join(target, '.publishing/lock'), JSON.stringify(owner));
    await assert.rejects(publish(), refusal('publisher-busy'));
    await writeFile(join(target, '.publishing/lock'), JSON.stringify({ ...owner, started: '1' }));
    await publish();
    assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /乙/);
    assert.deepEqual((await readdir(target)).sort(), ['.jiangbang', 'current', 'manifests', 'releases']);
    assert.equal((await readdir(join(target, 'releases'))).length, 2);
  });
});

describe('a fault at any step', () => {
  for (const code of ['ENOSPC', 'EROFS', 'ENOENT']) {
    it(`${code}: refused in Chinese, the served bytes identical, and the next run needs no hands`, async () => {
      const target = await publishedTarget('甲', '乙');
      const site = await siteOf('丙');
      const before = await served(target);
      let steps = 0;
      for (let fault = 1; ; fault += 1) {
        let call = 0;
        const failing = faulty(() => (call += 1) >= fault, code);
        const now = later(fault);
        const outcome = await publishFolder({ disk: failing, folder: target }, site, { now }).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (call < fault) break;
        steps = fault;
        const switched = (await readFile(join(target, 'current/index.html'), 'utf8')).includes('丙');
        // Behind the switch only the clearing-up can fail; the site is then wholly the new one.
        if (switched) {
          await rollBack({ disk: realDisk, folder: target }, (await readdir(join(target, 'releases'))).sort()[1]);
          continue;
        }
        assert.ok(outcome instanceof Refusal, `step ${fault}: ${String(outcome)}`);
        assert.match(outcome.message, /[\u4e00-\u9fff]/);
        assert.deepEqual(await served(target), before);
      }
      assert.ok(steps > 30, `${steps} steps`);
      assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /丙/);
      assert.ok((await readdir(target)).every((name) => !name.startsWith('.publishing')));
    });
  }
});

describe('publishing after a takedown', () => {
  it('leaves no earlier release and no earlier asset, digests only', async () => {
    const target = await publishedTarget('甲', '乙');
    await publishFolder({ disk: realDisk, folder: target }, await siteOf('丙'), { now: later(), dropPast: true });
    assert.equal((await readdir(join(target, 'releases'))).length, 1);
    assert.equal((await readdir(join(target, 'manifests'))).length, 3);
    const past = Object.entries(await snapshot(target)).filter(([, base64]) =>
      /甲|乙/.test(Buffer.from(base64, 'base64').toString('utf8')),
    );
    assert.deepEqual(past, []);
    assert.match(await readFile(join(target, 'current/index.html'), 'utf8'), /丙/);
  });
});
