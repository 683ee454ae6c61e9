import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { contentDisk, type Disk } from '#pipeline/content/disk.ts';
import { holderText } from '#pipeline/content/holder-text.ts';
import { clearAround, holderOf, isLock, type Lock, takeLock } from '#pipeline/content/lock.ts';
import { type Here, here, type Owner, ownerHere, standingOf } from '#pipeline/content/owner.ts';
import { settled } from '#pipeline/content/settled.ts';
import { writing } from '#pipeline/content/writing.ts';
import { aFolder } from '#tests/office.ts';
import { there } from '#tests/there.ts';

const own = (verb = 'act'): Promise<Owner> => ownerHere(verb, Date.parse('2026-11-30T14:53:00Z'));
const dead = async (): Promise<Owner> => ({ ...(await own()), started: '1' });
const aLock = async (owner?: Owner): Promise<string> => {
  const file = join(await aFolder(), '.jiangbang-lock');
  if (owner) await writeFile(file, JSON.stringify(owner));
  return file;
};
const take = async (file: string, more: { patience?: number; disk?: Disk; machine?: Here } = {}) =>
  takeLock(more.disk ?? contentDisk, file, await own(), { patience: 0, ...more });
const beside = async (file: string): Promise<string[]> => (await readdir(join(file, '..'))).sort();

