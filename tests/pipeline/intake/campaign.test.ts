import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { type Bench, type CaseReport, runCase, setUpBench } from './campaign.ts';
import { leaksIn } from './campaign-leaks.ts';
import { faultsOf } from './campaign-run.ts';
import { chanceFrom, identityCheck, luhnCheck, PRIVATE_KINDS, privateValue } from './campaign-values.ts';

/** The first thirty of the thousand that `npm run campaign -- import` runs. */
const SLICE = 30;

let bench: Bench;
const cases: CaseReport[] = [];
before(async () => {
  bench = await setUpBench('content');
  for (let seed = 1; seed <= SLICE; seed += 1) cases.push(await runCase(seed, bench));
});
after(() => rm(bench.directory, { recursive: true, force: true }));

describe('thirty lists with private values all over them', () => {
  it('leave none of them in a file, a report, a message or on a stream', () => {
    assert.deepEqual(cases.flatMap(faultsOf), []);
  });

  it('go in whole where private values stand only where they always do', () => {
    const quiet = cases.filter((one) => one.quiet);
    assert.ok(quiet.length >= 5);
    for (const { seed, imported, people } of quiet) assert.equal(imported, people, `list ${seed}`);
  });

  it('are of every kind of file, some accepted and some refused', () => {
    assert.ok(new Set(cases.map(({ format }) => format)).size >= 7);
    assert.ok(cases.some(({ exit }) => exit === 0) && cases.some(({ exit }) => exit === 1));
    assert.ok(cases.reduce((sum, { planted }) => sum + planted, 0) > 200);
    assert.ok(cases.some(({ photos }) => photos > 0));
  });
});

describe('the search for leaks', () => {
  const chance = chanceFrom(20261121);
  for (const kind of PRIVATE_KINDS) {
    it(`finds a ${kind} however it is printed`, () => {
      for (let round = 0; round < 20; round += 1) {
        const value = privateValue(kind, chance, round % 2 === 0);
        const planted = [{ spot: '试', value }];
        const inPicture = `<img src="data:text/plain;base64,${Buffer.from(value.text).toString('base64')}">`;
        for (const text of [value.text, `x${value.text.toUpperCase()}y`, [...value.text].join(' '), inPicture]) {
          assert.equal(leaksIn(new Map([['report.html', Buffer.from(text)]]), planted).length, 1, text);
        }
        assert.equal(leaksIn(new Map([[`${value.text}.txt`, new Uint8Array()]]), planted).length, 1);
        assert.deepEqual(
          leaksIn(new Map([['a.md', Buffer.from('2016 全国技术能手，ZL 2015 2 0000006.0')]]), planted),
          [],
        );
      }
    });
  }

  it('plants numbers that a checker takes for real', () => {
    // The worked examples of GB 11643-1999, and the usual one of the Luhn sum.
    assert.equal(identityCheck('11010519491231002'), 'X');
    assert.equal(identityCheck('44052418800101001'), '4');
    assert.equal(luhnCheck('7992739871'), '3');
  });
});
