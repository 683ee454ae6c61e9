import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BrowserReport, talliedReport } from './browser.ts';
import { tallied, type Told } from './node-tests.ts';
import { inOneProcess, otherOrder } from './unit.ts';

const SOURCES: Record<string, string> = {
  'each.mjs': `import { describe, it } from 'node:test';
    it('passes', () => {});
    it('fails', () => { throw new Error('seven is not eight'); });
    it('needs a program', { skip: 'needs x: apt-get install x' }, () => {});
    it('gives up', (test) => test.skip('no y here'));
    it('is to do and fails', { todo: 'later' }, () => { throw new Error('not yet'); });
    describe('a whole suite', { skip: 'needs z' }, () => { it('one', () => {}); it('two', () => {}); });
    describe('a suite', () => { it('passes too', () => {}); });`,
  'hook.mjs': `import { after, describe, it } from 'node:test';
    describe('a suite that does not tidy up', () => { after(() => { throw new Error('left behind'); }); it('passes', () => {}); });`,
  'empty.mjs': '',
  'broken.mjs': "throw new Error('never loads');",
};

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangbang-tally-'));
  for (const [name, text] of Object.entries(SOURCES)) await writeFile(join(folder, name), text);
});
after(() => rm(folder, { recursive: true }));

describe('the count of the unit tests', () => {
  it('tells passed, failed and skipped apart, and names each that did not pass', async () => {
    const tally = tallied(await inOneProcess('backward', [join(folder, 'each.mjs')]));
    assert.equal(tally.line, '2 passed, 1 failed, 4 skipped');
    assert.match(tally.failures[0] ?? '', /each\.mjs: fails\n.*seven is not eight/s);
    assert.deepEqual(
      tally.skips.map((line) => line.replace(/^.*each\.mjs: /, '')),
      [
        'needs a program (needs x: apt-get install x)',
        'gives up (no y here)',
        'is to do and fails (to do: later)',
        'a whole suite (needs z)',
      ],
    );
    assert.ok(tally.report.endsWith('\n2 passed, 1 failed, 4 skipped\n'));
    assert.equal(tally.ok, false);
    assert.equal(
      tallied([{ outcome: 'skip', name: 'tests/a.test.ts: one', why: 'needs x' }]).clean('tests/a.test.ts'),
      false,
    );
    assert.equal(
      tallied([{ outcome: 'fail', name: 'tests/a.test.ts: one', why: 'fell' }]).clean('tests/a.test.ts'),
      false,
    );
    assert.equal(
      tallied([{ outcome: 'skip', name: 'tests/ab.test.ts: one', why: 'needs x' }]).clean('tests/a.test.ts'),
      true,
    );
    assert.match(tally.of('bare').report, /^failed: bare: .*^skipped: bare: .*^2 passed, 1 failed, 4 skipped$/ms);
  });

  it('fails for a hook that falls, a file without a test, and a file that does not load', async () => {
    for (const [name, says] of [
      ['hook.mjs', /left behind/],
      ['empty.mjs', /no test in this file/],
      ['broken.mjs', /broken\.mjs/],
    ] as const) {
      const { failures } = tallied(await inOneProcess('backward', [join(folder, name)]));
      assert.equal(failures.length, 1, name);
      assert.match(failures[0] ?? '', says);
    }
  });

  it('fails for what comes out otherwise in the other order, or does not run in it', () => {
    const pass = (name: string): Told => ({ outcome: 'pass', name, why: '' });
    const fail = (name: string): Told => ({ outcome: 'fail', name, why: 'a table kept a word' });
    assert.equal(otherOrder([pass('a'), pass('b')], [pass('b'), pass('a')]).line, '1 passed, 0 failed, 0 skipped');
    assert.deepEqual(otherOrder([pass('a'), pass('b')], [fail('b'), pass('a')]).failures, [
      'otherwise when the files run from last to first: fail b\na table kept a word',
      'otherwise when the files run from last to first: pass b\n',
    ]);
    assert.equal(otherOrder([pass('a'), pass('a')], [pass('a')]).failed > 0, true);
  });
});

describe('the count of the browser tests', () => {
  it('tells passed, failed, unsteady and skipped apart', () => {
    const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped', why?: string) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      tests: [
        {
          status,
          annotations: why === undefined ? [] : [{ type: 'skip', description: why }],
          results: [{ error: { message: 'seen otherwise' } }],
        },
      ],
    });
    const report: BrowserReport = {
      errors: [{ message: 'b.spec.ts does not load' }],
      suites: [
        {
          specs: [spec('one', 'expected')],
          suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'flaky'), spec('four', 'skipped', 'needs x')] }],
        },
      ],
    };
    const tally = talliedReport(report);
    assert.equal(tally.line, '1 passed, 3 failed, 1 skipped');
    assert.deepEqual(tally.failures, [
      'playwright: b.spec.ts does not load',
      'tests/e2e/a.spec.ts:7: two (unexpected)\nseen otherwise',
      'tests/e2e/a.spec.ts:7: three (flaky)\nseen otherwise',
    ]);
    assert.deepEqual(tally.skips, ['tests/e2e/a.spec.ts:7: four (needs x)']);
  });
});
