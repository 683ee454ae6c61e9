import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Auckland'];
const closingsScript = new URL('closings.ts', import.meta.url).pathname;

describe('a window of 5, 7 or 10 working days from every opening day of 2018–2026', () => {
  for (const zone of ZONES) {
    it(`closes as an independent list of working days says, on a machine in ${zone}`, async () => {
      const expected = await independentClosings();
      const { stdout } = await promisify(execFile)(process.execPath, [closingsScript], {
        env: { ...process.env, TZ: zone },
        maxBuffer: 16 * 1024 * 1024,
      });
      const actual = JSON.parse(stdout) as Record<string, (string | null)[]>;
      assert.equal(Object.keys(actual).length, 3287);
      assert.deepEqual(actual, expected);
    });
  }
});

/**
 * The second computation: other data (chinese-days), another algorithm. All working days stand in one sorted list; a window is a
 * slice of it. A slice that runs off the list's end, which is the last day of 2026, has no answer.
 */
async function independentClosings(): Promise<Record<string, (string | null)[]>> {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = JSON.parse(await readFile(path, 'utf8')) as Record<'holidays' | 'workdays', object>;
  const all: string[] = [];
  const working: string[] = [];
  for (let time = Date.UTC(2018, 0, 1); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    all.push(day);
    const weekend = [0, 6].includes(new Date(time).getUTCDay());
    if (day in workdays || (!weekend && !(day in holidays))) working.push(day);
  }
  return Object.fromEntries(
    all.map((opening) => [
      opening,
      [5, 7, 10].flatMap((length) => {
        const fromOpening = working.findIndex((day) => day >= opening);
        const fromNext = working.findIndex((day) => day > opening);
        return [fromOpening, fromNext].map((first) => (first < 0 ? null : (working[first + length - 1] ?? null)));
      }),
    ]),
  );
}
