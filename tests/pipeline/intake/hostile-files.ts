import { crc32, deflateRawSync } from 'node:zlib';
import { docxFile, escaped, packed, paragraph, type SheetSpec, xlsxFile } from './office-files.ts';

/** One file that no honest office sends, or that one sends in haste, and what the importer says to it. */
export interface HostileFile {
  /** What it is, as the end of a sentence. */
  about: string;
  name: string;
  bytes: () => Uint8Array;
  /** Codes of findings that must be among those reported. */
  codes: string[];
  /** A piece of what is said. */
  says?: string;
  /** Where one of them is. */
  cell?: string;
  /** Whether the import stops: most do. */
  stops?: false;
}

export const HEAD = ['序号', '姓名', '工作单位', '工种', '技能等级', '推荐方式', '推荐单位', '简要事迹'];
export const PERSON = ['1', '李明', '威海甲船业有限公司', '船体焊工', '技师', '个人自荐', '环翠区总工会', '焊接能手。'];

/** A good list with one thing changed. */
function list(change: Partial<SheetSpec>, extra: Record<string, string | Uint8Array> = {}): Uint8Array {
  return xlsxFile([{ name: '汇总表', rows: [HEAD, PERSON], ...change }], extra);
}

function withCell(column: number, cell: SheetSpec['rows'][number][number]): (typeof PERSON)[number][] {
  return PERSON.map((text, index) => (index === column ? cell : text)) as string[];
}

