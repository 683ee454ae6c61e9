import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { DataIndex, RoundData } from '#site/feeds/open-data-schema.ts';
import { builtSite } from '#tests/built-site.ts';

/** The figures and the showcase of the sample, computed once more from nothing but its open data. */
let site: string;
let rounds: RoundData[];

before(async () => {
  site = await builtSite();
  const index = JSON.parse(await text('data/v1/index.json')) as DataIndex;
  rounds = await Promise.all(
    index.rounds.map(async ({ json }) => JSON.parse(await text(new URL(json).pathname.slice(1))) as RoundData),
  );
});

const text = (path: string): Promise<string> => readFile(join(site, path), 'utf8');

async function table(name: string): Promise<string[][]> {
  return parse(await text(`figures/${name}.csv`), { bom: true });
}

type Person = RoundData['people'][number];
const label = ({ edition, programme }: RoundData) => `${edition}${programme}`;

/** Of a decided round who was named, else who may be. */
function counted({ people, result }: RoundData): Person[] {
  return people.filter(({ shown, state }) => shown && state === (result ? 'honouree' : 'candidate'));
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Rows of several words and a number, whatever their order. */
function asCounts(rows: readonly string[][]): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row.slice(0, -1).join(' '), unitless(row.at(-1))]));
}

/** `12人` is 12. */
function unitless(cell = ''): number {
  return Number(/^(\d+)[人项]$/.exec(cell)?.[1]);
}

describe('the figures of the sample', () => {
  it('have as many dots for every number of years as the open data have people', async () => {
    const [head, ...rows] = await table('years');
    assert.deepEqual(head, ['届次', '从业年限', '人数']);
    const words = rounds.flatMap((round) =>
      counted(round).flatMap(({ yearsInTrade }) => (yearsInTrade ? [`${label(round)} ${yearsInTrade}年`] : [])),
    );
    assert.deepEqual(asCounts(rows), count(words));
    assert.ok(words.length > 100);
  });

  it('draw every one of these people, filled where the decision is known', async () => {
    const svg = await text('figures/years.svg');
    const filled = [...svg.matchAll(/<path class="dots"[^>]* d="([^"]*)"/g)].flatMap(([, d = '']) =>
      d.split('h0').slice(0, -1),
    );
    const hollow = [...svg.matchAll(/<path class="open" d="([^"]*)"/g)].flatMap(([, d = '']) => d.split('M').slice(1));
    const of = (isDecided: boolean) =>
      rounds
        .filter(({ result }) => (result !== null) === isDecided)
        .flatMap(counted)
        .filter(({ yearsInTrade }) => yearsInTrade).length;
    assert.equal(filled.length, of(true));
    assert.equal(hollow.length, of(false));
  });

  it('count skill levels as the open data do', async () => {
    const [head = [], ...rows] = await table('levels');
    for (const round of rounds) {
      const row = rows.find(([name]) => name === label(round)) ?? [];
      const shown = Object.fromEntries(head.slice(1).map((level, at) => [level, unitless(row[at + 1])]));
      const expected = count(counted(round).map(({ skillLevel }) => skillLevel ?? '未列等级'));
      assert.deepEqual(
        Object.fromEntries(Object.entries(shown).filter(([, people]) => people > 0)),
        expected,
        label(round),
      );
    }
    assert.equal(rows.length, rounds.length);
  });

  it('count districts as the lists write them, and those of a programme without anybody as none', async () => {
    const [head, ...rows] = await table('districts');
    assert.deepEqual(head, ['地区', '区县', '人数']);
    // The sample has one city a programme, but for Weihai, which has two.
    const words = rounds.flatMap((round) => counted(round).flatMap(({ district }) => district ?? []));
    const shown: Record<string, number> = {};
    for (const [, district = '', people] of rows) shown[district] = (shown[district] ?? 0) + unitless(people);
    assert.deepEqual(Object.fromEntries(Object.entries(shown).filter(([, people]) => people > 0)), count(words));
    // The zone that two programmes write in two ways.
    assert.deepEqual(
      [shown['经开区'] ?? 0, shown['经区'] ?? 0].map((people) => people > 0),
      [true, true],
    );
  });

  it('count honours by level and year as the open data write them', async () => {
    const [head, ...rows] = await table('honours');
    assert.deepEqual(head, ['级别', '年份', '项数']);
    const entries = rounds.flatMap((round) => counted(round).flatMap(({ honours }) => honours?.split('；') ?? []));
    const words = entries.flatMap((entry) => {
      const year = /^(\d{4}) /.exec(entry)?.[1];
      const level = /（(国家级|省级|市级|县级|企业级)）$/.exec(entry)?.[1] ?? '未写级别';
      return year === undefined ? [] : [`${level} ${year}年`];
    });
    assert.deepEqual(asCounts(rows), count(words));
  });

  it('have the first and the last day of every window as printed', async () => {
    const [, ...rows] = await table('windows');
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)).sort(),
      rounds.map((round) => [label(round), round.printedWindow.opensOn, round.printedWindow.closesOn]).sort(),
    );
  });

  it('stand on the page with the same numbers, and say that tiles are no map', async () => {
    const page = await text('figures/index.html');
    assert.match(page, /方格示意，不是地图/);
    for (const name of ['years', 'levels', 'districts', 'honours', 'windows']) {
      const rows = await table(name);
      const own = page.slice(page.indexOf(`id="${name}"`)).split('</section>')[0] ?? '';
      const cells = [...own.matchAll(/<t[hd](?:>| [^>]*>)(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
        cell.replace(/<[^>]*>/g, ''),
      );
      assert.deepEqual(cells, rows.flat(), name);
    }
  });
});

describe('the showcase of the sample', () => {
  const PAGES = ['showcase/index.html', 'showcase/district/index.html', 'showcase/year/index.html'];

  it('has everybody who bears a title, once a page, and nobody else', async () => {
    const titled = rounds.flatMap(({ people }) =>
      people.filter(({ state, conferredTier }) => state === 'honouree' && conferredTier !== 'shortlist-award'),
    );
    for (const page of PAGES) {
      const shown = [...(await text(page)).matchAll(/href="[./]*people\/([^/"]+)\/"/g)].map(([, id]) => id);
      assert.deepEqual(shown.sort(), titled.map(({ id }) => id).sort(), page);
    }
  });

  it('is nowhere in the list that is still open', async () => {
    const open = rounds.filter(({ result }) => result === null).flatMap(({ people }) => people);
    assert.ok(open.length > 0);
    const home = await text('index.html');
    for (const { id, name = '' } of open) {
      for (const page of PAGES)
        assert.ok(!(await text(page)).includes(name === '王磊' ? id : name), `${page}: ${name}`);
      assert.ok(!home.includes(id), name);
    }
  });

  it('has a motif for everybody who is shown whole, and none for whoever is not', async () => {
    const files: string[] = [];
    for await (const file of glob('motifs/*.svg', { cwd: site })) files.push(file.slice(7, -4));
    const shown = rounds.flatMap(({ people }) => people.filter((one) => one.shown && one.state !== 'revoked'));
    assert.deepEqual(files.sort(), shown.map(({ id }) => id).sort());
  });
});
