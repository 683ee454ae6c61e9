import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatKey } from '#core/evidence/signed-note.ts';
import { Arguments, Refusal } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { ownerHere } from '#pipeline/content/owner.ts';
import { type Home, homeOf } from '#pipeline/portable/layout.ts';
import { applyUpdate, goBack, planUpdate, type UpdateEffects } from '#pipeline/portable/update.ts';
import { realEffects, update } from '#pipeline/portable/update-command.ts';
import { snapshot } from '#tests/office.ts';
import { faulty } from '#tests/pipeline/publish/a-target.ts';
import { aHome, aPackage, aSigner, type Bent, office } from './a-home.ts';

const signer = aSigner();
const effects: UpdateEffects = { ...realEffects, starts: () => Promise.resolve(true) };
const root = (home: Home): string => join(home.folder, `app-${home.current}`);
const version = (home: Home): Promise<string> => readFile(join(home.folder, 'version.txt'), 'utf8');
const planned = (home: Home, zip: string) => planUpdate(home, zip, signer.key, 'linux-x64');
const given = (...words: string[]) => new Arguments({}, words);

describe('an update of the portable edition', () => {
  it('lies beside the version that runs, is started once, and runs from the next start on', async () => {
    const home = await aHome('0.2.0', signer);
    const tried: string[] = [];
    const starts = async (app: string): Promise<boolean> => {
      tried.push(app);
      assert.equal(await version(home), 'app-0.2.0\n');
      return realEffects.starts(app);
    };
    const fresh = await planned(home, await aPackage('0.10.0', signer));
    assert.deepEqual(await applyUpdate(home, fresh, { ...effects, starts }), {
      from: '0.2.0',
      to: '0.10.0',
      removed: [],
    });
    assert.deepEqual(tried, [join(home.folder, 'app-0.10.0')]);
    assert.equal(await version(home), 'app-0.10.0\napp-0.2.0\n');
    assert.deepEqual((await readdir(home.folder)).sort(), ['app-0.10.0', 'app-0.2.0', 'content', 'version.txt']);
    assert.equal(await readFile(join(home.folder, 'app-0.10.0/docs/手册/导入.md'), 'utf8'), '手册\n');
    assert.equal((await stat(join(home.folder, 'app-0.10.0/node/node'))).mode & 0o111, 0o111);
    assert.equal(await readFile(join(home.folder, 'content/site.json'), 'utf8'), office);
  });

  it('goes back to the version before, and on again, and keeps no third', async () => {
    let home: Home | undefined = await aHome('0.2.0', signer);
    const { folder } = home;
    for (const [next, removed] of [
      ['0.3.0', []],
      ['0.3.1', ['0.2.0']],
    ] as const) {
      const done = await applyUpdate(home, await planned(home, await aPackage(next, signer)), effects);
      assert.deepEqual(done.removed, removed);
      home = await homeOf(join(folder, `app-${next}`));
      assert.ok(home);
    }
    assert.deepEqual(await goBack(home, realDisk), { from: '0.3.1', to: '0.3.0', removed: [] });
    assert.equal(await version(home), 'app-0.3.0\napp-0.3.1\n');
    const back = await homeOf(join(folder, 'app-0.3.0'));
    assert.deepEqual(back, { folder, current: '0.3.0', previous: '0.3.1' });
    await applyUpdate(back, await planned(back, await aPackage('0.3.1', signer)), effects);
    assert.equal(await version(home), 'app-0.3.1\napp-0.3.0\n');
  });

  it('is taken with the key that the running version brings, or one that a person names', async () => {
    const home = await aHome('0.2.0', signer);
    const zip = await aPackage('0.3.0', signer, { platform: `${process.platform}-${process.arch}` });
    const looked = await update(new Arguments({ 'check-only': true }, [zip]), root(home));
    assert.equal(
      looked.text,
      `${zip} 是签名的 0.3.0（${process.platform}-${process.arch}），3 个文件。现在运行的是 0.2.0。没有更新。\n`,
    );
    assert.equal(await version(home), 'app-0.2.0\n');
    const done = await update(given(zip), root(home));
    assert.equal(
      done.text,
      '已更新到 0.3.0，原来的 0.2.0 保留着。请关闭匠榜，再双击“启动匠榜”；不合用的，用 npm run update -- --back 退回。\n',
    );
    const other = await aHome('0.2.0', aSigner('other.example.org'));
    await assert.rejects(update(given(zip), root(other)), { code: 'update-foreign' });
    await update(new Arguments({ key: formatKey(signer.key) }, [zip]), root(other));
    assert.equal(await version(other), 'app-0.3.0\napp-0.2.0\n');
    const back = await update(new Arguments({ back: true }, []), join(other.folder, 'app-0.3.0'));
    assert.equal(back.text, '已从 0.3.0 退回到 0.2.0。请关闭匠榜，再双击“启动匠榜”。\n');
  });

  it('survives a fault at any step: the version that ran runs, nothing half unpacked stays', async () => {
    const home = await aHome('0.2.0', signer);
    const fresh = await planned(home, await aPackage('0.3.0', signer));
    const before = await snapshot(home.folder);
    for (let fault = 1; ; fault += 1) {
      let call = 0;
      const disk = faulty(() => (call += 1) === fault, 'ENOSPC');
      const outcome = await applyUpdate(home, fresh, { ...effects, disk }).catch((error: unknown) => error);
      if (!(outcome instanceof Refusal)) {
        // The last step that may fail is the one behind the switch.
        assert.ok(fault > 10 && call >= fault);
        assert.equal(await version(home), 'app-0.3.0\napp-0.2.0\n');
        assert.ok((await stat(join(home.folder, 'app-0.3.0/node/node'))).isFile());
        break;
      }
      assert.equal(outcome.message, `写不了 ${home.folder}：磁盘已满。现在的版本保持原样。`);
      assert.deepEqual(await snapshot(home.folder), before);
    }
  });

  it('clears away what an update left that was cut off, and waits for nobody who lives', async () => {
    const home = await aHome('0.2.0', signer);
    for (const left of ['.update/app', 'app-0.3.0/half']) await mkdir(join(home.folder, left), { recursive: true });
    const fresh = await planned(home, await aPackage('0.3.0', signer));
    const owner = await ownerHere('update', Date.now());
    await writeFile(join(home.folder, '.update-lock'), JSON.stringify(owner));
    await assert.rejects(applyUpdate(home, fresh, effects), { code: 'update-busy' });
    await writeFile(join(home.folder, '.update-lock'), JSON.stringify({ ...owner, started: '1' }));
    await applyUpdate(home, fresh, effects);
    assert.deepEqual((await readdir(join(home.folder, 'app-0.3.0'))).sort(), ['docs', 'node', 'scripts']);
  });
});

