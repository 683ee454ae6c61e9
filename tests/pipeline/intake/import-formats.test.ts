import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvFile } from '#core/formats/csv.ts';
import { readKnownRound } from '#pipeline/intake/known-round.ts';
import { rosterTable } from '#pipeline/intake/sheet/export-round.ts';
import { workbook } from '#pipeline/intake/sheet/workbook.ts';
import { there } from '#tests/there.ts';
import { aBench, clear, filesIn, importFiles, put } from './office-bench.ts';
import { docxFile, xlsxFile } from './office-files.ts';

const ROUNDS = [
  'weihai-craftsman/2023',
  'weihai-chief-technician/2024',
  'jiaozuo-craftsman/2018',
  'baotou-craftsman/2023',
  'gangcheng-craftsman/2019',
];

/** The rows in every kind of file that an office may send. */
function inEveryFormat(rows: string[][]): [string, Uint8Array | Promise<Uint8Array>][] {
  const text = csvFile(rows);
  return [
    ['名单.xlsx', xlsxFile([{ name: 'Sheet1', rows }])],
    [
      '导出.xlsx',
      workbook([
        { name: '汇总表', columns: there(rows[0]).map((header) => ({ header, width: 10 })), rows: rows.slice(1) },
      ]),
    ],
    ['名单.docx', docxFile({ tables: [rows] })],
    ['名单.csv', text],
  ];
}

describe('the same list in another kind of file', () => {
  for (const round of ROUNDS) {
    it(`${round}: what the export writes comes back as a plan without changes`, async () => {
      const bench = await aBench(round, { people: true });
      try {
        const before = await filesIn(bench.folder);
        const known = await readKnownRound(bench.content, round);
        for (const [name, bytes] of inEveryFormat(rosterTable(known.programme.data, known.people))) {
          const { planned, files } = await importFiles(bench, [await put(bench, name, await bytes)], {
            orderedBy: undefined,
          });
          assert.deepEqual(
            planned.findings.filter(({ level }) => level === 'error'),
            [],
            name,
          );
          assert.equal(
            planned.plan.people.filter(({ state }) => state === 'unchanged').length,
            known.people.length,
            name,
          );
          assert.deepEqual([files.write.size, files.remove.length, planned.plan.reordered], [0, 0, false], name);
        }
        assert.deepEqual(await filesIn(bench.folder), before);
      } finally {
        await clear(bench);
      }
    });
  }

  it('gives a new round the same content, byte for byte', async () => {
    const from = await readKnownRound('content', 'baotou-craftsman/2023');
    const rows = rosterTable(from.programme.data, from.people).map((row) => row.slice(1));
    const results: Record<string, string>[] = [];
    for (const [name, bytes] of inEveryFormat(rows)) {
      const bench = await aBench('baotou-craftsman/2023');
      try {
        const { errors } = await importFiles(bench, [await put(bench, name, await bytes)]);
        assert.deepEqual(errors, [], name);
        const { 'roster.json': roster = '', ...files } = await filesIn(bench.folder);
        // The digest of the source is the one thing that belongs to the very file.
        results.push({ ...files, 'roster.json': roster.replace(/ {2}"source": \{[^}]*\},\n/, '') });
      } finally {
        await clear(bench);
      }
    }
    // Eighteen people and what the round has beside them, the record of the import among it.
    assert.equal(Object.keys(results[0] ?? {}).length, 23);
    for (const result of results.slice(1)) assert.deepEqual(result, results[0]);
  });
});
