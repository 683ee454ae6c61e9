import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasLostObject } from './lost-object.ts';
import { hasLostTable } from './lost-table.ts';
import type { OldFormat } from './old-format.ts';
import { profile } from './profile.ts';
import { sandbox } from './sandbox.ts';

export interface Conversion extends OldFormat {
  bytes: Uint8Array;
}

export type Converted = { bytes: Uint8Array } | { fault: 'missing' | 'failed' | 'slow' | 'lost' | 'objects' };

/** Processor seconds, so that a busy machine turns nothing away; the wall is for whatever sleeps. */
const LIMITS = { start: 6, each: 3, wall: 60, megabytes: 100 };
const BATCH = 16;

/**
 * Old files through LibreOffice, where it is installed: a profile of its own that is thrown away, macros off, no network and no sight of
 * other files as far as the system lets, limits of time, memory and size, and an end to it with all its children.
 */
export async function convertOld(jobs: readonly Conversion[]): Promise<Converted[]> {
  if (jobs.length === 0) return [];
  const program = await officeProgram();
  if (program === undefined) return jobs.map(() => ({ fault: 'missing' }));
  const folder = await mkdtemp(join(tmpdir(), 'convert-'));
  try {
    await profile(join(folder, 'profile'));
    await mkdir(join(folder, 'in'));
    const run = new Run(program, folder);
    const results = new Map<Conversion, Converted>();
    for (const group of Map.groupBy(jobs, ({ from }) => from).values()) {
      for (let at = 0; at < group.length; at += BATCH) await run.together(group.slice(at, at + BATCH), results);
    }
    return jobs.map((job) => results.get(job) ?? { fault: 'failed' });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

class Run {
  private readonly program: string;
  private readonly folder: string;
  private count = 0;

  constructor(program: string, folder: string) {
    this.program = program;
    this.folder = folder;
  }

  /** What is left over when one file brings the program down is tried again by itself. */
  async together(jobs: readonly Conversion[], results: Map<Conversion, Converted>): Promise<void> {
    const out = join(this.folder, `out-${(this.count += 1)}`);
    const files = jobs.map((job, index) => ({
      job,
      name: `${index}.${job.from}`,
      made: join(out, `${index}.${job.to}`),
    }));
    const inside = join(this.folder, 'in');
    await rm(inside, { recursive: true, force: true });
    for (const made of [out, inside]) await mkdir(made);
    for (const { job, name } of files) await writeFile(join(inside, name), job.bytes);
    const paths = files.map(({ name }) => join(inside, name));
    const ended = await this.start(jobs[0]?.from ?? 'xls', paths, out);
    const left: Conversion[] = [];
    for (const { job, made } of files) {
      const size = (await stat(made).catch(() => undefined))?.size ?? 0;
      if (size > 0) {
        const bytes = await readFile(made);
        results.set(job, checked(job, bytes));
      } else if (jobs.length > 1) left.push(job);
      else results.set(job, { fault: ended === 'slow' ? 'slow' : 'failed' });
    }
    for (const job of left) await this.together([job], results);
  }

  private async start(from: OldFormat['from'], paths: readonly string[], out: string): Promise<'ended' | 'slow'> {
    const seconds = LIMITS.start + LIMITS.each * paths.length;
    const office = [
      this.program,
      `-env:UserInstallation=${pathToFileURL(join(this.folder, 'profile')).href}`,
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
      // What it does not take for this format it would open as plain text.
      `--infilter=${FILTERS[from]}`,
      ...['--convert-to', from === 'xls' || from === 'ods' ? 'xlsx:Calc MS Excel 2007 XML' : 'docx:MS Word 2007 XML'],
      ...['--outdir', out, ...paths],
    ];
    // Blocks of 512 bytes, kilobytes, seconds: what the shell takes. Not every shell knows every one.
    const limits = `ulimit -t ${seconds}; ulimit -f ${LIMITS.megabytes * 2048}; ulimit -v 4000000; ulimit -c 0`;
    const [command = 'sh', ...rest] = [
      ...(await sandbox(this.folder)),
      'sh',
      '-c',
      `${limits}; exec "$@"`,
      'sh',
      ...office,
    ];
    const child = spawn(command, rest, {
      cwd: this.folder,
      detached: true,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.folder,
        TMPDIR: this.folder,
        LANG: 'C.UTF-8',
        SAL_USE_VCLPLUGIN: 'svp',
        // Where nothing can take the network away, it leads nowhere.
        ...Object.fromEntries(['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy'].map((name) => [name, NOWHERE])),
      },
    });
    const began = performance.now();
    let late = false;
    const stop = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    };
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, LIMITS.wall * 1000);
    process.once('exit', stop);
    const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('close', (_code, by) => resolve(by));
    });
    clearTimeout(timer);
    process.off('exit', stop);
    stop();
    const usedUp = signal !== null || (performance.now() - began) / 1000 > seconds;
    return late || usedUp ? 'slow' : 'ended';
  }
}

/** Only what says all that the old file said is taken. */
function checked({ from, bytes: old }: Conversion, bytes: Uint8Array): Converted {
  if (from === 'doc' && hasLostTable(old, bytes)) return { fault: 'lost' };
  return hasLostObject(from, old, bytes) ? { fault: 'objects' } : { bytes };
}

const FILTERS: Record<OldFormat['from'], string> = {
  xls: 'MS Excel 97',
  doc: 'MS Word 97',
  ods: 'calc8',
  odt: 'writer8',
  rtf: 'Rich Text Format',
};

const NOWHERE = 'http://127.0.0.1:9';

/** Where distributions, macOS and Windows put it. */
async function officeProgram(): Promise<string | undefined> {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')]);
  const usual = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  for (const path of [...onPath, ...usual]) {
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}
