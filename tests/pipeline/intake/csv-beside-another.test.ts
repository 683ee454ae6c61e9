import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CsvError, parse } from 'csv-parse/sync';
import { readCsv } from '#pipeline/intake/files/read-csv.ts';

const HEAD = '序号,姓名,单位\n';
const ODD: Record<string, string> = {
  'a line break in quotes': `${HEAD}1,王磊,"某厂\n二车间"\n`,
  'doubled quotes': `${HEAD}1,王磊,"某""厂"""\n`,
  'a quote in the middle of a cell': `${HEAD}1,王"小"磊,某厂\n2,李明,某厂\n`,
  'one quote in the middle that nobody closes': `${HEAD}1,王"磊,某厂\n2,李明,某厂\n`,
  'a space before a quote': `${HEAD}1, "王磊",某厂\n`,
  'lines that end in CR alone': `${HEAD}1,王磊,某厂\n2,李明,某厂\n`.replaceAll('\n', '\r'),
  'every kind of line end in one file': '序号,姓名\r\n1,王磊\n2,李明\r3,张伟\r\n',
  'LF within quotes where lines end in CR': '序号,姓名\r1,"王\n磊"\r',
  'empty lines and rows of commas': `${HEAD}\n1,王磊,某厂\n,,\n\n2,李明,某厂`,
  'rows of different lengths': `一览表\n${HEAD}1,王磊\n2,李明,某厂,\n`,
};
const beside = (text: string): string[][] =>
  parse(text, { relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });

function ours(bytes: Uint8Array): string[][] {
  const read = readCsv(bytes);
  assert.ok('sheets' in read);
  return read.sheets.flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? '')));
}

describe('a CSV file', () => {
  for (const [what, text] of Object.entries(ODD)) {
    it(`with ${what} reads as csv-parse reads it, in every encoding`, () => {
      const expected = beside(text);
      const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
      for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16()])
        assert.deepEqual(ours(bytes), expected);
    });
  }

  it('keeps the words behind a closing quote without the quotes, as Excel shows them; csv-parse shows the quotes', () => {
    const text = `${HEAD}1,"王磊"先生,某厂\n`;
    assert.equal(ours(Buffer.from(text))[1]?.[1], '王磊先生');
    assert.equal(beside(text)[1]?.[1], '"王磊"先生');
  });

  it('names the line on which a quote was opened that nobody closes; csv-parse names the last one', () => {
    const text = `${HEAD}1,"王磊,某厂\n2,李明,某厂\n3,张伟,某厂\n`;
    assert.deepEqual(readCsv(Buffer.from(text)), { code: 'import-quotes', line: 2 });
    assert.throws(
      () => beside(text),
      (error) => error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' && error['lines'] === 4,
    );
  });
});
