import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { dueCommand } from '#pipeline/acts/due-command.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { aContent, aFolder, given, retype, ROUND, ROUND_FOLDER, run } from '#tests/office.ts';
import { missing } from '#tests/system-program.ts';

const NOTICE = '关于2024年度澄湖工匠候选人的公示';

function due(content: string, now: string, options: Record<string, string> = {}) {
  return dueCommand.run(given({ content, now, ...options }), () => 0);
}

const extend = (content: string) =>
  actCommand.run(
    given({
      round: ROUND,
      content,
      kind: 'extension',
      'new-close': '2024-09-20',
      'reason-code': 'outage',
      reason: '网站中断。',
      now: '2024-09-12T10:00:00+08:00',
    }),
    Date.now,
  );

async function openRound(): Promise<string> {
  const content = await aContent();
  await rm(join(content, ROUND_FOLDER, 'result.md'));
  await rm(join(content, ROUND_FOLDER, 'reviews.json'), { force: true });
  return content;
}

describe('npm run due', () => {
  it('asks for next year’s days off from 1 November on, until they are there', async () => {
    const content = await aContent();
    const told = async (now: string) => {
      const { text, json, exit } = await due(content, now);
      return { warned: text.includes('△'), year: (json as { calendarMissing?: number }).calendarMissing, exit };
    };
    assert.deepEqual(await told('2024-10-31T23:59:59+08:00'), { warned: false, year: undefined, exit: 0 });
    assert.deepEqual(await told('2024-11-01T00:00:00+08:00'), { warned: true, year: 2025, exit: 0 });
    assert.match(
      (await due(content, '2024-12-31T12:00:00+08:00')).text,
      /△ 还没有2025年的放假安排（calendar\/2025\.json）。国务院办公厅的通知公布后，请用 npm run calendar -- add 录入；在那以前，用到2025年的公示期推算不出来。\n$/,
    );
    await cp(join(ROOT, 'content/calendar/2025.json'), join(content, 'calendar/2025.json'));
    assert.deepEqual(await told('2024-12-31T12:00:00+08:00'), { warned: false, year: undefined, exit: 0 });
  });

  it('says when the site must next be built, and why, with midnight told as people tell it', async () => {
    const content = await aContent();
    const outcome = await due(content, '2024-09-01T00:00:00+08:00');
    assert.equal(outcome.exit, 0);
    assert.equal(
      outcome.text,
      `下一次：2024年9月10日（星期二）00:00（北京时间）之后重新生成。
  2024年9月10日（星期二）00:00　公示发布：${NOTICE}
  2024年9月11日（星期三）00:00　公示开始：${NOTICE}
  2024年9月18日（星期三）24:00　公示期满：${NOTICE}
  2024年9月18日（星期三）24:00　个人材料到期不再展示：2024年度澄湖工匠选树
  2024年10月16日（星期三）00:00　结果公布：关于命名2024年度澄湖工匠的决定
`,
    );
    const { next } = outcome.json as { next: object };
    assert.deepEqual(next, {
      at: '2024-09-09T16:00:00.000Z',
      china: '2024年9月10日（星期二）00:00',
      kind: 'publication',
      round: ROUND,
      act: null,
      why: `公示发布：${NOTICE}`,
    });
  });

  it('has nothing to say when nothing is to come', async () => {
    const outcome = await due(await aContent(), '2024-10-16T00:00:00+08:00');
    assert.equal(outcome.text, '以后没有到时会变的内容。\n');
    assert.equal((outcome.json as { next: null }).next, null);
  });

  it('exits with 1 when something has become due since the last build', async () => {
    const content = await openRound();
    const since = '2024-09-17T00:00:00+08:00';
    assert.equal((await due(content, '2024-09-18T23:59:59+08:00', { since })).exit, 0);
    const outcome = await due(content, '2024-09-19T00:00:00+08:00', { since });
    assert.equal(outcome.exit, 1);
    assert.match(
      outcome.text,
      /^上次生成以后已经有变化，请现在重新生成：\n {2}2024年9月18日（星期三）24:00　公示期满：/,
    );
    assert.equal((outcome.json as { overdue: object[] }).overdue.length, 2);
    await assert.rejects(due(content, '2024-09-17T00:00:00+08:00', { since: '2024-09-18T00:00:00+08:00' }), UsageError);
  });

  it('names an act that is still to be published', async () => {
    const content = await openRound();
    await actCommand.run(
      given({
        round: ROUND,
        content,
        kind: 'withdraw-candidate',
        person: ['k7m2xq4'],
        'reason-code': 'own-wish',
        reason: '本人申请退出。',
        date: '2024-09-13',
        time: '09:00',
        now: '2024-09-12T10:00:00+08:00',
      }),
      Date.now,
    );
    const { text } = await due(content, '2024-09-12T10:00:00+08:00');
    assert.match(text, /^下一次：2024年9月13日（星期五）09:00（北京时间）之后重新生成。\n.*退出公布：关于2024/);
  });

  it('moves the same calendar entry when a window is extended', async () => {
    const content = await openRound();
    const file = join(await aFolder(), 'due.ics');
    const close = async () => {
      await due(content, '2024-09-12T12:00:00+08:00', { ics: file });
      const text = (await readFile(file, 'utf8')).replaceAll('\r\n ', '');
      const event = text.split('BEGIN:VEVENT').find((one) => one.includes('公示期满')) ?? '';
      return ['UID', 'SEQUENCE', 'DTSTART'].map((name) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(event)?.[1]);
    };
    const before = await close();
    assert.deepEqual(before, ['close-1.chenghu-craftsman-2024@chenghu.example.org', '0', '20240918T160000Z']);
    await extend(content);
    assert.deepEqual(await close(), [before[0], '1', '20240920T160000Z']);
  });

  it('refuses content that cannot be read, and a file it cannot write', async () => {
    const content = await openRound();
    await assert.rejects(due(content, '2024-09-12T12:00:00+08:00', { ics: content }), Refusal);
    await retype(content, `${ROUND_FOLDER}/round.md`, 'year: 2024', 'year: "x"');
    await assert.rejects(due(content, '2024-09-12T12:00:00+08:00'), /内容目录有错误，说不准何时该生成。/);
  });

  it('prints one JSON value from the command line', async () => {
    const { exit, out, err } = run(
      'due',
      '--content',
      await aContent(),
      '--now',
      '2024-09-01T00:00:00+08:00',
      '--json',
    );
    assert.deepEqual([exit, err], [0, '']);
    assert.equal((JSON.parse(out) as { ahead: object[] }).ahead.length, 5);
  });
});

