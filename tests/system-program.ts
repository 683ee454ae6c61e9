import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What some tests need of the system and npm does not bring, with the Debian package that does. A test only looks: it installs nothing,
 * and where the program is missing it is skipped by name (`missing`). `.ci/run` installs them all before the tests.
 */
const PACKAGES = {
  apache2: 'apache2',
  caddy: 'caddy',
  ffmpeg: 'ffmpeg',
  go: 'golang-go',
  nginx: 'nginx-light',
  openssl: 'openssl',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  python3: 'python3',
  flock: 'util-linux',
  rclone: 'rclone',
  soffice: 'libreoffice-calc-nogui libreoffice-writer-nogui',
  'systemd-analyze': 'systemd',
  WebKitWebDriver: 'webkit2gtk-driver',
  Xvfb: 'xvfb',
} as const;
export type SystemProgram = keyof typeof PACKAGES;

/** Sources of Go's own that a test compiles against. */
export const GO_SOURCES = '/usr/share/gocode/src/golang.org/x/mod' as const;
type Needed = SystemProgram | typeof GO_SOURCES;

/** Where a program lies, looked up along `PATH`; `undefined` where it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  // Debian lays servers where only the administrator's PATH leads.
  const all = folders.includes('/usr/bin') ? [...folders, '/usr/sbin'] : folders;
  return all.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The path of a program of which `missing` says that it is here. */
export function systemProgram(name: SystemProgram): string {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`${name} is missing; ${remedy([PACKAGES[name]])}`);
  return found;
}

/**
 * For the option `skip` of a test: `false` where all of these are here, else the reason, which names what is missing and the packages
 * that bring it.
 */
export function missing(...names: Needed[]): string | false {
  const gone = names.filter((name) => (name === GO_SOURCES ? !hasGoSources() : findProgram(name) === undefined));
  if (gone.length === 0) return false;
  return `needs ${gone.join(', ')}: ${remedy(gone.map(packageOf))}`;
}

/** Like `missing`, for a command of npm that older ones lack: `npm sbom` came with npm 9.9 and 10. */
export function missingFromNpm(command: string): string | false {
  const { status } = spawnSync('npm', [command, '--help'], { shell: process.platform === 'win32' });
  return status === 0 ? false : `needs npm ${command}: npm install --global npm@11`;
}

/** The Debian packages of everything above that is not here. */
function missingPackages(): string[] {
  const programs = (Object.keys(PACKAGES) as SystemProgram[]).filter((name) => findProgram(name) === undefined);
  return [...new Set([...programs.map(packageOf), ...(hasGoSources() ? [] : [packageOf(GO_SOURCES)])])];
}

function packageOf(name: Needed): string {
  return name === GO_SOURCES ? 'golang-golang-x-mod-dev' : PACKAGES[name];
}

function hasGoSources(): boolean {
  return existsSync(join(GO_SOURCES, 'sumdb/note'));
}

function remedy(packages: readonly string[]): string {
  return `apt-get install ${[...new Set(packages)].join(' ')}`;
}

if (import.meta.main) process.stdout.write(`${missingPackages().join('\n')}\n`);
