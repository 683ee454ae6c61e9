import { rm } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import type { Progress } from '#pipeline/commands/progress.ts';
import { type CaseReport, runCase, setUpBench } from './campaign.ts';

/** Many rosters one after the other, and a table of what became of them. */
export async function runCampaign(
  { first, count }: { first: number; count: number },
  progress: Progress,
): Promise<Outcome> {
  const bench = await setUpBench('content');
  // Every import starts a thread of its own, and every thread would compile the readers anew.
  enableCompileCache(join(bench.directory, 'compiled'));
  const cases: CaseReport[] = [];
  let said = performance.now();
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      cases.push(await runCase(seed, bench));
      if (performance.now() - said < 2000) continue;
      said = performance.now();
      progress.step(`第 ${seed - first + 1}/${count} 份`);
    }
  } finally {
    await rm(bench.directory, { recursive: true, force: true });
  }
  progress.done(`${count} 份`);
  const faults = cases.flatMap(faultsOf);
  return {
    exit: faults.length === 0 ? 0 : 1,
    json: { cases, faults },
    text: `${tableOf(cases)}\n${faults.join('\n')}\n`,
  };
}

/** What may not be, each as a line with the seed that brings it back. */
export function faultsOf(report: CaseReport): string[] {
  const { seed, leaks, unplanted, crash, quiet, imported, people } = report;
  const leaked = new Set(leaks.map(({ spot, kind, where }) => `第 ${seed} 份：${spot}的${kind}出现在 ${where}`));
  return [
    ...leaked,
    ...unplanted.map((spot) => `第 ${seed} 份：${spot}没有放进文件，测试本身有误`),
    ...(crash === undefined ? [] : [`第 ${seed} 份：程序出错，没有说成一句话：${crash.split('\n')[0] ?? ''}`]),
    ...(quiet && imported < people ? [`第 ${seed} 份：${people} 人只导入了 ${imported} 人`] : []),
  ];
}

function tableOf(cases: readonly CaseReport[]): string {
  const rows = [...new Set(cases.flatMap(({ format, spots }) => ['合计', format, ...spots]))].map((name) => {
    const own = cases.filter(({ format, spots }) => name === '合计' || name === format || spots.includes(name));
    const sum = (of: (one: CaseReport) => number): number => own.reduce((total, one) => total + of(one), 0);
    const leaked = name === '合计' || own.some(({ format }) => format === name) ? undefined : name;
    return [
      name,
      own.length,
      own.filter(({ imported, people }) => imported === people).length,
      own.filter(({ imported, people }) => imported > 0 && imported < people).length,
      own.filter(({ imported }) => imported === 0).length,
      sum(({ planted }) => planted),
      sum(({ photos }) => photos),
      sum(({ leaks }) => leaks.filter(({ spot }) => leaked === undefined || spot === leaked).length),
    ];
  });
  const heads = ['位置', '名单', '全部导入', '部分', '未导入', '放入', '照片', '泄露'];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
