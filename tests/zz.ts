import { spawn } from 'node:child_process';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readKnownRound } from '#pipeline/roster/known-round.ts';
import { recoverRound } from '#pipeline/roster/replace-round.ts';
import { rosterTable } from '#pipeline/export-round.ts';
import { xlsxFile } from '#tests/pipeline/roster/office-files.ts';
import { aBench, clear, filesIn, put } from '#tests/pipeline/roster/office-bench.ts';
const bench = await aBench('gangcheng-craftsman/2019', { people: true });
const k = await readKnownRound(bench.content, bench.round);
const rows = rosterTable(k.programme.data, k.people);
const col = rows[0]!.indexOf('简要事迹');
const changed = rows.map((r, i) => (i === 0 ? r : r.map((c, j) => (j === col ? c.slice(0, 60) + '改' : c))));
const path = await put(bench, 'a.xlsx', xlsxFile([{ name: 'a', rows: changed }]));
const spare = join(bench.root, 'spare');
await cp(bench.folder, spare, { recursive: true });
const old = JSON.stringify(await filesIn(bench.folder));
const run = (ms?: number) =>
  new Promise<number>((res) => {
    const t = performance.now();
    const c = spawn(
      process.execPath,
      ['scripts/import.ts', path, '--round', bench.round, '--content', bench.content, '--yes'],
      { stdio: 'ignore' },
    );
    if (ms !== undefined) setTimeout(() => c.kill('SIGKILL'), ms);
    c.on('close', () => res(performance.now() - t));
  });
const full = await run();
const now = JSON.stringify(await filesIn(bench.folder));
if (now === old) throw new Error('no change');
console.log('full run', full.toFixed(0));
const tally: Record<string, number> = {};
for (let i = 0; i < 60; i++) {
  await rm(bench.folder, { recursive: true, force: true });
  await cp(spare, bench.folder, { recursive: true });
  await run(full * (0.35 + (0.65 * i) / 60));
  const left = (await readdir(bench.root)).filter((n) => n.startsWith('.import')).length;
  const before = await filesIn(bench.folder).then(
    (f) => JSON.stringify(f),
    () => 'absent',
  );
  await recoverRound(bench.content, bench.folder);
  const after = JSON.stringify(await filesIn(bench.folder));
  const s = (x: string) => (x === old ? 'old' : x === now ? 'new' : x === 'absent' ? 'absent' : 'MIXED');
  const key = `${s(before)} -> ${s(after)} left ${left}`;
  tally[key] = (tally[key] ?? 0) + 1;
}
console.log(
  tally,
  (await readdir(bench.root)).filter((n) => n.startsWith('.import')),
);
await clear(bench);
