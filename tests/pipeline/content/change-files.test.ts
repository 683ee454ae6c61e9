import assert from 'node:assert/strict';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import type { Disk } from '#pipeline/content/disk.ts';
import { settled } from '#pipeline/content/settled.ts';
import { writing } from '#pipeline/content/writing.ts';
import {
  AFTER,
  BEFORE,
  CHANGES,
  dyingAfter,
  failingAt,
  filesOf,
  namesIn,
  put,
  textOf,
  threeFiles,
  watched,
} from './a-folder.ts';

const change = (content: string, disk?: Disk): Promise<void> =>
  writing(content, { verb: 'act', patience: 0, ...(disk && { disk }) }, (held) => changeFiles(held, CHANGES));

/** What any next command does first. */
const nextCommand = (content: string): Promise<Record<string, string>> => settled(content, () => filesOf(content));

/** As left by a process that is gone: its lock, and what it made on the way to it, names nobody who runs. */
async function orphan(content: string): Promise<void> {
  for (const name of (await readdir(content)).filter((one) => one.startsWith('.jiangbang-lock'))) {
    const owner = JSON.parse(await textOf(join(content, name))) as object;
    await writeFile(join(content, name), JSON.stringify({ ...owner, started: '1' }));
  }
}

describe('a change of several files', () => {
  it('puts texts and bytes, takes away, and leaves nothing of its own', async () => {
    const content = await threeFiles();
    await change(content);
    assert.deepEqual(await filesOf(content), AFTER);
    assert.deepEqual((await readdir(content)).sort(), ['round', 'site.json']);
  });

  it('does not write over what somebody edited after the plan was made', async () => {
    const content = await threeFiles();
    await writing(content, { verb: 'act' }, async (held) => {
      await writeFile(join(content, 'site.json'), 'by hand');
      // Elsewhere than what was planned for: none of its business.
      await changeFiles(held, new Map([['round/list.md', 'new list']]), 'round/');
      await writeFile(join(content, 'round/list.md'), 'also by hand');
      await assert.rejects(changeFiles(held, CHANGES), {
        code: 'content-changed',
        message: 'round/list.md 在计划以后被改动过，没有写入。请重新运行同一条命令。',
      });
    });
    assert.equal(await textOf(join(content, 'round/list.md')), 'also by hand');
    assert.deepEqual(await namesIn(content), [
      'round',
      'round/list.md',
      'round/photos',
      'round/photos/gone.jpg',
      'site.json',
    ]);
  });

  it('writes nothing once its lock was taken away', async () => {
    const content = await threeFiles();
    await writing(content, { verb: 'act' }, async (held) => {
      await rm(join(content, '.jiangbang-lock'));
      await assert.rejects(changeFiles(held, CHANGES), {
        code: 'lock-lost',
        message: `${join(content, '.jiangbang-lock')} 被移走了，不能确定只有这一个命令在写。什么也没有写入，请重新运行。`,
      });
    });
    assert.deepEqual(await filesOf(content), BEFORE);
  });

  it('goes through no link, which would lead out of the content', async () => {
    const content = await threeFiles();
    const outside = await threeFiles();
    await symlink(outside, join(content, 'round/acts'));
    await assert.rejects(change(content), {
      code: 'link-in-content',
      message: `${join(content, 'round/acts')} 是一个链接，不能往里面写。请换成真正的文件夹，再重新运行。`,
    });
    assert.deepEqual(await filesOf(outside), BEFORE);
    assert.deepEqual((await readdir(content)).sort(), ['round', 'site.json']);
  });
});

describe('a change that counts', () => {
  it('has everything durable before its journal stands, the journal before a file moves, and the files before it goes', async () => {
    const content = await threeFiles();
    const steps: string[] = [];
    await change(
      content,
      watched(content, (step) => steps.push(step)),
    );
    const at = (step: string): number => {
      const found = steps.indexOf(step);
      assert.ok(found >= 0, `${step} among\n${steps.join('\n')}`);
      return found;
    };
    const stands = at('rename .jiangbang-change/journal.json.partial .jiangbang-change/journal.json');
    // The names in a folder are durable once it is synced; .jiangbang-change itself before the journal and after it.
    for (const folder of ['.jiangbang-change/new', '.jiangbang-change/old', '.jiangbang-change', '.'])
      assert.ok(at(`syncFolder ${folder}`) < stands, folder);
    assert.equal(steps[stands + 1], 'syncFolder .jiangbang-change');
    const moves = steps.flatMap((step, index) =>
      /^(?:rename \.jiangbang-change\/new|remove round)/.test(step) ? [index] : [],
    );
    assert.equal(moves.length, 4);
    assert.ok(moves.every((index) => index > stands + 1));
    const ends = at('remove .jiangbang-change/journal.json');
    for (const folder of ['.', 'round', 'round/acts', 'round/photos', 'round/pictures']) {
      const synced = steps.lastIndexOf(`syncFolder ${folder}`, ends);
      assert.ok(synced > Math.max(...moves), folder);
    }
  });

  it('is no reason to refuse the next one under the same lock', async () => {
    const content = await threeFiles();
    await writing(content, { verb: 'act' }, async (held) => {
      await changeFiles(held, CHANGES);
      await changeFiles(held, new Map([['site.json', 'site of after']]));
    });
    assert.deepEqual(await filesOf(content), { ...AFTER, 'site.json': 'site of after' });
  });
});

