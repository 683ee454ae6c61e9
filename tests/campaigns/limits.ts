import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { aBench, type Bench, clear, filesIn } from '#tests/pipeline/intake/office-bench.ts';
import { LIMIT_FILES, type LimitFile } from './limit-files.ts';
import { ran } from './process-cost.ts';

/** What one import of a bad file costs: processor seconds and the most memory of the process and all below it. */
interface Measured {
  about: string;
  name: string;
  seconds: number;
  megabytes: number;
  codes: string[];
  faults: string[];
}

const LIMITS = { seconds: 10, megabytes: 1024 };

/** Every file through the command as an office runs it, in a process of its own; Linux alone tells what its children cost. */
export async function runLimits(only: string | undefined, progress: Progress): Promise<Outcome> {
  const rows: Measured[] = [];
  const chosen = LIMIT_FILES.filter(({ about, name }) => only === undefined || `${about} ${name}`.includes(only));
  for (const file of chosen) {
    progress.step(file.about);
    const bench = await aBench(ROUND);
    rows.push(await measured(file, bench).finally(() => clear(bench)));
  }
  progress.done(`${rows.length} 份`);
  const faults = rows.flatMap(({ about, faults: own }) => own.map((fault) => `${about}：${fault}`));
  const lines = rows.map(
    ({ about, name, seconds, megabytes, codes }) =>
      `| ${about} | ${name} | ${seconds.toFixed(1)} | ${Math.round(megabytes)} | ${codes.join(' ')} |`,
  );
  const head = '| 文件 | 名称 | 处理器秒 | MB | 说了什么 |\n| --- | --- | --- | --- | --- |';
  return {
    exit: faults.length === 0 ? 0 : 1,
    json: { rows, faults },
    text: `${[head, ...lines, ...faults].join('\n')}\n`,
  };
}

const ROUND = 'weihai-craftsman/2023';

async function measured({ about, name, bytes, stops }: LimitFile, { root, content }: Bench): Promise<Measured> {
  const folder = join(root, 'in');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await writeFile(join(folder, name), bytes());
  const before = await filesIn(content);
  const { seconds, megabytes, stdout, stderr } = await ran([
    join(ROOT, 'scripts', 'import.ts'),
    join(folder, name),
    ...['--round', ROUND, '--content', content, '--yes', '--json'],
  ]);
  const said = parsed(stdout);
  const errors = said?.findings.filter(({ level }) => level === 'error') ?? [];
  const after = await filesIn(content);
  const same = JSON.stringify(before) === JSON.stringify(after);
  const faults = [
    ...(seconds > LIMITS.seconds ? [`用了 ${seconds.toFixed(1)} 秒`] : []),
    ...(megabytes > LIMITS.megabytes ? [`用了 ${Math.round(megabytes)} MB`] : []),
    ...(said === undefined
      ? [`没有说成一句话：${stderr.split('\n').find((line) => line !== '') ?? '什么也没有说'}`]
      : []),
    ...(stops && said !== undefined && errors.length === 0 ? ['没有拒绝'] : []),
    ...(stops && !same ? ['写了东西'] : []),
  ];
  return { about, name, seconds, megabytes, codes: [...new Set(errors.map(({ code }) => code))], faults };
}

function parsed(stdout: string): { findings: { level: string; code: string }[] } | undefined {
  try {
    const json = JSON.parse(stdout) as { findings?: { level: string; code: string }[]; error?: { code: string } };
    return { findings: json.findings ?? (json.error ? [{ level: 'error', code: json.error.code }] : []) };
  } catch {
    return undefined;
  }
}