function sheetXml(data: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return xlsxFile([{ name: 'x', rows: [HEAD] }], {
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${data.startsWith('<!') ? data : ''}<worksheet xmlns="${main}"><sheetData>${data.startsWith('<!') ? '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>' : data}</sheetData></worksheet>`,
  });
}

/** A zip whose directory says what it likes. */
function rawZip(
  entries: { name: string; data: Uint8Array; declared?: number; method?: number; flags?: number }[],
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared = data.length, method = 8, flags = 0 } of entries) {
    const packedData = method === 8 ? deflateRawSync(data, { level: 9 }) : Buffer.from(data);
    const path = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(packedData.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packedData.length, 20);
    entry.writeUInt32LE(declared, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, path, packedData);
    directory.push(entry, path);
    offset += local.length + path.length + packedData.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const WORKBOOK = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') };

/** The old container, as password protection and Excel 97 use it. */
function oleFile(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function revised(raw: string): Uint8Array {
  return docxFile({
    tables: [
      [HEAD, withCell(3, '').map((text, index) => (index === 3 ? { raw: `<w:p>${raw}</w:p>` } : text))] as never,
    ],
  });
}

/** Seeded, so that the same file comes out every time, and dense, so that its ratio is honest. */
function noise(length: number): string {
  let state = 12345;
  let text = '';
  while (text.length < length) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

export const HOSTILE: HostileFile[] = [
  {
    about: 'a zip bomb of 600 MB in 0.6 MB',
    name: '名单.xlsx',
    bytes: () => rawZip([WORKBOOK, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(600 * 1024 * 1024, 0x20) }]),
    codes: ['import-archive-unsafe'],
  },
  {
    about: 'a zip bomb whose directory declares 1 KB',
    name: '名单.xlsx',
    bytes: () =>
      rawZip([
        WORKBOOK,
        { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(64 * 1024 * 1024, 0x20), declared: 1024 },
      ]),
    codes: ['import-archive-unsafe'],
    says: '与所写的大小不符',
  },
  {
    about: 'an archive of 1,000 entries',
    name: '名单.xlsx',
    bytes: () =>
      rawZip([
        WORKBOOK,
        ...Array.from({ length: 999 }, (_, at) => ({ name: `xl/${at}.xml`, data: Buffer.from('<a/>') })),
      ]),
    codes: ['import-archive-unsafe'],
    says: '超过 200 个',
  },
  {
    about: 'entries that climb out of the archive',
    name: '名单.xlsx',
    bytes: () => rawZip([WORKBOOK, { name: '../../etc/cron.d/x', data: Buffer.from('x') }]),
    codes: ['import-archive-unsafe'],
    says: '指向别处',
  },
  {
    about: 'an entry with an absolute name',
    name: '名单.docx',
    bytes: () =>
      rawZip([
        { name: 'word/document.xml', data: Buffer.from('<a/>') },
        { name: '/etc/passwd', data: Buffer.from('x') },
      ]),
    codes: ['import-archive-unsafe'],
    says: '指向别处',
  },
  {
    about: 'an entry with a backslash',
    name: '名单.xlsx',
    bytes: () => rawZip([WORKBOOK, { name: 'xl\\..\\..\\x', data: Buffer.from('x') }]),
    codes: ['import-archive-unsafe'],
    says: '指向别处',
  },
  {
    about: 'two entries of one name',
    name: '名单.xlsx',
    bytes: () => rawZip([WORKBOOK, WORKBOOK]),
    codes: ['import-archive-unsafe'],
    says: '同名',
  },
  {
    about: 'an entry that is encrypted by the zip itself',
    name: '名单.xlsx',
    bytes: () => rawZip([{ ...WORKBOOK, flags: 1 }]),
    codes: ['import-archive-unsafe'],
    says: '加了密',
  },
  {
    about: 'a file cut off in the middle',
    name: '名单.xlsx',
    bytes: () => list({}).subarray(0, 1200),
    codes: ['import-archive-unsafe'],
    says: '不完整',
  },
  {
    about: 'a file with one byte turned over inside',
    name: '名单.xlsx',
    bytes: () => {
      const bytes = Buffer.from(list({}));
      bytes.writeUInt8(bytes.readUInt8(90) ^ 0xff, 90);
      return bytes;
    },
    codes: ['import-archive-unsafe'],
    says: '已损坏',
  },
  {
    about: 'a file of 21 MB',
    name: '名单.xlsx',
    bytes: () => Buffer.concat([list({}), Buffer.alloc(21 * 1024 * 1024)]),
    codes: ['import-file-too-large'],
  },
  { about: 'an empty file', name: '名单.xlsx', bytes: () => new Uint8Array(), codes: ['import-file-empty'] },
  {
    about: 'a workbook with an opening password',
    name: '名单.xlsx',
    bytes: () => oleFile('EncryptedPackage'),
    codes: ['import-protected'],
  },
  { about: 'an Excel 97 file', name: '名单.xls', bytes: () => oleFile('Workbook'), codes: ['import-old-format'] },
  {
    about: 'an Excel 97 file renamed to .xlsx',
    name: '名单.xlsx',
    bytes: () => oleFile('Workbook'),
    codes: ['import-old-format'],
  },
  { about: 'a Word 97 file', name: '推荐表.doc', bytes: () => oleFile('WordDocument'), codes: ['import-old-format'] },
  { about: 'a WPS sheet', name: '名单.et', bytes: () => oleFile('Workbook'), codes: ['import-old-format'] },
  { about: 'a WPS text', name: '名单.wps', bytes: () => oleFile('WordDocument'), codes: ['import-old-format'] },
  {
    about: 'an OpenDocument sheet',
    name: '名单.ods',
    bytes: () => packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    codes: ['import-old-format'],
  },
  { about: 'a picture called .xlsx', name: '名单.xlsx', bytes: () => PNG, codes: ['import-disguised'] },
  {
    about: 'a web page called .xlsx',
    name: '名单.xlsx',
    bytes: () => Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'),
    codes: ['import-disguised'],
  },
  {
    about: 'a Word file called .xlsx',
    name: '名单.xlsx',
    bytes: () => docxFile({ tables: [[HEAD, PERSON]] }),
    codes: ['import-disguised'],
  },
  {
    about: 'a PDF that stops at its head',
    name: '名单.pdf',
    bytes: () => Buffer.from('%PDF-1.7\n'),
    codes: ['import-unreadable'],
  },
  {
    about: 'an entity bomb',
    name: '名单.xlsx',
    bytes: () =>
      sheetXml(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY b${at} "${`&${at === 0 ? 'a' : `b${at - 1}`};`.repeat(10)}">`).join('')}<!ENTITY i "&b8;">]>`,
      ),
    codes: ['import-archive-unsafe'],
    says: '实体',
  },
  {
    about: 'an external entity in a Word file',
    name: '名单.docx',
    bytes: () =>
      packed({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml':
          '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p>&x;</w:p></w:body></w:document>',
      }),
    codes: ['import-archive-unsafe'],
    says: '实体',
  },
  {
    about: 'XML that never closes its elements',
    name: '名单.docx',
    bytes: () => packed({ 'word/document.xml': `<w:document><w:body>${'<w:tbl>'.repeat(50_000)}` }),
    codes: ['import-unreadable'],
  },
  {
    about: 'a sheet of 5,000 rows',
    name: '名单.xlsx',
    bytes: () =>
      list({
        rows: [
          HEAD,
          ...Array.from({ length: 5000 }, (_, at) =>
            PERSON.map((text, column) => (column === 2 ? `${text}${at}` : text)),
          ),
        ],
      }),
    codes: ['import-too-many-rows'],
    cell: 'A502',
  },
  {
    about: 'a sheet of 200 columns',
    name: '名单.xlsx',
    bytes: () =>
      list({
        rows: [
          [...HEAD, ...Array.from({ length: 192 }, (_, at) => `列${at}`)],
          [...PERSON, ...Array.from({ length: 192 }, () => '值')],
        ],
      }),
    codes: ['import-too-many-columns'],
    cell: 'CW1',
  },
  {
    about: 'two cells in the far corners of a sheet',
    name: '名单.xlsx',
    bytes: () =>
      sheetXml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    codes: ['import-unreadable'],
  },
  {
    about: 'a merge over the whole sheet',
    name: '名单.xlsx',
    bytes: () => list({ merges: ['A3:XFD1048576'] }),
    codes: [],
    stops: false,
  },
  {
    about: 'one text of 30,000 characters that 2,000 cells point to',
    name: '名单.xlsx',
    bytes: () =>
      list({ rows: [HEAD, ...Array.from({ length: 500 }, () => Array.from({ length: 4 }, () => noise(30_000)))] }),
    codes: ['import-too-slow'],
  },
  {
    about: 'a text longer than a cell can hold',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(7, '长'.repeat(40_000))] }),
    codes: ['import-text-too-long'],
    cell: 'H2',
  },
  {
    about: 'a sheet of 20 MB of honest XML',
    name: '名单.xlsx',
    bytes: () =>
      sheetXml(
        Array.from(
          { length: 60_000 },
          (_, at) =>
            `<row r="${at + 1}">${['A', 'B', 'C', 'D'].map((column) => `<c r="${column}${at + 1}" t="inlineStr"><is><t>${noise(12)}${at * 7919}</t></is></c>`).join('')}</row>`,
        ).join(''),
      ),
    codes: ['import-too-slow'],
  },
  {
    about: 'an insertion nobody accepted',
    name: '名单.docx',
    bytes: () => revised('<w:ins w:id="1" w:author="a"><w:r><w:t>焊工</w:t></w:r></w:ins>'),
    codes: ['import-tracked-change'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'a deletion nobody accepted',
    name: '名单.docx',
    bytes: () =>
      revised('<w:r><w:t>焊工</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>钳工</w:delText></w:r></w:del>'),
    codes: ['import-tracked-change'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'a moved piece of text',
    name: '名单.docx',
    bytes: () =>
      revised('<w:moveFrom w:id="1" w:author="a"><w:r><w:t>焊工</w:t></w:r></w:moveFrom><w:r><w:t>钳工</w:t></w:r>'),
    codes: ['import-tracked-change'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'a comment in a Word file',
    name: '名单.docx',
    bytes: () => revised('<w:r><w:t>焊工</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>'),
    codes: ['import-word-comment'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'hidden text in a Word file',
    name: '名单.docx',
    bytes: () => revised('<w:r><w:t>焊工</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>'),
    codes: ['import-hidden-text'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'a value merged across two columns',
    name: '名单.xlsx',
    bytes: () => list({ merges: ['C2:D2'] }),
    codes: ['import-cell-merged-across'],
    cell: 'C2',
  },
  {
    about: 'a row that is hidden',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, PERSON, withCell(1, '王芳')], hiddenRows: [3] }),
    codes: ['import-row-hidden'],
    cell: 'A3',
  },
  {
    about: 'a public column that is hidden',
    name: '名单.xlsx',
    bytes: () => list({ hiddenColumns: [5] }),
    codes: ['import-column-hidden'],
    cell: 'E1',
  },
  {
    about: 'a sheet that is hidden',
    name: '名单.xlsx',
    bytes: () =>
      xlsxFile([
        { name: '汇总表', rows: [HEAD, PERSON] },
        { name: '底册', state: 'hidden', rows: [HEAD, PERSON] },
      ]),
    codes: ['import-sheet-hidden'],
    stops: false,
  },
  {
    about: 'a comment with a telephone number',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(2, { text: PERSON[2] ?? '', comment: '本人手机 13800138000' })] }),
    codes: ['import-cell-comment', 'import-private-aside'],
    cell: 'C2',
    stops: false,
  },
  {
    about: 'an identity number inside a text',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(7, '焊接能手，身份证 37100219750302123X。')] }),
    codes: ['import-private-text'],
    cell: 'H2',
  },
  {
    about: 'a formula without a stored result',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(3, { formula: 'D9' })] }),
    codes: ['import-formula-empty'],
    cell: 'D2',
  },
  {
    about: 'a formula that failed',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(3, { error: '#REF!' })] }),
    codes: ['import-cell-error'],
    cell: 'D2',
  },
  {
    about: 'a number of 18 digits in a public column',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(3, { number: 371002197503021250 })] }),
    codes: ['import-long-number'],
    cell: 'D2',
  },
  {
    about: 'a date where a text belongs',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(3, { number: 45000, format: 'yyyy-mm-dd' })] }),
    codes: ['import-date-cell'],
    cell: 'D2',
  },
  {
    about: 'a birth month saved as a number',
    name: '名单.xlsx',
    bytes: () =>
      list({
        rows: [
          [...HEAD, '出生年月'],
          [...PERSON, 1975.1],
        ],
      }),
    codes: ['import-birth-number-aside'],
    cell: 'I2',
    stops: false,
  },
  {
    about: 'a name broken over two lines and spread with full-width spaces',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(1, '李\n　明')] }),
    codes: [],
    stops: false,
  },
  {
    about: 'an invisible character in a name',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(1, '李\u200B明')] }),
    codes: ['sign-invisible'],
    cell: 'B2',
  },
  {
    about: 'mojibake',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(3, '焊\uFFFD工')] }),
    codes: ['import-garbled'],
    cell: 'D2',
  },
  {
    about: 'two sheets that both look like the list',
    name: '名单.xlsx',
    bytes: () =>
      xlsxFile([
        { name: '初稿', rows: [HEAD, PERSON] },
        { name: '定稿', rows: [HEAD, PERSON] },
      ]),
    codes: ['import-several-rosters'],
  },
  {
    about: 'no list at all',
    name: '名单.xlsx',
    bytes: () => list({ rows: [['会议通知'], ['时间', '地点']] }),
    codes: ['import-no-roster'],
  },
  {
    about: 'a head and nobody below',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD] }),
    codes: ['import-nobody'],
  },
  {
    about: 'a person without a name',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(1, '')] }),
    codes: ['import-name-missing'],
    cell: 'B2',
  },
  {
    about: 'the same person twice',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, PERSON, PERSON] }),
    codes: ['import-person-twice'],
    cell: 'B3',
  },
  {
    about: 'an unknown skill level',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(4, '高级工程师')] }),
    codes: ['import-word-unknown'],
    cell: 'E2',
  },
  {
    about: 'a CSV with a quote left open',
    name: '名单.csv',
    bytes: () => Buffer.from(`${HEAD.join(',')}\n1,"李明,甲公司\n`),
    codes: ['import-quotes'],
  },
  {
    about: 'a CSV in no encoding at all',
    name: '名单.csv',
    bytes: () => Buffer.concat([Buffer.from(`${HEAD.join(',')}\n`), Buffer.from([0xff, 0xff, 0xff, 0x41])]),
    codes: ['import-encoding'],
  },
  {
    about: 'a CSV in which Excel rounded a number',
    name: '名单.csv',
    bytes: () => Buffer.from(`${HEAD.join(',')}\n${withCell(3, '1.38E+17').join(',')}\n`),
    codes: ['import-long-number'],
    cell: '第 2 行第 4 列',
  },
  {
    about: 'a script in place of a name',
    name: '名单.xlsx',
    bytes: () => list({ rows: [HEAD, withCell(1, '<script>alert(1)</script>')] }),
    codes: ['import-name-doubtful'],
    cell: 'B2',
  },
  {
    about: 'a table in a text box and nowhere else',
    name: '名单.docx',
    bytes: () =>
      docxFile({
        tables: [],
        after: `<w:p><w:r><w:pict><w:txbxContent>${paragraph(escaped('姓名'))}</w:txbxContent></w:pict></w:r></w:p>`,
      }),
    codes: ['import-no-roster'],
  },
];