describe('a plug pulled at any step of a change', () => {
  it('leaves the state before or the state after, once any command has run', async () => {
    const outcomes: string[] = [];
    for (let steps = 0; ; steps += 1) {
      const content = await threeFiles();
      const { disk, isDead } = dyingAfter(steps);
      await change(content, disk).catch(() => undefined);
      if (!isDead()) break;
      await orphan(content);
      const files = await nextCommand(content);
      outcomes.push(files['round/list.md'] === 'list of after' ? 'after' : 'before');
      assert.deepEqual(files, outcomes.at(-1) === 'after' ? AFTER : BEFORE, `after ${steps} steps`);
      assert.deepEqual((await readdir(content)).sort(), ['round', 'site.json'], `after ${steps} steps`);
    }
    assert.match(outcomes.join(' '), /^(?:before ){12,}(?:after ?){8,}$/);
  });

  it('and at any step of the recovery itself', async () => {
    let recoveries = 0;
    for (const steps of [17, 22]) {
      for (let more = 0; ; more += 1) {
        const content = await threeFiles();
        await change(content, dyingAfter(steps).disk).catch(() => undefined);
        await orphan(content);
        const second = dyingAfter(more);
        await settled(content, () => filesOf(content), second.disk).catch(() => undefined);
        if (!second.isDead()) break;
        recoveries += 1;
        await orphan(content);
        const files = await nextCommand(content);
        assert.ok(
          [BEFORE, AFTER].some((one) => JSON.stringify(one) === JSON.stringify(files)),
          `${steps}, then ${more}`,
        );
        assert.deepEqual((await readdir(content)).sort(), ['round', 'site.json'], `${steps}, then ${more}`);
      }
    }
    assert.ok(recoveries > 12, `${recoveries}`);
  });

  it('takes back what can no longer be completed', async () => {
    const content = await interrupted();
    await rm(join(content, '.jiangbang-change/new'), { recursive: true });
    assert.deepEqual(await nextCommand(content), BEFORE);
  });

  it('takes back, too, what lies ready and is not what was to be written', async () => {
    const content = await interrupted();
    const ready = join(content, '.jiangbang-change/new');
    for (const name of await readdir(ready)) await writeFile(join(ready, name), 'rubbish');
    assert.deepEqual(await nextCommand(content), BEFORE);
  });

  it('touches nothing and says so when neither is possible', async () => {
    const content = await interrupted('list of after');
    await rm(join(content, '.jiangbang-change/new'), { recursive: true });
    await rm(join(content, '.jiangbang-change/old'), { recursive: true });
    await rm(join(content, '.jiangbang-lock'));
    const before = await filesOf(content);
    await assert.rejects(nextCommand(content), (error: Refusal) => {
      assert.equal(error.code, 'journal-unreadable');
      assert.match(
        error.message,
        /^上一次的 npm run act（.*北京时间 \d{4}-\d\d-\d\d \d\d:\d\d）中途断了，留下的文件也不完整，补不完也撤不回。请从备份恢复内容目录，再删除 .*\.jiangbang-change。什么也没有改动。$/,
      );
      return true;
    });
    assert.deepEqual(await filesOf(content), before);
  });

  it('does not write over what a person wrote after it', async () => {
    const content = await interrupted();
    await writeFile(join(content, 'round/list.md'), 'by hand');
    await assert.rejects(nextCommand(content), (error: Refusal) => {
      assert.equal(error.code, 'change-edited');
      assert.match(
        error.message,
        /中途断了，其后 round\/list\.md 又被手工改过，没有动它。请先把手工改过的文件移到内容目录以外，再运行同一条命令：断掉的改动会先补完，然后再把手工的改动写进去。$/,
      );
      return true;
    });
    assert.equal(await textOf(join(content, 'round/list.md')), 'by hand');
    await rm(join(content, 'round/list.md'));
    assert.deepEqual(await nextCommand(content), AFTER);
  });

  it('believes no journal that leads out of the folder or cannot be read', async () => {
    for (const path of ['../outside.md', '/etc/passwd', 'round/../../outside.md', '.git/config']) {
      const content = await threeFiles();
      await put(content, { '.jiangbang-change/new/0': 'stolen', '.jiangbang-change/journal.json': journalOf(path) });
      await put(join(content, '..'), { 'outside.md': 'outside' });
      await assert.rejects(nextCommand(content), { code: 'journal-unreadable' }, path);
      assert.equal(await textOf(join(content, '../outside.md')), 'outside');
    }
  });
});

