import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemProgram } from '#tests/system-program.ts';

export interface RunningServer {
  address: string;
  /** What nginx had to say about its configuration and its work. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A real nginx with the configuration of docs/hosting over `root`; only where `missing('nginx')` is false.
 * @param webroot where answers to a certificate authority are written
 */
export async function nginxOver(root: string, webroot = '/srv/jiangbang-webroot'): Promise<RunningServer> {
  const program = systemProgram('nginx');
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-nginx-'));
  const port = await freePort();
  const ours = (await readFile('docs/hosting/nginx.conf', 'utf8'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replaceAll('/srv/jiangbang/current', root)
    .replaceAll('/srv/jiangbang-webroot', webroot);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  await writeFile(
    join(directory, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${directory}/pid; error_log ${directory}/error.log; events {} http { access_log off; ${paths.join(' ')} ${ours} }`,
  );
  const nginx = spawn(program, ['-p', directory, '-c', join(directory, 'nginx.conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (attempt > 600) throw new Error('nginx does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    log: () => readFile(join(directory, 'error.log'), 'utf8'),
    async stop() {
      nginx.kill();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = server.address();
      server.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}
