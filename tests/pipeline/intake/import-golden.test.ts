import assert from 'node:assert/strict';
import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { chinesePlace, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import { honourLevelsOf } from '#core/roster/supplement.ts';
import { aBench, clear, filesIn, importFiles, prepare } from './office-bench.ts';

/** What an office hands in, what becomes of it, and what is said; all three written by hand (see make.sh). */
interface Case {
  about: string;
  round: string;
  files: string[];
  all?: Record<string, string>;
  orderedBy?: string;
  /** `文件=推荐单位`, or one for all. */
  from?: string[];
  honourLevels?: string;
  summaryFrom?: string;
  photos?: { credit: string; consent: string };
  /** Rebuilt from the notice's attachment, without a source of its own. */
  rebuilt?: true;
  /** The findings stop it: no `out` folder. */
  stops?: true;
}

const OFFICES = join(import.meta.dirname, '..', '..', 'fixtures', 'offices');

describe('what offices hand in', async () => {
  const folders = (await readdir(OFFICES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    const folder = join(OFFICES, name);
    const given = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')) as Case;
    it(`${name}: ${given.about}`, async () => {
      const bench = await aBench(given.round);
      try {
        await cp(join(folder, 'in'), join(bench.root, 'in'), { recursive: true });
        const paths = given.files.map((file) => join(bench.root, 'in', file));
        const all = Object.entries(given.all ?? {}).map(([head, text]) => ({ head, text }));
        const more = {
          all,
          orderedBy: given.orderedBy,
          from: (given.from ?? []).map((text) => {
            const [, file, body = text] = /^([^=]+)=(.+)$/u.exec(text) ?? [];
            return { file, body };
          }),
          supplement: {
            honourLevels: given.honourLevels === undefined ? undefined : honourLevelsOf(given.honourLevels),
            summaryFrom: given.summaryFrom,
          },
          photos: { folder: undefined, texts: given.photos ?? {} },
        };
        const before = await filesIn(bench.folder);
        if (given.rebuilt) {
          // What an office's own form leaves open: who sent each file, and three things for the batch.
          const { open } = (await prepare(bench, paths)).planned.plan;
          const files = open.filter(({ about }) => about === 'body').length;
          const handedIn = Object.keys(await filesIn(join(bench.root, 'in'))).length;
          assert.ok(files <= handedIn, `${files} questions about ${handedIn} files`);
          assert.ok(open.length - files <= 3, open.map(({ about }) => about).join());
        }
        const { planned } = await importFiles(bench, paths, more);
        const said = inReadingOrder(planned.findings).map(
          (one) => `${one.level} ${one.code} | ${chinesePlace(one.where)} | ${sentence(one)}`,
        );
        const wanted = (await readFile(join(folder, 'findings.txt'), 'utf8')).split('\n').filter((line) => line !== '');
        assert.deepEqual(said.sort(), wanted.sort());

        const now = await filesIn(bench.folder);
        if (given.stops) return assert.deepEqual(now, before);
        // Digests that no hand can write down; hand-edits.test.ts says what they are good for.
        const { 'imported.json': record = '', ...office } = now;
        assert.match(record, /^\{\n {2}"list": /);
        const expected = { ...before, ...(await filesIn(join(folder, 'out'))) };
        const roster = JSON.parse(now['roster.json'] ?? '') as { source: { sha256: string } };
        assert.match(roster.source.sha256, /^[0-9a-f]{64}$/);
        assert.deepEqual({ ...office, 'roster.json': withoutSource(now['roster.json']) }, sorted(expected));

        const again = await importFiles(bench, paths, more);
        assert.equal(again.files.write.size + again.files.remove.length, 0, 'the second time changes nothing');
        assert.deepEqual(await filesIn(bench.folder), now);
      } finally {
        await clear(bench);
      }
    });
  }

  it('are the forms of all five programmes', async () => {
    const rounds = await Promise.all(
      folders.map(
        async ({ name }) => (JSON.parse(await readFile(join(OFFICES, name, 'case.json'), 'utf8')) as Case).round,
      ),
    );
    const programmes = new Set(rounds.map((round) => round.split('/')[0]));
    assert.equal(programmes.size, 5);
    for (const { name } of folders) {
      const { rebuilt } = JSON.parse(await readFile(join(OFFICES, name, 'case.json'), 'utf8')) as Case;
      if (!rebuilt) assert.ok((await stat(join(OFFICES, name, 'source'))).isDirectory());
    }
  });
});

/** The digest belongs to the very file, which no hand can write down. */
function withoutSource(text = '{}'): string {
  const roster = JSON.parse(text) as Record<string, unknown>;
  delete roster['source'];
  return `${JSON.stringify(roster, null, 2)}\n`;
}

function sorted(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
