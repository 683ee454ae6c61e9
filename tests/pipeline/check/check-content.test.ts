import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Content } from '#core/records/content.ts';
import { checkContent, dossiers, judge } from '#pipeline/check/check-content.ts';
import { hasErrors, reportText } from '#pipeline/commands/report.ts';
import { readTree, type TreeFile } from '#pipeline/content/content-tree.ts';
import { parseTree } from '#pipeline/content/read-content.ts';
import { aRound, calendar2024 } from '#tests/builders.ts';
import { costOf } from '#tests/cost.ts';

const BASE = new URL('../../fixtures/content/base', import.meta.url).pathname;
const ROUND = 'programmes/chenghu-craftsman/rounds/2024';

let base: TreeFile[];
before(async () => {
  base = (await readTree(BASE)) ?? [];
});

/** Reader and rules over a tree in memory, as `checkContent` puts them together. */
function check(tree: readonly TreeFile[]) {
  const read = parseTree(tree);
  const { content, readable, findings } = read;
  return { content, findings: [...findings, ...(readable ? judge(readable, read) : [])] };
}

describe('a check', () => {
  it('lets the rules speak about what can be read, in the same go as the reader', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiangbang-check-'));
    try {
      await cp(BASE, folder, { recursive: true });
      await writeFile(join(folder, 'calendar/README.md'), '备忘');
      await cp(join(folder, ROUND, 'candidates/k7m2xq4.md'), join(folder, ROUND, 'candidates/x9x9x9x.md'));
      const { content, findings } = await checkContent(folder);
      assert.equal(content, undefined);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['calendar-file-name', 'roster-person-missing'],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('gives each round the rounds of its programme with an earlier year', () => {
    const { content } = parseTree(base);
    assert.ok(content);
    const [programme] = content.programmes;
    assert.ok(programme);
    const [folder] = programme.rounds;
    assert.ok(folder);
    const years = [2022, 2023, 2024].map((year) => ({ ...folder, round: aRound({ year, edition: `${year}年度` }) }));
    const several: Content = { ...content, programmes: [{ ...programme, rounds: years }] };
    assert.deepEqual(
      dossiers(several, calendar2024).map(({ earlier }) => earlier.map(({ round }) => round.data.year)),
      [[], [2022], [2022, 2023]],
    );
  });
});

/** What the public relies on: who is shown, in which order, from when to when. */
function promises({ programmes }: Content) {
  return programmes.flatMap(({ rounds }) =>
    rounds.map(({ round, roster, people }) => ({
      window: [round.data.publicity.opensOn, round.data.publicity.closesOn],
      listed: roster?.data.people,
      people: people.map(({ id, data }) => [id, data.name, data.employer]).sort(),
    })),
  );
}

describe('a folder spoiled by chance', () => {
  // One file at a time: a byte changed, deleted, doubled or slipped in, up to five times.
  const slip = fc.record({
    file: fc.nat(),
    at: fc.nat(),
    how: fc.constantFrom('change', 'delete', 'double', 'insert'),
    byte: fc.integer({ min: 0, max: 255 }),
    length: fc.integer({ min: 1, max: 40 }),
  });
  type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

  function spoil(bytes: Uint8Array, { at, how, byte, length }: Slip): Uint8Array {
    const place = at % (bytes.length + 1);
    const piece = bytes.subarray(place, place + length);
    const kept = how === 'delete' ? bytes.subarray(place + length) : bytes.subarray(place + (how === 'change' ? 1 : 0));
    const put = how === 'double' ? piece : how === 'delete' ? new Uint8Array() : Uint8Array.of(byte);
    return Uint8Array.from([...bytes.subarray(0, place), ...put, ...kept]);
  }

  it('is judged in time, without a crash, and nothing it promises changes in silence', async () => {
    const whole = parseTree(base).content;
    assert.ok(whole);
    const promised = promises(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(slip, { minLength: 1, maxLength: 5 }), async (chosen, slips) => {
        const index = chosen % base.length;
        const tree = base.map((file, at) => {
          if (at !== index || !file.bytes) return file;
          const bytes = slips.reduce<Uint8Array>(spoil, file.bytes);
          return { ...file, bytes, size: bytes.length };
        });
        let checked: ReturnType<typeof check> | undefined;
        const cost = await costOf(() => (checked = check(tree)));
        assert.ok(cost < 400, `${cost} times the yardstick`);
        assert.ok(checked);
        const { content, findings } = checked;
        const report = reportText(findings);
        assert.doesNotMatch(report, /undefined|\[object|NaN|Error:/);
        if (content && !hasErrors(findings)) assert.deepEqual(promises(content), promised);
      }),
      { seed: 20241016, numRuns: 300 },
    );
  });
});