describe('an update that is refused, with everything left as it was', () => {
  const cases: Record<string, [next: string, bent: Bent, code: string, message: string]> = {
    'is older': [
      '0.1.9',
      {},
      'update-older',
      'ZIP 是 0.1.9，比现在运行的 0.2.0 旧。要退回更新以前的一版，用 --back。现在的版本保持原样。',
    ],
    'is the same': ['0.2.0', {}, 'update-same', 'ZIP 就是现在运行的 0.2.0，不用更新。'],
    'is signed by another key': [
      '0.3.0',
      { signer: aSigner('evil.example.org') },
      'update-foreign',
      'ZIP 不是由这一版认得的密钥 release.example.org 签名的，或者签名以后被改动过。请核对来源，重新下载。现在的版本保持原样。',
    ],
    'is signed by another key of the same name': [
      '0.3.0',
      { signer: aSigner() },
      'update-foreign',
      'ZIP 不是由这一版认得的密钥 release.example.org 签名的，或者签名以后被改动过。请核对来源，重新下载。现在的版本保持原样。',
    ],
    'had its note changed behind the signature': [
      '0.3.0',
      { note: (text) => text.replace(/[0-9a-f]{64}/, 'a'.repeat(64)) },
      'update-foreign',
      'ZIP 不是由这一版认得的密钥 release.example.org 签名的，或者签名以后被改动过。请核对来源，重新下载。现在的版本保持原样。',
    ],
    'is signed by nobody': [
      '0.3.0',
      { signer: undefined },
      'update-unsigned',
      'ZIP 没有签名，不知道是谁做的。请向发布方要有签名的压缩包。现在的版本保持原样。',
    ],
    'is for another machine': [
      '0.3.0',
      { platform: 'win-x64' },
      'update-platform',
      'ZIP 是给 win-x64 的，这台电脑要 linux-x64 的。请换那一个压缩包。现在的版本保持原样。',
    ],
    'had its list changed': [
      '0.3.0',
      { list: (text) => text.replace(/^./, 'g') },
      'update-damaged',
      'ZIP 里的 package.sha256 与签名的清单不符，可能没有传完。请重新下载。现在的版本保持原样。',
    ],
    'holds a file that the list does not name': [
      '0.3.0',
      { unlisted: { '匠榜/app-0.3.0/src/more.ts': 'x' } },
      'update-damaged',
      'ZIP 里的 匠榜/app-0.3.0/src/more.ts 与签名的清单不符，可能没有传完。请重新下载。现在的版本保持原样。',
    ],
    'hides a file behind the name of the list': [
      '0.3.0',
      { unlisted: { '匠榜/app-0.3.0/package.sha256/more.ts': 'x' } },
      'update-damaged',
      'ZIP 里的 匠榜/app-0.3.0/package.sha256/more.ts 与签名的清单不符，可能没有传完。请重新下载。现在的版本保持原样。',
    ],
    'is a bomb': [
      '0.3.0',
      { unlisted: { '匠榜/app-0.3.0/zeros': '\0'.repeat(20 * 1024 * 1024) } },
      'update-unsafe',
      'ZIP 里的 匠榜/app-0.3.0/zeros 压缩比异常，没有解开。请核对来源，重新下载。现在的版本保持原样。',
    ],
    'has one file twice for Windows': [
      '0.3.0',
      { unlisted: { '匠榜/app-0.3.0/Scripts/CHECK.ts': 'x' } },
      'update-unsafe',
      'ZIP 里的 匠榜/app-0.3.0/scripts/check.ts 同名的文件不止一个，没有解开。请核对来源，重新下载。现在的版本保持原样。',
    ],
  };
  for (const [what, [next, bent, code, message]] of Object.entries(cases)) {
    it(`because it ${what}`, async () => {
      const home = await aHome('0.2.0', signer);
      const before = await snapshot(home.folder);
      const zip = await aPackage(next, 'signer' in bent ? bent.signer : signer, bent);
      await assert.rejects(planned(home, zip), { code, message: message.replace('ZIP', zip) });
      assert.deepEqual(await snapshot(home.folder), before);
    });
  }

  it('because a name leads elsewhere, or means something else on Windows', async () => {
    const home = await aHome('0.2.0', signer);
    for (const name of [
      '../../etc/cron.d/x',
      '匠榜/../x',
      '匠榜/app-0.3.0/../../x',
      '/etc/passwd',
      'C:/Windows/x',
      '匠榜/app-0.3.0/a:b',
      '匠榜\\..\\x',
      '匠榜/app-0.3.0/./x',
      '匠榜/app-0.3.0//x',
      '匠榜/app-0.3.0/x.',
      '匠榜/app-0.3.0/x /y',
      '匠榜/app-0.3.0/nul.txt',
      '匠榜/app-0.3.0/COM1',
      '匠榜/app-0.3.0/a\u0007b',
      'elsewhere/x',
    ]) {
      const zip = await aPackage('0.3.0', signer, { unlisted: { [name]: 'x' } });
      await assert.rejects(planned(home, zip), { code: 'update-unsafe' }, name);
    }
  });

  it('because it is no package, is cut off, is not there, or a file in it was changed', async () => {
    const home = await aHome('0.2.0', signer);
    const zip = await aPackage('0.3.0', signer);
    const bytes = await readFile(zip);
    const text = `${zip}.txt`;
    await writeFile(text, 'no zip at all');
    await assert.rejects(planned(home, text), {
      message: `${text} 打不开：不完整，可能没有传完。请重新下载。现在的版本保持原样。`,
    });
    await writeFile(text, bytes.subarray(0, bytes.length - 30));
    await assert.rejects(planned(home, text), { code: 'update-unreadable' });
    await assert.rejects(planned(home, '/nowhere.zip'), { code: 'update-missing' });
    const at = bytes.indexOf('// 0.3.0');
    assert.ok(at > 0);
    bytes[at + 3] = 0x39;
    await writeFile(zip, bytes);
    const before = await snapshot(home.folder);
    await assert.rejects(applyUpdate(home, await planned(home, zip), effects), {
      message: `${zip} 里的 app-0.3.0/scripts/check.ts 与签名的清单不符，可能没有传完。请重新下载。现在的版本保持原样。`,
    });
    assert.deepEqual(await snapshot(home.folder), before);
  });

  it('because it does not start on this machine', async () => {
    const home = await aHome('0.2.0', signer);
    const before = await snapshot(home.folder);
    const zip = await aPackage('0.3.0', signer, { files: { 'node/node': '#!/bin/sh\nexit 127\n' } });
    await assert.rejects(applyUpdate(home, await planned(home, zip), realEffects), {
      code: 'update-not-starting',
      message: '新版 0.3.0 在这台电脑上启动不了，没有换上。现在的版本保持原样。',
    });
    assert.deepEqual(await snapshot(home.folder), before);
  });

  it('because nothing is there to go back to, or the program is no portable edition', async () => {
    const home = await aHome('0.2.0', signer);
    await assert.rejects(goBack(home, realDisk), { message: '没有更新以前的一版可以退回，一直用的是 0.2.0。' });
    await assert.rejects(update(given('x.zip'), home.folder), {
      code: 'update-not-portable',
      message: '这不是解压即用的便携版，没有什么可以更新。用 git 取得的，请用 git pull 和 npm ci。',
    });
  });
});
