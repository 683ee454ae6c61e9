import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chinesePlace, type Finding, sentence } from '#core/catalogue/finding.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { Arguments } from '#pipeline/commands/command-line.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BASE = fileURLToPath(new URL('fixtures/content/base', import.meta.url));

/** The round of the fixture, and its folder. */
export const ROUND = 'chenghu-craftsman/2024';
export const ROUND_FOLDER = 'programmes/chenghu-craftsman/rounds/2024';

const made: string[] = [];
after(async () => {
  for (const directory of made) await rm(directory, { recursive: true, force: true });
});

/** An empty folder outside the repository, gone after the tests of the file. */
export async function aFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'jiangbang-office-'));
  made.push(directory);
  return directory;
}

/** A copy of the small content, three people in one published round, to change at will. */
export async function aContent(): Promise<string> {
  const content = join(await aFolder(), 'content');
  await cp(BASE, content, { recursive: true });
  return content;
}

/** Arguments as the command line would have parsed them. */
export function given(values: Record<string, string | boolean | string[]>): Arguments {
  return new Arguments(values, []);
}

/** A slip of the pen in one file: `from` must stand there exactly once. */
export async function retype(content: string, path: string, from: string, to: string): Promise<void> {
  const file = join(content, path);
  const text = await readFile(file, 'utf8');
  if (text.split(from).length !== 2)
    throw new Error(`${path}: “${from}” stands there ${text.split(from).length - 1} times`);
  await writeFile(
    file,
    text.replace(from, () => to),
  );
}

/** Everything below a folder, for “nothing was written”. */
export async function snapshot(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const pairs = files.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(directory.length + 1), await readFile(path, 'base64')];
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What `check` says, one line a finding, paths below the round's folder; that nobody has reviewed something yet has a test of its own. */
export async function checked(content: string): Promise<string[]> {
  const { findings } = await checkContent(content);
  return told(findings.filter(({ code }) => !code.startsWith('review-missing')));
}

export function told(findings: readonly Finding[]): string[] {
  return findings.map(
    (one) =>
      `${chinesePlace({ ...one.where, file: one.where.file.replace(`${ROUND_FOLDER}/`, '') })}：${sentence(one)} [${one.code}]`,
  );
}

/** A command as a person runs it, without a terminal. */
export function run(verb: string, ...args: string[]): { exit: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('node', [join(ROOT, 'scripts', `${verb}.ts`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input: '',
    timeout: 300_000,
  });
  return { exit: status, out: stdout, err: stderr };
}
