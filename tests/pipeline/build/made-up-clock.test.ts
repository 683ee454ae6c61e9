import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { recordContent } from '#pipeline/build/content-record.ts';
import { madeUpClock, recordClock, toldOfClock } from '#pipeline/build/made-up-clock.ts';
import { Arguments, Refusal } from '#pipeline/commands/command-line.ts';
import { publishCommand } from '#pipeline/publish/publish-command.ts';
import { aContent, aFolder } from '#tests/office.ts';
import { siteOf } from '#tests/pipeline/publish/a-target.ts';

const REAL = Date.parse('2026-11-25T10:00:00+08:00');
const DAY = 86_400_000;

async function aBuilt(given: number | undefined): Promise<{ content: string; site: string; to: string }> {
  const [content, site] = [await aContent(), await siteOf('甲')];
  await recordContent(content, site);
  if (given !== undefined) await recordClock(site, given, REAL);
  return { content, site, to: await aFolder() };
}
const publish = (values: Record<string, string | boolean>, ...words: string[]) =>
  publishCommand.run(new Arguments({ first: true, json: true, ...values }, words), () => REAL);

const refusedWith = (message: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal);
  assert.equal(error.code, 'clock-made-up');
  assert.equal(error.message, message);
  return true;
};

describe('a time that somebody made up', () => {
  it('is not taken by publish, nor by its prune, and nothing is written', async () => {
    const made = await aBuilt(undefined);
    const told =
      '发布、签名和清理只按本机的时钟，不能用 --now 另写一个时刻：账本里的时间要与发布的时间一致。请去掉 --now；要核对本机时钟，用 --clock-from 网址。网站保持原样。';
    await assert.rejects(publish({ ...made, now: '2026-11-20T10:00:00+08:00' }), refusedWith(told));
    await assert.rejects(publish({ to: 'oss:x', now: '2027-01-01T00:00:00+08:00' }, 'prune'), refusedWith(told));
    assert.deepEqual(await readdir(made.to), []);
  });

  it('in the pages is never signed, before the key is even asked for', async () => {
    const made = await aBuilt(REAL - 5 * DAY);
    await assert.rejects(
      publish({ ...made, key: join(made.to, 'none.key') }),
      refusedWith(
        `${made.site} 是按 --now 2026-11-20T10:00:00+08:00 生成的，不是按真实的时间，不能签名。请不加 --now 重新运行 npm run build，再发布。网站保持原样。`,
      ),
    );
    assert.deepEqual(await readdir(made.to), []);
  });

  it('in the pages of an unsigned release is told', async () => {
    const { site } = await aBuilt(REAL + DAY);
    const builtFor = await madeUpClock(site);
    const outcome = toldOfClock({ exit: 0, json: { published: true }, text: '已发布。\n' }, builtFor ?? '');
    assert.deepEqual(outcome.json, { published: true, builtFor: '2026-11-26T10:00:00+08:00' });
    assert.match(
      outcome.text,
      /^已发布。\n注意：这份成品是按 --now 2026-11-26T10:00:00\+08:00 生成的，网页上的状态不是现在的状态；只供试用，正式发布前请重新生成。\n$/,
    );
  });

  it('that is the time itself within two minutes is none', async () => {
    const { site } = await aBuilt(REAL - 119_000);
    assert.equal(await madeUpClock(site), undefined);
    await mkdir(join(site, 'evidence'), { recursive: true });
    await writeFile(join(site, 'evidence/clock.txt'), '');
    assert.equal(await madeUpClock(site), undefined);
  });
});
