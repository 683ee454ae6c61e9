import { spawn } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '#tests/nginx-server.ts';
import { systemProgram } from '#tests/system-program.ts';

export interface OtherServer {
  address: string;
  stop(): Promise<void>;
}

/** A real Caddy with the Caddyfile of docs/hosting over `root`; only where `missing('caddy')` is false. */
export async function caddyOver(root: string, webroot = '/srv/jiangbang-webroot'): Promise<OtherServer> {
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-caddy-'));
  const port = await freePort();
  const ours = (await readFile('docs/hosting/Caddyfile', 'utf8'))
    .replace('gongshi.example.org {', `http://127.0.0.1:${port} {`)
    .replaceAll('/srv/jiangbang/current', root)
    .replace('/srv/jiangbang-webroot', webroot);
  const file = join(directory, 'Caddyfile');
  await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${ours}`);
  return started(systemProgram('caddy'), ['run', '--adapter', 'caddyfile', '--config', file], port, directory);
}

/** A real Apache with the rules of docs/hosting over `root`; only where `missing('apache2')` is false. */
export async function apacheOver(root: string): Promise<OtherServer> {
  const program = systemProgram('apache2');
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-apache-'));
  const port = await freePort();
  const modules = join(dirname(dirname(program)), 'lib/apache2/modules');
  const loaded = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers'].map(
    (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
  );
  const rules = await readFile('docs/hosting/htaccess', 'utf8');
  const config = [
    ...loaded,
    `ServerName 127.0.0.1`,
    `Listen 127.0.0.1:${port}`,
    `PidFile ${directory}/pid`,
    `ErrorLog ${directory}/error.log`,
    `DefaultRuntimeDir ${directory}`,
    `TypesConfig ${directory}/types`,
    `DocumentRoot "${root}"`,
    // Apache judges the place a link leads to.
    `<Directory "${await realpath(root)}">\nRequire all granted\n</Directory>`,
    `<Directory "${root}">\nRequire all granted\n${rules}\n</Directory>`,
  ];
  await writeFile(join(directory, 'types'), '');
  await writeFile(join(directory, 'httpd.conf'), `${config.join('\n')}\n`);
  return started(program, ['-d', directory, '-f', join(directory, 'httpd.conf'), '-D', 'FOREGROUND'], port, directory);
}

async function started(program: string, given: string[], port: number, directory: string): Promise<OtherServer> {
  const env = { ...process.env, HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory };
  const server = spawn(program, given, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (attempt > 600 || server.exitCode !== null) throw new Error(`${program} does not answer: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    async stop() {
      server.kill();
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