describe('whether an owner lives', () => {
  const machine: Here = {
    host: 'pc-3',
    machine: 'm3',
    boot: 'b1',
    space: 's1',
    processAt: (pid) => Promise.resolve(pid === 10 ? { started: '500' } : undefined),
    isShared: (folder) => Promise.resolve(folder === '/share'),
  };
  const about = (change: Partial<Owner>, on = '/disk', at: Partial<Here> = {}) => {
    const owner = { host: 'pc-3', machine: 'm3', boot: 'b1', space: 's1', pid: 10, started: '500', ...change } as Owner;
    return standingOf(owner, on, { ...machine, ...at });
  };

  it('is known for a process of this machine by its number and its start', async () => {
    assert.equal(await about({}), 'alive');
    assert.equal(await about({ pid: 11 }), 'dead');
    assert.equal(await about({ started: '499' }), 'dead');
    assert.equal(await about({ boot: 'b0' }), 'dead');
  });

  it('is never decided for another machine, a namesake, another container, or a share written before a restart', async () => {
    assert.equal(await about({ host: 'pc-4' }), 'foreign');
    assert.equal(await about({ machine: 'm4' }), 'foreign');
    assert.equal(await about({ space: 's2', pid: 11 }), 'foreign');
    assert.equal(await about({ boot: 'b0' }, '/share'), 'foreign');
    assert.equal(await about({ machine: '', boot: 'b0' }, '/disk', { machine: '' }), 'foreign');
  });

  it('is so of this very process, and not of one that ended and was not yet taken notice of', async () => {
    assert.equal(await standingOf(await own(), '/', await here()), 'alive');
    const child = spawn('sh', ['-c', 'sleep 0 & exec sleep 60'], { stdio: 'ignore' });
    try {
      // The shell became a sleep that does not collect its child: a process without life.
      const pid = await childOf(there(child.pid));
      const fate = await standingOf({ ...(await own()), pid, started: '' }, '/', await here());
      assert.equal(fate, 'dead');
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });
});

/** The first child of a process that has ended without being waited for. */
async function childOf(parent: number): Promise<number> {
  for (;;) {
    for (const name of await readdir('/proc')) {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      const [state, above] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' && Number(above) === parent) return Number(name);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a lock', () => {
  it('is taken by one, refused to the next, and free again afterwards', async () => {
    const file = await aLock();
    const first = await take(file);
    assert.ok(isLock(first));
    const second = await take(file);
    assert.ok(!isLock(second));
    assert.deepEqual([second.standing, second.owner], ['alive', first.owner]);
    assert.deepEqual(await beside(file), ['.jiangbang-lock']);
    await first.release();
    assert.equal(await holderOf(contentDisk, file), undefined);
    assert.ok(isLock(await take(file)));
  });

  it('is waited for, and the wait is told once', async () => {
    const file = await aLock();
    const first = (await take(file)) as Lock;
    let told = 0;
    const second = takeLock(contentDisk, file, await own(), {
      patience: 60_000,
      onWait: () => {
        told += 1;
        setTimeout(() => void first.release(), 120);
      },
    });
    assert.ok(isLock(await second));
    assert.equal(told, 1);
  });

  it('passes on from a dead owner, and from one that died while he succeeded another', async () => {
    const file = await aLock(await dead());
    const one = await take(file);
    assert.ok(isLock(one));
    assert.deepEqual(await beside(file), ['.jiangbang-lock']);

    const [first, successor] = [await dead(), await dead()];
    const other = await aLock(first);
    await writeFile(`${other}-after-${first.token}`, JSON.stringify(successor));
    assert.ok(isLock(await take(other)));
    assert.deepEqual(await beside(other), ['.jiangbang-lock']);
  });

  it('does not pass on while a living one succeeds', async () => {
    const [first, successor] = [await dead(), await own('import')];
    const file = await aLock(first);
    await writeFile(`${file}-after-${first.token}`, JSON.stringify(successor));
    const taken = await take(file);
    assert.ok(!isLock(taken));
    assert.equal(taken.owner?.verb, 'import');
  });

  it('of a dead owner goes to one of twelve who come at once', async () => {
    for (let round = 0; round < 15; round += 1) {
      const file = await aLock(await dead());
      const all = await Promise.all(Array.from({ length: 12 }, () => take(file)));
      const winners = all.filter(isLock);
      assert.equal(winners.length, 1, `round ${round}`);
      assert.ok(await there(winners[0]).isHeld());
      await clearAround(contentDisk, there(winners[0]));
      assert.deepEqual(await beside(file), ['.jiangbang-lock']);
    }
  });

  it('is not taken from its successor by one who looked before him and acts after him', async () => {
    const old = await dead();
    const file = await aLock(old);
    const quick: Lock[] = [];
    // Stands still between seeing the dead owner and taking the right to succeed him.
    const slow: Disk = {
      ...contentDisk,
      hardLink: async (from, to) => {
        if (to.includes('-after-') && quick.length === 0) {
          const taken = await take(file);
          assert.ok(isLock(taken));
          quick.push(taken);
        }
        await contentDisk.hardLink(from, to);
      },
    };
    const late = await take(file, { disk: slow });
    assert.ok(!isLock(late), 'two have the lock');
    assert.deepEqual(late.owner, quick[0]?.owner);
    assert.ok(await quick[0]?.isHeld());
  });

  it('that a person removed and another took is not released by the first', async () => {
    const file = await aLock();
    const first = (await take(file)) as Lock;
    await contentDisk.remove(file);
    const second = (await take(file)) as Lock;
    assert.equal(await first.isHeld(), false);
    await first.release();
    assert.ok(await second.isHeld());
  });

  it('works where a disk knows no hard links', async () => {
    const noLinks: Disk = {
      ...contentDisk,
      hardLink: async (from, to) => contentDisk.write(to, await contentDisk.read(from)),
    };
    const file = await aLock(await dead());
    const first = await take(file, { disk: noLinks });
    assert.ok(isLock(first));
    assert.ok(!isLock(await take(file, { disk: noLinks })));
  });

  it('that cannot be read is nobody’s to take', async () => {
    const file = await aLock();
    await writeFile(file, '');
    const taken = await take(file);
    assert.ok(!isLock(taken));
    assert.equal(taken.standing, 'unreadable');
  });

  it('clears what takers that are gone left beside it, not what waits', async () => {
    const file = await aLock();
    const lock = (await take(file)) as Lock;
    const waiting = await own();
    await writeFile(`${file}-${waiting.token}`, JSON.stringify(waiting));
    await writeFile(`${file}-0000000000000000`, JSON.stringify(await dead()));
    await writeFile(`${file}-1111111111111111`, '');
    await clearAround(contentDisk, lock);
    assert.deepEqual(await beside(file), ['.jiangbang-lock', `.jiangbang-lock-${waiting.token}`]);
  });
});

describe('what a taker left that was cut off before it had written its name', () => {
  it('is cleared away by whoever comes next, a reader too, once its process is gone', async () => {
    const file = await aLock();
    // Above the largest number that Linux gives to a process (proc(5): 2^22).
    const [gone, here] = ['00500000', process.pid.toString(16).padStart(8, '0')].map((pid) => `${file}-${pid}0badcafe`);
    await writeFile(gone ?? '', '');
    await settled(join(file, '..'), () => Promise.resolve());
    assert.deepEqual(await beside(file), []);
    await writeFile(here ?? '', '{"tok');
    await settled(join(file, '..'), () => Promise.resolve());
    assert.deepEqual(await beside(file), [`.jiangbang-lock-${process.pid.toString(16).padStart(8, '0')}0badcafe`]);
  });

  it('says which process it was', async () => {
    assert.equal(Number.parseInt((await own()).token.slice(0, 8), 16), process.pid);
  });
});

describe('the sentence about who has it', () => {
  const owner = {
    user: 'zhangsan',
    host: 'PC-3',
    pid: 4321,
    started: '500',
    verb: 'act',
    since: '2026-11-30T14:53:00.000Z',
  } as Owner;

  it('names person, machine, command and time, and says what to do', () => {
    assert.equal(
      holderText({ owner, standing: 'alive' }, 'content', 'content/.jiangbang-lock'),
      'zhangsan 在 PC-3 上运行的 npm run act（进程 4321）正在写 content，自北京时间 2026-11-30 22:53 起。请等它结束后再试，或用 --wait 秒数 等候。',
    );
  });

  it('says how to remove it where no machine can know', () => {
    const tail =
      '请等它结束后再试，或用 --wait 秒数 等候。确认它已经不在运行的（例如中途断电），请删除 content/.jiangbang-lock 再试。';
    assert.equal(
      holderText({ owner: { ...owner, user: '' }, standing: 'foreign' }, 'content', 'content/.jiangbang-lock'),
      `PC-3 上运行的 npm run act（进程 4321）正在写 content，自北京时间 2026-11-30 22:53 起。${tail}`,
    );
    assert.ok(
      holderText(
        { owner: { ...owner, started: '' }, standing: 'alive' },
        'content',
        'content/.jiangbang-lock',
      ).endsWith(tail),
    );
    assert.equal(
      holderText({ owner: undefined, standing: 'unreadable' }, 'content', 'content/.jiangbang-lock'),
      'content 已被占用，但 content/.jiangbang-lock 读不出是谁。请稍后再试；确认没有人在写的（例如中途断电），请删除这个文件再试。',
    );
  });
});

describe('a content folder under a lock', () => {
  it('is refused to a second command, which says who has it, and is free when the first fails', async () => {
    const content = await aFolder();
    const failing = writing(content, { verb: 'import' }, async () => {
      await assert.rejects(
        writing(content, { verb: 'act', patience: 0 }, () => Promise.resolve()),
        (error: Refusal) => {
          assert.equal(error.code, 'content-busy');
          assert.match(
            error.message,
            /^\S+ 在 \S+ 上运行的 npm run import（进程 \d+）正在写 .*，自北京时间 \d{4}-\d\d-\d\d \d\d:\d\d 起。请等它结束后再试，或用 --wait 秒数 等候。什么也没有写入。$/,
          );
          return true;
        },
      );
      throw new Refusal('own', '自己的。');
    });
    await assert.rejects(failing, { code: 'own' });
    assert.deepEqual(await readdir(content), []);
  });

  it('is refused where there is none', async () => {
    await assert.rejects(
      writing('/nowhere/content', { verb: 'act' }, () => Promise.resolve()),
      { code: 'content-missing', message: '找不到内容目录 /nowhere/content。请核对 --content。' },
    );
  });

  it('is left without a lock by a process that is asked to end', async () => {
    const content = await aFolder();
    const source = new URL('../../../src/pipeline/content/writing.ts', import.meta.url).href;
    const script = `const { writing } = await import(${JSON.stringify(source)});
      await writing(${JSON.stringify(content)}, { verb: 'import' }, async () => {
        process.stdout.write('held');
        await new Promise((resolve) => setTimeout(resolve, 60000));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    assert.deepEqual(await readdir(content), ['.jiangbang-lock']);
    child.kill('SIGTERM');
    const [, signal] = (await once(child, 'exit')) as [number | null, string];
    assert.equal(signal, 'SIGTERM');
    assert.deepEqual(await readdir(content), []);
  });
});