const SCRIPT = fileURLToPath(new URL('../../../docs/due/rebuild-when-due.sh', import.meta.url));

describe('the ready script', () => {
  /** A repository whose npm only writes down what it is asked to do. */
  async function repository(
    dueExits: number,
  ): Promise<(build?: number) => { status: number | null; stdout: string; asked: Promise<string[]> }> {
    const folder = await aFolder();
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'node_modules'));
    const npm = join(folder, 'bin', 'npm');
    await writeFile(
      npm,
      `#!/bin/sh\necho "$*" >> asked\ncase "$3" in due) exit ${dueExits};; build) exit "$BUILD";; esac\n`,
    );
    await chmod(npm, 0o755);
    return (build = 0) => {
      const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, BUILD: String(build) };
      const { status, stdout } = spawnSync('sh', [SCRIPT, folder], { env, encoding: 'utf8' });
      const asked = readFile(join(folder, 'asked'), 'utf8').then((text) =>
        text
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[2] ?? ''),
      );
      return { status, stdout, asked };
    };
  }

  it('builds the first time, and then only when something is due', async () => {
    const calm = await repository(0);
    assert.equal(calm().status, 0);
    assert.equal(calm().status, 0);
    assert.deepEqual(await calm().asked, ['build', 'due', 'due']);
    const busy = await repository(1);
    busy();
    assert.deepEqual(await busy().asked, ['build', 'due', 'build']);
  });

  it('tries again after a build that failed, and says so', async () => {
    const calm = await repository(0);
    assert.equal(calm(1).status, 1);
    assert.equal(calm(0).status, 0);
    assert.deepEqual(await calm().asked, ['build', 'build', 'due']);
  });

  it('says nothing while nothing is due, and what became due when it builds', async () => {
    const calm = await repository(0);
    calm();
    assert.equal(calm().stdout, '');
  });

  it('asks the real `npm run due`: a stamp of this moment is fresh, one of 2018 is not', async () => {
    const folder = await aFolder();
    const [stamp, built] = [join(folder, 'stamp'), join(folder, 'built')];
    // npm itself, except that a build only leaves a mark.
    const npm = join(folder, 'npm');
    const real = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
    await writeFile(npm, `#!/bin/sh\nif [ "$3" = build ]; then touch "${built}"; else exec "${real}" "$@"; fi\n`);
    await chmod(npm, 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, JIANGBANG_STAMP: stamp };
    const look = (): ReturnType<typeof spawnSync> => spawnSync('sh', [SCRIPT, ROOT], { env, encoding: 'utf8' });

    // Whole seconds, as the script writes them.
    await writeFile(stamp, `${new Date().toISOString().slice(0, 19)}Z`);
    assert.deepEqual([look().status, existsSync(built)], [0, false]);
    await writeFile(stamp, '2018-01-01T00:00:00Z');
    const start = Math.floor(Date.now() / 1000) * 1000;
    const { status, stdout } = look();
    assert.deepEqual([status, existsSync(built)], [0, true]);
    assert.match(String(stdout), /上次生成以后已经有变化，请现在重新生成：\n {2}2018年9月/);
    const stamped = Date.parse((await readFile(stamp, 'utf8')).trim());
    assert.ok(start <= stamped && stamped <= Date.now(), `${stamped}`);
  });

  it('waits for a build that still runs', { skip: missing('flock') }, async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'node_modules'));
    const lock = join(folder, 'node_modules/.last-build.lock');
    const script = `flock "${lock}" sh "${SCRIPT}" "${folder}"`;
    // Nothing was asked of npm, which is not even there.
    assert.equal(spawnSync('sh', ['-c', script], { env: { PATH: '/usr/bin:/bin' } }).status, 0);
    assert.equal(existsSync(join(folder, 'node_modules/.last-build')), false);
  });
});