describe('a disk that fails at any step of a change', () => {
  for (const code of ['ENOSPC', 'EROFS', 'EIO']) {
    it(`${code} once: nothing changed and a sentence, or done`, async () => {
      let refused = 0;
      for (let step = 1; ; step += 1) {
        const content = await threeFiles();
        const names = await namesIn(content);
        const { disk, reached } = failingAt(step, code, false);
        const error = await change(content, disk).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (!reached()) break;
        if (error === undefined) {
          await orphan(content);
          assert.deepEqual(await nextCommand(content), AFTER, `step ${step}`);
          continue;
        }
        refused += 1;
        assert.ok(error instanceof Refusal, `step ${step}`);
        const reason = { ENOSPC: '磁盘已满', EROFS: '磁盘只读', EIO: '磁盘读写出错' }[code];
        assert.equal(error.message, `写不了 ${content} 里的文件：${reason}。原有文件保持原样。`);
        await orphan(content);
        assert.deepEqual(await nextCommand(content), BEFORE, `step ${step}`);
        assert.deepEqual(await namesIn(content), names, `step ${step}`);
      }
      assert.ok(refused > 15, `${refused}`);
    });
  }

  it('from some step on: nothing changed, or the next command finishes it as was said', async () => {
    const codes = new Set<string>();
    for (let step = 1; ; step += 1) {
      const content = await threeFiles();
      const { disk, reached } = failingAt(step, 'EROFS', true);
      const error = await change(content, disk).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!reached()) break;
      await orphan(content);
      if (error === undefined) {
        assert.deepEqual(await nextCommand(content), AFTER, `step ${step}`);
        continue;
      }
      assert.ok(error instanceof Refusal, `step ${step}`);
      codes.add(error.code);
      if (error.code === 'not-written') {
        assert.deepEqual(await nextCommand(content), BEFORE, `step ${step}`);
        continue;
      }
      assert.equal(
        error.message,
        `${content} 里有一次改动只写了一半，现在补不完也撤不回：磁盘只读。请排除原因，再运行任何一个命令（例如 npm run check）：它会先把这次改动补完或撤回，并说明是哪一种。`,
      );
      const files = await nextCommand(content);
      assert.ok(
        [BEFORE, AFTER].some((one) => JSON.stringify(one) === JSON.stringify(files)),
        `step ${step}`,
      );
    }
    assert.deepEqual([...codes].sort(), ['not-finished', 'not-written']);
  });
});

/** Killed when half of the files stood in their places. */
async function interrupted(list = 'list of before'): Promise<string> {
  for (let steps = 16; ; steps += 1) {
    const content = await threeFiles();
    await change(content, dyingAfter(steps).disk).catch(() => undefined);
    await orphan(content);
    const files = await filesOf(content);
    if (files['round/acts/2024-09-12-extension.md'] !== undefined && files['round/list.md'] === list) return content;
  }
}

function journalOf(path: string): string {
  const after = '0'.repeat(64);
  return JSON.stringify({
    version: 1,
    verb: 'act',
    user: '',
    since: '2024-09-12T02:00:00.000Z',
    files: [{ path, after }],
    folders: [],
  });
}

describe('a folder that is read meanwhile', () => {
  it('is read anew when something changed under the reading', async () => {
    const content = await threeFiles();
    let readings = 0;
    const text = await settled(content, async () => {
      readings += 1;
      const read = await textOf(join(content, 'round/list.md'));
      if (readings === 1) await change(content);
      return read;
    });
    assert.deepEqual([text, readings], ['list of after', 2]);
  });

  it('reads anew also when what it read vanished, and hands an error of its own on', async () => {
    const content = await threeFiles();
    let readings = 0;
    const text = await settled(content, async () => {
      readings += 1;
      if (readings > 1) return 'second';
      await change(content);
      return textOf(join(content, 'round/photos/gone.jpg'));
    });
    assert.equal(text, 'second');
    await assert.rejects(
      settled(content, () => Promise.reject(new Refusal('own', '自己的。'))),
      { code: 'own' },
    );
  });

  it('gives up on a folder that never rests, by name of the file', async () => {
    const content = await threeFiles();
    let count = 0;
    const restless = settled(content, () => writeFile(join(content, 'site.json'), `${(count += 1)}`));
    await assert.rejects(restless, {
      code: 'content-moving',
      message: 'site.json 一直在变动，读不出一个确定的状态。请等改动结束后再试。',
    });
  });

  it('waits for no one who only plans, and clears what a dead one left', async () => {
    const content = await threeFiles();
    await writing(content, { verb: 'import' }, async () => {
      assert.deepEqual(Object.keys(await nextCommand(content)).length, 4);
    });
    await mkdir(join(content, '.jiangbang-change/new'), { recursive: true });
    await writeFile(join(content, '.jiangbang-change/new/0'), 'never counted');
    assert.deepEqual(await nextCommand(content), BEFORE);
    assert.deepEqual((await readdir(content)).sort(), ['round', 'site.json']);
  });
});
