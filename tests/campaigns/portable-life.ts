import { spawn } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Call, call, formIn, type Reply, words } from '#tests/desk/browser-without-script.ts';

const CONTENT = fileURLToPath(new URL('../fixtures/content/base', import.meta.url));

/**
 * One office with an unpacked package and nothing else: the launcher started with an empty environment, the site built and published to a
 * folder at the desk, by plain forms. Prints how long each step took, in seconds.
 */
async function life(home: string): Promise<Record<string, number>> {
  const took: Record<string, number> = {};
  let began = performance.now();
  const lap = (step: string): void => {
    took[step] = Math.round((performance.now() - began) / 10) / 100;
    began = performance.now();
  };
  await cp(CONTENT, join(home, 'content'), { recursive: true });
  const target = join(home, 'published');
  await mkdir(target);
  began = performance.now();
  const desk = spawn(join(home, '启动匠榜.sh'), ['--no-open'], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    desk.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    while (!/http:\S+/.test(said)) {
      if (desk.exitCode !== null) throw new Error(`the launcher ended with ${desk.exitCode}`);
      await pause(20);
    }
    lap('start');
    const [address = ''] = /http:\S+/.exec(said) ?? [];
    const { origin } = new URL(address);
    const entered = await call(address);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const visit = (path: string, more: Call = {}): Promise<Reply> =>
      call(new URL(path, origin).href, { ...more, headers: { cookie, origin, ...more.headers } });
    const press = async (path: string, button: string, fields: [string, string][] = []): Promise<void> => {
      const { action, hidden, standing } = formIn((await visit(path)).body, button);
      const body = new URLSearchParams([...hidden, ...standing, ...fields]).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const sent = await visit(action, { method: 'POST', headers, body });
      for (;;) {
        const { body: page } = await visit(String(sent.headers['location']));
        if (!page.includes('data-job')) {
          if (!page.includes('class="done"')) throw new Error(words(page));
          return;
        }
        await pause(100);
      }
    };
    await visit('/');
    lap('home');
    await press('/publish', '生成网站');
    lap('build');
    await press(`/publish/confirm?${new URLSearchParams({ to: target }).toString()}`, '发布');
    lap('publish');
    const page = await readFile(join(target, 'current/index.html'), 'utf8');
    if (!page.includes('澄湖工匠公示')) throw new Error('what is served is not the site');
    return took;
  } finally {
    desk.kill();
  }
}

process.stdout.write(`${JSON.stringify(await life(process.argv[2] ?? ''))}\n`);
