import { spawnSync } from 'node:child_process';

/** A program of the system that a test needs; installed by the package manager where it is missing. */
export function systemProgram(name: string, debianPackage: string): string {
  const find = (): string | undefined => {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${name} || ls /usr/sbin/${name}`], { encoding: 'utf8' });
    return stdout.trim().split('\n')[0] || undefined;
  };
  const found = find();
  if (found !== undefined) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 120_000, env });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], {
    stdio: 'ignore',
    timeout: 240_000,
    env,
  });
  const installed = find();
  if (installed === undefined) throw new Error(`${name} is missing; install ${debianPackage}`);
  return installed;
}
