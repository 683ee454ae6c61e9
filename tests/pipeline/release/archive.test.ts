import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { contentDigest, recordContent, refuseOutdated } from '#pipeline/build/content-record.ts';
import { refuseWrongClock } from '#pipeline/publish/clock-check.ts';
import { publishArchive } from '#pipeline/release/archive.ts';
import { emptyFolder, siteOf } from '#tests/pipeline/publish/a-target.ts';
import { missing } from '#tests/system-program.ts';

describe('the archive for a portal’s operator', () => {
  it('is the same bytes from the same site, in any time zone', async () => {
    const [site, folder] = [await siteOf('甲'), await emptyFolder()];
    const zip = async (name: string, zone: string) => {
      const code = `import { publishArchive } from '#pipeline/release/archive.ts'; await publishArchive(process.argv[1], process.argv[2]);`;
      const file = join(folder, name);
      execFileSync('node', ['--input-type=module', '-e', code, site, file], { env: { ...process.env, TZ: zone } });
      return readFile(file);
    };
    const one = await zip('one.zip', 'Asia/Shanghai');
    assert.ok(one.equals(await zip('two.zip', 'America/St_Johns')));
  });

  it('unpacks with another program and agrees with sha256sum', { skip: missing('python3') }, async () => {
    const [site, folder] = [await siteOf('甲'), await emptyFolder()];
    const file = join(folder, 'site.zip');
    await publishArchive(site, file);
    execFileSync('python3', ['-m', 'zipfile', '-e', file, join(folder, 'out')]);
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest.sha256'], { cwd: join(folder, 'out') });
    assert.match(await readFile(join(folder, 'out/site/index.html'), 'utf8'), /甲/);
    assert.match(await readFile(join(folder, 'out/READ-ME-FIRST.html'), 'utf8'), /上传/);
  });
});

describe('what a publication refuses before it begins', () => {
  it('a site older than its content', async () => {
    const [site, content] = [await siteOf('甲'), await emptyFolder()];
    await writeFile(join(content, 'a.md'), '一');
    await recordContent(content, site);
    await refuseOutdated(site, content);
    const before = await contentDigest(content);
    await writeFile(join(content, 'a.md'), '二');
    assert.notEqual(await contentDigest(content), before);
    await assert.rejects(refuseOutdated(site, content), /过时/);
  });

  it('a clock more than two minutes off, in either direction, and hosts that disagree or are silent', async () => {
    const now = Date.parse('2026-11-25T10:00:00+08:00');
    const check = (...off: (number | undefined)[]) => {
      const answers = [...off];
      const ask = () => {
        const seconds = answers.shift();
        return Promise.resolve(seconds === undefined ? undefined : now + seconds * 1000);
      };
      return refuseWrongClock(['https://a.example.org', 'https://b.example.org'], () => now, ask);
    };
    await check(119, -119);
    await check(undefined, 10);
    await assert.rejects(check(125, 125), /慢了/);
    await assert.rejects(check(-125, -125), /快了/);
    await assert.rejects(check(0, 500), /互不一致/);
    await assert.rejects(check(undefined, undefined), /没有回答/);
  });
});
