import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { recordInspected, refuseUninspected } from '#pipeline/build/inspected.ts';
import { Arguments, Refusal } from '#pipeline/commands/command-line.ts';
import { publishCommand } from '#pipeline/publish/publish-command.ts';
import { buildInto } from '#tests/built-site.ts';
import { aFolder } from '#tests/office.ts';
import { emptyFolder, served } from '../pipeline/publish/a-target.ts';

const NOTICE = 'weihai-chief-technician/2026/notice/index.html';
let built: string;
let site: string;
let content: string;
let folder: string;
/** One programme: publishing looks at every page once more, and four times as many pages would say no more. */
before(async () => {
  [site, content, folder] = [join(await aFolder(), 'dist'), join(await aFolder(), 'content'), await emptyFolder()];
  await cp('content', content, { recursive: true });
  for (const name of await readdir(join(content, 'programmes'))) {
    if (!NOTICE.startsWith(name)) await rm(join(content, 'programmes', name), { recursive: true });
  }
  built = await buildInto({ content });
  await cp(built, site, { recursive: true });
});
after(() => rm(built, { recursive: true }));

const publish = (more: Record<string, string | boolean> = {}) =>
  publishCommand.run(new Arguments({ to: folder, site, content, first: true, json: true, ...more }, []), Date.now);

async function refused(): Promise<{ code: string; message: string }> {
  try {
    await publish();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return { code: error.code, message: error.message };
  }
  return assert.fail('it was published');
}

/** Whoever changes a file can change the record of it. */
async function recordAnew(): Promise<void> {
  const { base, now } = await refuseUninspected(built);
  await recordInspected(site, { base, now });
}

describe('a finished site edited by hand', { concurrency: 1 }, () => {
  it('is refused by name: another name, a later day, a file more, a file less', async () => {
    const html = await readFile(join(site, NOTICE), 'utf8');
    await writeFile(join(site, NOTICE), html.replaceAll('皇甫静', '皇甫净'));
    await writeFile(join(site, '.htpasswd'), 'a:b');
    await writeFile(join(site, 'leak.html'), '<p>13812345678</p>');
    await rm(join(site, 'robots.txt'));
    const { code, message } = await refused();
    assert.equal(code, 'site-altered');
    assert.match(
      message,
      new RegExp(`改动过 1 个：${NOTICE}；多出 2 个：\\.htpasswd、leak\\.html；缺少 1 个：robots\\.txt。`),
    );
    for (const name of ['.htpasswd', 'leak.html']) await rm(join(site, name));
    await cp(join(built, 'robots.txt'), join(site, 'robots.txt'));
    await writeFile(join(site, NOTICE), html);
  });

  it('is inspected once more: the record changed together with a name, a date, or a page with a telephone, helps nobody', async () => {
    const html = await readFile(join(site, NOTICE), 'utf8');
    await writeFile(
      join(site, NOTICE),
      html.replaceAll('皇甫静', '皇甫净').replaceAll('2026年11月27日', '2026年12月27日'),
    );
    await writeFile(join(site, 'leak.html'), '<!doctype html><title>x</title><p>手机 13812345678</p>');
    await recordAnew();
    const { code, message } = await refused();
    assert.equal(code, 'site-unsound');
    for (const found of [/\[list-differs\]/, /\[date-unknown\]/, /leak\.html[\s\S]*\[mobile-number\]/]) {
      assert.match(message, found);
    }
    assert.doesNotMatch(message, /13812345678/);
    await rm(join(site, 'leak.html'));
    await writeFile(join(site, NOTICE), html);
    await cp(join(built, 'evidence/inspected.txt'), join(site, 'evidence/inspected.txt'));
  });

  it('is published as it was built, and the workspace remembers how far the ledger came', async () => {
    const { digest } = await refuseUninspected(site);
    const outcome = await publish({ built: digest });
    assert.equal(outcome.exit, 0);
    assert.ok(!('evidence/inspected.txt' in (await served(folder))));
    const { evidence } = outcome.json as { evidence: { size: number; root: string } };
    const { ledgers } = JSON.parse(await readFile(join(content, 'published.json'), 'utf8')) as {
      ledgers: Record<string, object>;
    };
    assert.deepEqual(ledgers, { [folder]: { size: evidence.size, root: evidence.root } });
  });
});
