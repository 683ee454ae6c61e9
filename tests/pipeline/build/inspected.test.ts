import assert from 'node:assert/strict';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { recordInspected, refuseUninspected } from '#pipeline/build/inspected.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { Seal } from '#pipeline/evidence/seal.ts';
import { withSealedCopy } from '#pipeline/evidence/sealed-copy.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { publishArchive } from '#pipeline/release/archive.ts';
import { INSPECTED, sha256, siteFiles } from '#pipeline/release/site-files.ts';
import { aContent } from '#tests/office.ts';
import { emptyFolder, later, served, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { there } from '#tests/there.ts';

const NOW = Date.parse('2026-11-25T10:00:00+08:00');

async function aSite(): Promise<{ site: string; digest: string }> {
  const site = await siteOf('甲');
  await mkdir(join(site, 'evidence'));
  await writeFile(join(site, 'evidence/content.txt'), 'c\n');
  return { site, digest: await recordInspected(site, { base: '/gongshi/', now: NOW }) };
}

async function refusal(site: string, built?: string): Promise<string> {
  try {
    await refuseUninspected(site, built);
    return '';
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return `${error.message.replaceAll(site, 'dist')} [${error.code}]`;
  }
}

const altered = (what: string) =>
  `dist 与生成时检查过的不一样：${what}。只有检查过的成品才发布和签名。请改 content 里的内容，再重新 build（npm run build）。网站保持原样。 [site-altered]`;
const UNINSPECTED = `dist 没有生成时的检查记录 ${INSPECTED}，或者记录读不出来：可能是旧版本生成的，或者只拷贝了一部分。请重新 build（npm run build）。网站保持原样。 [site-uninspected]`;

describe('only what build inspected is published', () => {
  it('passes as it was, and hands back what build had before it', async () => {
    const { site, digest } = await aSite();
    const found = await refuseUninspected(site);
    assert.deepEqual([found.base, found.now, found.digest], ['/gongshi/', NOW, digest]);
    assert.deepEqual([...found.files], [...(await siteFiles(site))]);
    assert.equal(sha256(await readFile(join(site, INSPECTED))), digest);
    assert.equal(await refusal(site, digest), '');
  });
  it('refuses by name what was changed by hand, added, or taken away, hidden files too', async () => {
    const { site } = await aSite();
    await writeFile(join(site, 'notice-1/index.html'), '<p>另一个名字</p>');
    assert.equal(await refusal(site), altered('改动过 1 个：notice-1/index.html'));
    await writeFile(join(site, 'leak.html'), '');
    await writeFile(join(site, '.htpasswd'), '');
    await writeFile(join(site, 'evidence/key'), '');
    await rm(join(site, 'unchanged.txt'));
    assert.equal(
      await refusal(site),
      altered(
        '改动过 1 个：notice-1/index.html；多出 3 个：.htpasswd、evidence/key、leak.html；缺少 1 个：unchanged.txt',
      ),
    );
    for (let number = 10; number < 31; number += 1) await writeFile(join(site, `a${number}`), '');
    assert.match(await refusal(site), /多出 24 个：(?:\S+?、){19}\S+ 等；缺少/);
  });
  it('refuses a link, a site without a record, and a record that cannot be read', async () => {
    const { site } = await aSite();
    await symlink('/etc/passwd', join(site, 'passwd'));
    assert.match(await refusal(site), /passwd（符号链接）.* \[site-foreign\]$/);
    await rm(join(site, 'passwd'));
    const record = join(site, INSPECTED);
    const text = await readFile(record, 'utf8');
    for (const wrong of [
      '',
      text.slice(0, -1),
      text.replace('inspected 1', 'inspected 2'),
      text.replace('base /', 'base '),
      text.replace('2026-11-25', '2026-13-25'),
      text.replace('\n\n', '\n'),
      `x${text}`,
    ]) {
      await writeFile(record, wrong);
      assert.equal(await refusal(site), UNINSPECTED, wrong.slice(0, 60));
    }
    await rm(record);
    assert.equal(await refusal(site), UNINSPECTED);
  });
  it('refuses another site than the one whose digest a person brings along, record and file changed together', async () => {
    const { site, digest } = await aSite();
    await writeFile(join(site, 'index.html'), '<p>另一个名字</p>');
    const other = await recordInspected(site, { base: '/gongshi/', now: NOW });
    assert.notEqual(other, digest);
    assert.equal(
      await refusal(site, digest),
      `dist 不是 --built 说的那一份：它的检查记录的摘要是 ${other}。请核对 build 时记下的摘要，或重新 build。网站保持原样。 [site-other]`,
    );
  });
  it('leaves the record where it is: it goes to no target', async () => {
    const { site } = await aSite();
    const folder = await emptyFolder();
    await publishFolder({ disk: realDisk, folder }, site, { now: later(), first: true });
    assert.ok(!(INSPECTED in (await served(folder))));
    const zip = join(await emptyFolder(), 'site.zip');
    assert.equal((await publishArchive(site, zip)).files, (await siteFiles(site)).size);
    assert.ok(!(await readFile(zip)).includes(INSPECTED));
  });
  it('publishes the files that were inspected, whatever happens to the folder meanwhile', async () => {
    const { site } = await aSite();
    const { files } = await refuseUninspected(site);
    await writeFile(join(site, 'leak.html'), '');
    const folder = await emptyFolder();
    await publishFolder({ disk: realDisk, folder }, site, { now: later(), first: true, files });
    assert.ok(!('leak.html' in (await served(folder))));
    await writeFile(join(site, 'index.html'), '<p>另一个名字</p>');
    // What the target still has of it, it keeps; elsewhere what lies in the folder now is not what was inspected.
    await publishFolder({ disk: realDisk, folder }, site, { now: later(1), files });
    assert.match(await readFile(join(folder, 'current/index.html'), 'utf8'), /甲/);
    const elsewhere = { disk: realDisk, folder: await emptyFolder() };
    const late = publishFolder(elsewhere, site, { now: later(), first: true, files });
    await assert.rejects(late, { code: 'stage-differs' });
    const { content } = await checkContent(await aContent());
    const seal = new Seal({ content: there(content), signer: undefined, now: later() });
    const copy = withSealedCopy(site, seal, undefined, () => Promise.resolve(), files);
    await assert.rejects(copy, {
      code: 'site-altered',
      message: '成品在发布时被改动：index.html。可能正在重新生成。请等 build 结束后再发布。网站保持原样。',
    });
  });
});
