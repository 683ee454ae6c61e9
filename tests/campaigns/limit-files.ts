import { deflateSync } from 'node:zlib';
import { zipFile } from '#tests/pipeline/intake/envelope-files.ts';
import { HEAD, HOSTILE, PERSON } from '#tests/pipeline/intake/hostile-files.ts';
import { docxFile, packed, xlsxFile } from '#tests/pipeline/intake/office-files.ts';

export interface LimitFile {
  about: string;
  name: string;
  bytes: () => Uint8Array;
  /** Whether the import has to stop at it. */
  stops: boolean;
}

const MEGABYTE = 1024 * 1024;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Letters that a packer can do nothing with, the same every time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 12_345;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** The head of a Word 97 or Excel 97 file, and nothing sensible behind it. */
function ole(stream: string, length: number): Buffer {
  const head = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
  return Buffer.concat([head, Buffer.from(`${stream}\0`, 'utf16le'), noise(length)]);
}

function pdf(content: Buffer, more = '', trailer = ''): Buffer {
  const packedContent = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length ${packedContent.length} >>\nstream\n`,
      'latin1',
    ),
    packedContent,
    Buffer.from(`\nendstream\nendobj\n${more}trailer << /Size 5 /Root 1 0 R ${trailer}>>\n%%EOF\n`, 'latin1'),
  ]);
}

const table = (): Uint8Array => docxFile({ tables: [[HEAD, PERSON]] });

/** What the readers of one list are tried with, and the same through every other door. */
export const LIMIT_FILES: readonly LimitFile[] = [
  ...HOSTILE.map(({ about, name, bytes, stops = true }) => ({ about, name, bytes, stops })),
  {
    about: 'a Word file of 600 MB in 0.6 MB',
    name: '名单.docx',
    bytes: () => packed({ 'word/document.xml': Buffer.alloc(600 * MEGABYTE, 0x20) }),
    stops: true,
  },
  {
    about: 'a Word table in a table, 400 deep',
    name: '名单.docx',
    bytes: () =>
      packed({
        'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(400)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(400)}</w:body></w:document>`,
      }),
    stops: true,
  },
  {
    about: 'a Word file of 20,000 rows',
    name: '名单.docx',
    bytes: () => docxFile({ tables: [[HEAD, ...Array.from({ length: 20_000 }, () => PERSON)]] }),
    stops: true,
  },
  {
    about: 'a Word file that fetches its template from elsewhere',
    name: '名单.docx',
    bytes: () =>
      docxFile(
        { tables: [[HEAD, PERSON]] },
        {
          'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATION}/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/></Relationships>`,
        },
      ),
    stops: false,
  },
  {
    about: 'a workbook with 18 MB of pictures',
    name: '名单.xlsx',
    bytes: () =>
      xlsxFile(
        [{ name: '汇总表', rows: [HEAD, PERSON] }],
        Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`xl/media/image${at}.jpeg`, noise(2 * MEGABYTE)])),
      ),
    stops: false,
  },
  {
    about: 'a Word file called .xlsx in a ZIP',
    name: '报送材料.zip',
    bytes: () => zipFile([{ name: '名单.xlsx', bytes: table(), as: 'marked' }]),
    stops: true,
  },
  {
    about: 'a ZIP of 5,000 files',
    name: '报送材料.zip',
    bytes: () =>
      zipFile(
        Array.from({ length: 5000 }, (_, at) => ({
          name: `${at}.txt`,
          bytes: Buffer.from('空'),
          as: 'marked' as const,
        })),
      ),
    stops: true,
  },
  {
    about: 'a ZIP of a list of 600 MB in 0.6 MB',
    name: '报送材料.zip',
    bytes: () => zipFile([{ name: '名单.csv', bytes: Buffer.alloc(600 * MEGABYTE, 0x2c), as: 'marked' }]),
    stops: true,
  },
  {
    about: 'a ZIP in a ZIP in a ZIP',
    name: '报送材料.zip',
    bytes: () => {
      let inner = Buffer.from(zipFile([{ name: '名单.docx', bytes: table(), as: 'marked' }]));
      for (let depth = 0; depth < 6; depth += 1)
        inner = Buffer.from(zipFile([{ name: `${depth}.zip`, bytes: inner, as: 'marked' }]));
      return inner;
    },
    stops: true,
  },
  {
    about: 'a PDF of a page of 400 MB in 0.4 MB',
    name: '名单.pdf',
    bytes: () => pdf(Buffer.alloc(400 * MEGABYTE, 0x20)),
    stops: true,
  },
  {
    about: 'a PDF of 300,000 lines across each other',
    name: '名单.pdf',
    bytes: () =>
      pdf(
        Buffer.from(
          Array.from({ length: 300_000 }, (_, at) => `${at % 600} 0 m ${at % 600} ${at % 800} l S`).join('\n'),
        ),
      ),
    stops: true,
  },
  {
    about: 'a PDF with a password',
    name: '名单.pdf',
    bytes: () =>
      pdf(
        Buffer.from('BT ET'),
        '5 0 obj\n<< /Filter /Standard /V 1 /R 2 /O (0123456789abcdef0123456789abcdef) /U (0123456789abcdef0123456789abcdef) /P -4 >>\nendobj\n',
        '/Encrypt 5 0 R /ID [<00> <00>] ',
      ),
    stops: true,
  },
  {
    about: 'a CSV of 19 MB in one line',
    name: '名单.csv',
    bytes: () => Buffer.alloc(19 * MEGABYTE, '名'),
    stops: true,
  },
  { about: 'a CSV of 19 MB of commas', name: '名单.csv', bytes: () => Buffer.alloc(19 * MEGABYTE, 0x2c), stops: true },
  {
    about: 'a CSV of 700,000 rows',
    name: '名单.csv',
    bytes: () => Buffer.from('姓名,工作单位\n'.repeat(700_000)),
    stops: true,
  },
  { about: 'a Word 97 file of noise', name: '名单.doc', bytes: () => ole('WordDocument', 2 * MEGABYTE), stops: true },
  { about: 'an Excel 97 file of noise', name: '名单.xls', bytes: () => ole('Workbook', 2 * MEGABYTE), stops: true },
  {
    about: 'an RTF of 100,000 groups in each other',
    name: '名单.rtf',
    bytes: () => Buffer.from(`{\\rtf1${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`),
    stops: true,
  },
  {
    about: 'a web page called .xls',
    name: '名单.xls',
    bytes: () => Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'),
    stops: true,
  },
];
