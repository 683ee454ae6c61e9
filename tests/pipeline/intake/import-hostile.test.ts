import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sentence } from '#core/catalogue/finding.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { costOf } from '#tests/cost.ts';
import { HOSTILE } from './hostile-files.ts';
import { aBench, type Bench, clear, filesIn, prepare, put } from './office-bench.ts';

let bench: Bench;
before(async () => {
  bench = await aBench();
});
after(() => clear(bench));

describe('a file that is bad, hostile or done in haste', () => {
  it('comes in at least 25 kinds', () => assert.ok(HOSTILE.length >= 25));

  for (const { about, name, bytes, codes, cell, says, stops = true } of HOSTILE) {
    it(`${stops ? 'stops' : 'does not stop'} the import: ${about}`, async () => {
      const path = await put(bench, name, bytes());
      const untouched = await filesIn(bench.content);
      let prepared: Awaited<ReturnType<typeof prepare>> | undefined;
      const cost = await costOf(async () => (prepared = await prepare(bench, [path])));
      assert.ok(cost < 4000, `${cost} times the yardstick`);
      assert.ok(prepared);
      const { planned } = prepared;
      const found = planned.findings.map(({ code }) => code as string);
      for (const code of codes) assert.ok(found.includes(code), `${code} among ${found.join(' ')}`);
      assert.equal(hasErrors(planned.findings), stops, found.join(' '));
      const said = planned.findings.filter(({ code }) => codes.includes(code));
      if (cell !== undefined)
        assert.ok(
          said.some(({ where }) => where.cell === cell),
          JSON.stringify(said),
        );
      if (says !== undefined)
        assert.ok(
          said.some((one) => sentence(one).includes(says)),
          said.map(sentence).join(),
        );
      assert.deepEqual(await filesIn(bench.content), untouched);
    });
  }

  it('never takes more than 1 GB', () => {
    // In kilobytes, the most that this process and its threads ever held.
    assert.ok(process.resourceUsage().maxRSS < 1024 * 1024, `${process.resourceUsage().maxRSS} KB`);
  });
});
