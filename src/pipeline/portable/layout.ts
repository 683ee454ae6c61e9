import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The portable edition as it lies unpacked:
 *   启动匠榜.cmd, 启动匠榜.sh   what a clerk clicks; an update leaves them as they are
 *   version.txt               which version runs, and behind it the one before: `app-0.3.0`, a line each
 *   app-<version>/            the program whole, with its own Node; a new version lies beside it
 *   content/, dist/           the office's own, never inside a version
 */
export const VERSION_FILE = 'version.txt';

/** Names the key that signs packages, inside a version; a package that nobody signed has none. */
export const KEY_FILE = 'release-key';

export const PLATFORMS = ['win-x64', 'linux-x64', 'linux-arm64'] as const;
export type Platform = (typeof PLATFORMS)[number];

export function appFolder(version: string): string {
  return `app-${version}`;
}

/** `0.3.0` of `app-0.3.0`. */
export function versionOf(folder: string): string | undefined {
  return /^app-(\d{1,5}\.\d{1,5}\.\d{1,5})$/.exec(folder)?.[1];
}

/** The programs of a version, for systems that ask whether a file may be started: Node, and what Astro starts. @param path below its folder */
export function isProgram(path: string): boolean {
  return /^(?:node\/node|node_modules\/@esbuild\/[^/]+\/bin\/esbuild)$/.test(path);
}

/** Below zero where the first is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return [0, 1, 2].map((at) => (left?.[at] ?? 0) - (right?.[at] ?? 0)).find((step) => step !== 0) ?? 0;
}

/** The folders that a version file names: the one that runs, and the one before. A person may have saved it with CRLF. */
export function readVersions(text: string): { current: string; previous: string | undefined } | undefined {
  const [current, previous] = text
    .replace(/^\u{feff}/u, '')
    .split(/\r?\n/)
    .map((line) => versionOf(line.trim()));
  return current === undefined ? undefined : { current, previous };
}

export function versionsText(current: string, previous: string | undefined): string {
  return [current, ...(previous === undefined ? [] : [previous])].map((one) => `${appFolder(one)}\n`).join('');
}

/** Where a version is installed; `undefined` where the program is no portable edition, as in a checkout. */
export interface Home {
  folder: string;
  current: string;
  previous: string | undefined;
}

/** @param root folder of the program that runs */
export async function homeOf(root: string): Promise<Home | undefined> {
  const running = versionOf(basename(root));
  if (running === undefined) return undefined;
  const folder = dirname(root.replace(/[/\\]+$/, ''));
  const text = await readFile(join(folder, VERSION_FILE), 'utf8').catch(() => '');
  const versions = readVersions(text);
  return versions && { folder, ...versions };
}