describe('the ready files', () => {
  const read = (name: string): Promise<string> =>
    readFile(fileURLToPath(new URL(`../../../docs/due/${name}`, import.meta.url)), 'utf8');
  const COMMAND = '/srv/jiangbang/docs/due/rebuild-when-due.sh /srv/jiangbang';

  it('of cron looks every five minutes, with a path on which npm is found', async () => {
    const lines = (await read('crontab')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    assert.deepEqual(lines, ['PATH=/usr/local/bin:/usr/bin:/bin', 'MAILTO=""', `*/5 * * * *  ${COMMAND}`]);
  });

  it('of systemd run the same command from a timer, not as root', async () => {
    const service = (await read('jiangbang-due.service')).split('\n');
    for (const line of ['Type=oneshot', 'User=jiangbang', `ExecStart=${COMMAND}`])
      assert.ok(service.includes(line), line);
    const timer = (await read('jiangbang-due.timer')).split('\n');
    for (const line of ['OnCalendar=*:0/5', 'Persistent=true', 'WantedBy=timers.target']) {
      assert.ok(timer.includes(line), line);
    }
  });

  it('of a code host is a workflow that keeps the stamp where the script reads it', async () => {
    const workflow = parse(await read('workflow.yml')) as {
      on: { schedule: { cron: string }[] };
      jobs: { rebuild: { steps: { run?: string; uses?: string; with?: { path?: string } }[] } };
    };
    assert.deepEqual(workflow.on.schedule, [{ cron: '*/5 * * * *' }]);
    const { steps } = workflow.jobs.rebuild;
    assert.ok(steps.some(({ run: line }) => line === 'JIANGBANG_STAMP=.last-build docs/due/rebuild-when-due.sh .'));
    assert.deepEqual(
      steps.filter(({ uses = '' }) => uses.startsWith('actions/cache/')).map((step) => step.with?.path),
      ['.last-build', '.last-build'],
    );
  });

  it('are what the script is: executable', async () => {
    assert.ok((await stat(SCRIPT)).mode & 0o100);
  });
});
