import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import mammoth from 'mammoth';
import type { Grid } from '#core/roster/grid.ts';
import { kindOf } from '#pipeline/intake/files/file-kind.ts';
import { readCsv } from '#pipeline/intake/files/read-csv.ts';
import { FileReader } from '#pipeline/intake/files/read-file.ts';
import { parseXml, XmlFault } from '#pipeline/intake/files/xml.ts';
import { docxFile, paragraph, xlsxFile } from './office-files.ts';

const reader = new FileReader();
after(() => reader.close());

async function grid(bytes: Uint8Array, kind: 'xlsx' | 'docx' | 'csv'): Promise<Grid> {
  const done = await reader.read({ kind, file: `a.${kind}`, bytes });
  assert.ok('grid' in done, JSON.stringify(done));
  return done.grid;
}

const texts = ({ sheets }: Grid, sheet = 0): string[][] =>
  (sheets[sheet]?.rows ?? []).map((row) => [...row].map((cell) => cell?.text ?? ''));

describe('an Excel file', () => {
  it('gives cells as a person sees them', async () => {
    const bytes = xlsxFile([
      {
        name: '汇总表',
        rows: [
          [{ number: 1975.1, format: '0.00' }, { number: 1975.1 }, { number: 27454, format: 'yyyy.mm' }],
          [
            { rich: '<r><t>电</t></r><r><t>焊工</t></r><rPh sb="0" eb="1"><t>dian</t></rPh>' },
            { formula: 'A1', cached: '值' },
            { formula: 'A1' },
          ],
          [{ text: '甲', link: 'javascript:alert(1)' }, { boolean: true }, { error: '#REF!' }],
          [{ text: '001', format: '@' }, 20, '_x0041_'],
        ],
        merges: ['A5:C5', 'A1:XFD1048576'],
        hiddenRows: [2],
        hiddenColumns: [3],
      },
      { name: '底册', state: 'veryHidden', rows: [['x']] },
    ]);
    const read = await grid(bytes, 'xlsx');
    assert.deepEqual(texts(read), [
      ['1975.10', '1975.1', '1975-03-01'],
      ['电焊工', '值', ''],
      ['甲', '是', '#REF!'],
      ['001', '20', 'A'],
    ]);
    const [sheet, other] = read.sheets;
    assert.deepEqual(
      sheet?.rows[1]?.map((cell) => cell?.formula),
      [undefined, 'cached', 'uncached'],
    );
    assert.deepEqual(
      [sheet?.rows[0]?.[1]?.kind, sheet?.rows[0]?.[2]?.kind, sheet?.rows[2]?.[2]?.kind],
      ['number', 'date', 'error'],
    );
    assert.deepEqual([sheet?.hiddenRows, sheet?.hiddenColumns, other?.hidden], [[1], [2], true]);
    // One merge lies below the cells, the other ends with them.
    assert.deepEqual(sheet?.merges, [{ top: 0, left: 0, bottom: 3, right: 2 }]);
  });

  it('brings its comments, old and threaded', async () => {
    const threaded = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B1" id="{1}" personId="{2}"><text>再核对</text></threadedComment></ThreadedComments>',
    };
    const old = await grid(xlsxFile([{ name: 'a', rows: [[{ text: '甲', comment: '旧批注' }]] }]), 'xlsx');
    assert.equal(old.sheets[0]?.rows[0]?.[0]?.comment, '旧批注');
    const recent = await grid(xlsxFile([{ name: 'a', rows: [['甲', '乙']] }], threaded), 'xlsx');
    assert.equal(recent.sheets[0]?.rows[0]?.[1]?.comment, '再核对');
  });
});

