import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { Chance } from '#tests/core/privacy/chance.ts';
import { identityNumber, mobileNumber } from '#tests/core/privacy/private-values.ts';
import { aPdf, aPdfPage, aStream, pdfText } from '#tests/core/privacy/sample-files.ts';

const mobile = mobileNumber(new Chance(31));
const id = identityNumber(new Chance(32));
const local = `5${new Chance(33).digits(6)}`;

function found(bytes: Uint8Array): string[] {
  return auditTree([{ path: 'a.pdf', bytes }], new AllowList()).findings.map(({ kind, where }) =>
    `${kind} ${where}`.trim(),
  );
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

/** A page whose font is composite: `map` gives the character of each code, four hexadecimal digits each. */
function aMappedPage(shown: string, map: string): Uint8Array {
  return aPdf([
    CATALOGUE,
    PAGES,
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    aStream(`BT /F1 12 Tf ${shown} ET`),
    '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [1 [500 500]] >>',
    aStream(map),
  ]);
}

const DIGITS = `1 beginbfrange <0001> <000A> <0030> endbfrange 2 beginbfchar <0041> <7535> <0042> <8BDD> endbfchar`;
const codes = (digits: string): string =>
  [...digits].map((digit) => (Number(digit) + 1).toString(16).padStart(4, '0')).join('');

describe('what a PDF shows', () => {
  it('text in one string, in several, and moved by kerning', () => {
    assert.deepEqual(found(aPdfPage([mobile])), ['mobile-number 正文']);
    assert.deepEqual(found(aPdfPage([mobile.slice(0, 4), mobile.slice(4, 6), mobile.slice(6)])), [
      'mobile-number 正文',
    ]);
    const kerned = aMappedPage(`[<${codes(mobile.slice(0, 5))}> -20 <${codes(mobile.slice(5))}>] TJ`, DIGITS);
    assert.deepEqual(found(kerned), ['mobile-number 正文']);
  });

  it('glyph by glyph, each put into its place', () => {
    const shown = [...mobile].map((digit, index) => `1 0 0 1 ${72 + index * 6} 700 Tm <${codes(digit)}> Tj`).join(' ');
    assert.deepEqual(found(aMappedPage(shown, DIGITS)), ['mobile-number 正文']);
  });

  it('characters by the map of the font: 电话 and a number', () => {
    assert.deepEqual(found(aMappedPage(`<00410042> Tj <${codes(local)}> Tj`, DIGITS)), ['telephone 正文']);
  });

  it('a column of a table under its head', () => {
    const shown = `1 0 0 1 72 700 Tm <0001> Tj 1 0 0 1 200 700 Tm <00410042> Tj 1 0 0 1 72 680 Tm <0002> Tj 1 0 0 1 200 680 Tm <${codes(local)}> Tj`;
    assert.deepEqual(found(aMappedPage(shown, DIGITS)), ['telephone 表格']);
  });

  it('octal and nested strings, hexadecimal strings, older filters', () => {
    const octal = [...mobile].map((digit) => `\\${digit.charCodeAt(0).toString(8)}`).join('');
    assert.deepEqual(found(aPdfPage([octal])), ['mobile-number 正文']);
    assert.deepEqual(found(aPdfPage([`\\(\\)(x)${mobile}`])), ['mobile-number 正文']);
    const hex = Buffer.from(`BT /F1 12 Tf (${mobile}) Tj ET`).toString('hex');
    const page = '<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
    const font = '<< /Type /Font /Subtype /Type1 >>';
    assert.deepEqual(
      found(aPdf([CATALOGUE, PAGES, page, aStream(`${hex}>`, '/Filter /ASCIIHexDecode', false), font])),
      ['mobile-number 正文'],
    );
  });

  it('forms set into a page, and pages inheriting their fonts', () => {
    const form = aStream(
      `BT /F1 9 Tf (${mobile}) Tj ET`,
      '/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> >>',
    );
    assert.deepEqual(found(aPdfPage(['x'], [form])), ['mobile-number 正文']);
    const inherited = aPdf([
      CATALOGUE,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> >> >>',
      '<< /Type /Page /Parent 2 0 R /Contents [4 0 R] >>',
      aStream(`BT /F1 9 Tf (${mobile}) Tj ET`),
      '<< /Type /Font /Subtype /Type1 >>',
    ]);
    assert.deepEqual(found(inherited), ['mobile-number 正文']);
  });
});

describe('what a PDF holds beside its pages', () => {
  it('properties, notes, fields, links, scripts and bookmarks', () => {
    for (const object of [
      `<< /Title ${pdfText(`张三 ${id}`)} >>`,
      `<< /Type /Annot /Subtype /Text /Contents ${pdfText(`身份证号：${id}`)} >>`,
      `<< /FT /Tx /T (id) /V (${id}) >>`,
      `<< /S /URI /URI (https://example.org/?id=${id}) >>`,
      `<< /S /JavaScript /JS (app.alert\\("${id}"\\)) >>`,
    ]) {
      assert.deepEqual(found(aPdfPage(['x'], [object])), ['identity-number 文档属性与批注'], object.slice(0, 30));
    }
  });

  it('objects kept together in a compressed stream', () => {
    const inner = `<< /Author (${id}) >>`;
    const head = '9 0 ';
    assert.deepEqual(found(aPdfPage(['x'], [aStream(head + inner, `/Type /ObjStm /N 1 /First ${head.length}`)])), [
      'identity-number 文档属性与批注',
    ]);
  });

  it('earlier revisions, comments and what stands behind the end', () => {
    const old = aPdf([CATALOGUE, `<< /Author (${id}) >>`]);
    const update = Buffer.from('2 0 obj\n<< /Author (x) >>\nendobj\n%%EOF\n');
    assert.deepEqual(found(Buffer.concat([old, update])), ['identity-number 文档属性与批注']);
    assert.deepEqual(found(aPdf([CATALOGUE], `\n${id}`)), ['identity-number 文件结尾之后']);
  });

  it('attachments and metadata, each by its own kind', () => {
    assert.deepEqual(found(aPdfPage(['x'], [aStream(id, '/Type /EmbeddedFile')])), ['identity-number 附件 第 1 行']);
    assert.deepEqual(
      found(aPdfPage(['x'], [aStream(`<x:xmpmeta>${id}</x:xmpmeta>`, '/Type /Metadata /Subtype /XML')])),
      ['identity-number 元数据 第 1 行'],
    );
  });
});

describe('a PDF that cannot be read in full', () => {
  it('encrypted, or with characters that nothing explains', () => {
    assert.deepEqual(found(Buffer.concat([aPdfPage(['x']), Buffer.from('trailer << /Encrypt 9 0 R >>\n%%EOF')])), [
      'unreadable',
    ]);
    assert.deepEqual(found(aMappedPage('<00F0> Tj', DIGITS)), ['unreadable 文字']);
  });

  it('an ordinary page is clean', () => {
    assert.deepEqual(found(aPdfPage(['2024-09-11 08:30-12:00', 'GB/T 9704-2012', '10000'])), []);
  });
});
