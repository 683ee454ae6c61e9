import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a copy needs beside the sources: how tests build a round, and what looks at it. */
const BESIDE = [
  'package.json',
  'tsconfig.json',
  'tests/builders.ts',
  'tests/there.ts',
  'tests/fixtures/content/base/calendar',
  'tests/core/lifecycle/a-life.ts',
  'tests/core/roster/sheets.ts',
  'tests/site/a-site.ts',
  'tests/site/a-followed-round.ts',
  'tests/pipeline/one-entry',
];

export interface CopiedTree {
  root: string;
  /** Changes a file of the copy; `before` must stand in it. */
  edit(path: string, before: string, after: string): Promise<void>;
  write(path: string, text: string): Promise<void>;
  /** Runs a file of the copy and gives back the JSON value that it prints. */
  run(path: string): Promise<unknown>;
  remove(): Promise<void>;
}

/** The product's sources in a folder of their own, for a change that must not touch these. */
export async function copiedTree(): Promise<CopiedTree> {
  const root = await mkdtemp(join(tmpdir(), 'jiangbang-one-entry-'));
  for (const path of ['src', ...BESIDE]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await cp(join(ROOT, path), join(root, path), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir');
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
  return {
    root,
    write,
    async edit(path, before, after) {
      const text = await readFile(join(root, path), 'utf8');
      if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
      await write(
        path,
        text.replace(before, () => after),
      );
    },
    async run(path) {
      const { stdout } = await promisify(execFile)(process.execPath, [path], { cwd: root });
      return JSON.parse(stdout) as unknown;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