describe('a Word file', () => {
  it('gives tables with merges both ways, spans shifted by empty columns, and nested tables as their own', async () => {
    const bytes = docxFile({
      before: ['汇总表', '推荐单位：甲区总工会'],
      tables: [
        [
          ['序号', { text: '姓名' }, { text: '单位', span: 2 }],
          ['1', '李明', { text: '甲公司', vertical: 'restart' }, '乙'],
          [
            '2',
            '王\n芳',
            { text: '', vertical: 'continue' },
            { raw: `<w:tbl><w:tr><w:tc>${paragraph('里')}</w:tc></w:tr></w:tbl>${paragraph('外')}` },
          ],
        ],
      ],
    });
    const read = await grid(bytes, 'docx');
    assert.deepEqual(texts(read), [
      ['序号', '姓名', '单位'],
      ['1', '李明', '甲公司', '乙'],
      ['2', '王\n芳', '', '外'],
    ]);
    assert.deepEqual(texts(read, 1), [['里']]);
    assert.deepEqual(read.sheets[0]?.merges, [
      { top: 0, left: 2, bottom: 0, right: 3 },
      { top: 1, left: 2, bottom: 2, right: 2 },
    ]);
    assert.deepEqual(read.outside, ['汇总表', '推荐单位：甲区总工会']);
  });

  it('reads ticks of every make, and no field code, ruby or fallback', async () => {
    const raw = (xml: string): Uint8Array => docxFile({ tables: [[[{ raw: `<w:p>${xml}</w:p>` }]]] });
    for (const [xml, text] of [
      ['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>技师</w:t></w:r>', '☑技师'],
      ['<w:r><w:sym w:font="Wingdings 2" w:char="0052"/></w:r>', '☑'],
      [
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText></w:r>',
        '☑',
      ],
      ['<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>', '☒'],
      [
        '<w:ruby><w:rt><w:r><w:t>shàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>单</w:t></w:r></w:rubyBase></w:ruby>',
        '单',
      ],
      [
        '<mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>',
        '新',
      ],
      ['<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>', '一\n二 三'],
    ] as const) {
      assert.equal(texts(await grid(raw(xml), 'docx'))[0]?.[0], text);
    }
  });

  it('is read like mammoth reads it', async () => {
    const offices = join(import.meta.dirname, '..', '..', 'fixtures', 'offices');
    const files = (await readdir(offices, { recursive: true })).filter((name) => name.endsWith('.docx'));
    assert.ok(files.length >= 6);
    for (const file of files) {
      const bytes = await readFile(join(offices, file));
      const own = (await grid(bytes, 'docx')).sheets.flatMap(({ rows }) => rows.flat());
      const { value } = await mammoth.extractRawText({ buffer: bytes });
      const squeeze = (text: string): string => text.replace(/\s/g, '');
      // Mammoth's raw text is everything in reading order; ours must hold the cells of it, in that order.
      let from = 0;
      for (const cell of own.filter((one) => one !== undefined)) {
        const at = squeeze(value).indexOf(squeeze(cell.text), from);
        assert.ok(at >= from, `${file}: ${cell.text}`);
        from = at + squeeze(cell.text).length;
      }
    }
  });
});

describe('a CSV file', () => {
  const rows = (bytes: Uint8Array): string[][] => {
    const read = readCsv(bytes);
    assert.ok('format' in read);
    return texts(read);
  };
  const gb18030 = Buffer.from('d0d5c3fb2cb5a5cebb0d0ac0eec3f72cbcd7b9abcbbe0d0a', 'hex');

  it('is read in UTF-8 with and without its mark, in GB18030 and UTF-16', () => {
    const expected = [
      ['姓名', '单位'],
      ['李明', '甲公司'],
    ];
    const text = '姓名,单位\r\n李明,甲公司\r\n';
    assert.deepEqual(rows(Buffer.from(text)), expected);
    assert.deepEqual(rows(Buffer.from(`\uFEFF${text}`)), expected);
    assert.deepEqual(rows(gb18030), expected);
    assert.deepEqual(rows(Buffer.from(`\uFEFF${text}`, 'utf16le')), expected);
  });

  it('is parted by commas, semicolons or tabs, with quotes around what holds them', () => {
    assert.deepEqual(rows(Buffer.from('姓名;单位\n"李;明";甲,公司\n')), [
      ['姓名', '单位'],
      ['李;明', '甲,公司'],
    ]);
    assert.deepEqual(rows(Buffer.from('姓名\t单位\n李明\t"甲""一""\n公司"')), [
      ['姓名', '单位'],
      ['李明', '甲"一"\n公司'],
    ]);
  });

  it('loses the signs that keep Excel from calculating', () => {
    assert.deepEqual(rows(Buffer.from(`'=1+1,"=""0012""",'甲`)), [['=1+1', '0012', "'甲"]]);
  });

  it('says on which line a quote was opened', () => {
    assert.deepEqual(readCsv(Buffer.from('a,b\n"c,d\ne,f\n')), { code: 'import-quotes', line: 2 });
  });
});

describe('XML', () => {
  it('is a tree of elements, attributes and text', () => {
    const tree = parseXml(Buffer.from('<?xml version="1.0"?><!-- c --><a x="1&amp;2"><b/>t&#x4E00;<![CDATA[<]]></a>'));
    assert.deepEqual([tree.name, tree.attributes['x'], tree.children.slice(1)], ['a', '1&2', ['t一', '<']]);
  });

  it('brings no types of its own, is nested and whole', () => {
    for (const bad of [
      '<!DOCTYPE a><a/>',
      '<a><b></a></b>',
      '<a>',
      '',
      '<a x=1/>',
      '<a></a',
      `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
    ]) {
      assert.throws(() => parseXml(Buffer.from(bad)), XmlFault, bad);
    }
    assert.throws(() => parseXml(Buffer.from([0x3c, 0x61, 0xff, 0x3e])), XmlFault);
  });

  it('knows no prototype to spoil', () => {
    const tree = parseXml(Buffer.from('<a __proto__="x" constructor="y"/>'));
    assert.deepEqual(Object.keys(tree.attributes), ['__proto__', 'constructor']);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });
});

it('a CSV may begin with the letters of a picture or a program', () => {
  for (const head of ['BM,姓名', 'MZ,姓名'])
    assert.deepEqual(kindOf('a.csv', Buffer.from(head), 'a.csv'), { kind: 'csv' });
});
