import type { Draft } from './campaign-draft.ts';
import { xlsxOf } from './campaign-xlsx.ts';
import { film, zipFile } from './envelope-files.ts';

/** The list in a unit's ZIP, with a film beside it that says what phones write into films. */
export function zipOf(draft: Draft, said: readonly string[]): Uint8Array {
  return zipFile([
    {
      name: `${draft.fileName}.xlsx`,
      bytes: xlsxOf(draft),
      as: /\p{Script=Han}/u.test(draft.fileName) ? 'gbk' : 'marked',
    },
    { name: '视频/事迹.mp4', bytes: film(2000, fieldsOf(said)), stored: true },
  ]);
}

/** QuickTime's own fields: place, time, author, comment. */
const FILM_FIELDS = ['\xA9xyz', '\xA9day', '\xA9aut', '\xA9cmt'];

function fieldsOf(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((text, index) => [FILM_FIELDS[index % FILM_FIELDS.length] ?? '', text]));
}

/** The list as a word processor of the older kind writes RTF: tables, letters by their Unicode number. */
export function rtfOf({ title, notes, heads, rows }: Draft): Uint8Array {
  const table = [heads, ...rows].map((cells) => {
    const edges = cells.map((_, index) => `\\clbrdrt\\brdrs\\clbrdrb\\brdrs\\cellx${(index + 1) * 1200}`).join('');
    return `\\trowd${edges}\n${cells.map((cell) => `\\intbl ${rtfText(cell)}\\cell`).join('\n')}\\row`;
  });
  const lines = [title, ...notes].map((text) => `\\pard ${rtfText(text)}\\par`);
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\uc1\n${lines.join('\n')}\n${table.join('\n')}\n\\pard\\par}`,
    'latin1',
  );
}

function rtfText(text: string): string {
  return [...text]
    .map((character) => {
      if (character === '\n') return '\\line ';
      if (/[\\{}]/u.test(character)) return `\\${character}`;
      if (character < '\u0080') return character;
      // By UTF-16 unit, signed.
      return [...Array(character.length).keys()].map((at) => `\\u${(character.charCodeAt(at) << 16) >> 16}?`).join('');
    })
    .join('');
}

const ROW = 40;
const COLUMN = 700;
const SIZE = 6;

/** The list as a PDF with lines round every cell: one font without letters of its own and a table that says what each number means. */
export function pdfOf({ title, notes, heads, rows }: Draft): Uint8Array {
  const table = [heads, ...rows];
  const letters = [...new Set([...[title, ...notes, ...table.flat()].join('')])].filter((letter) => letter !== '\n');
  const code = new Map(letters.map((letter, index) => [letter, index + 1]));
  const shown = (text: string, x: number, y: number): string =>
    text
      .split('\n')
      .map((line, index) => {
        const hex = [...line].map((letter) => (code.get(letter) ?? 0).toString(16).padStart(4, '0')).join('');
        return `BT /F1 ${SIZE} Tf 1 0 0 1 ${x} ${y - index * (SIZE + 2)} Tm <${hex}> Tj ET`;
      })
      .join('\n');
  const [wide, high] = [heads.length * COLUMN, table.length * ROW];
  const top = high + 100;
  const across = Array.from(
    { length: table.length + 1 },
    (_, row) => `10 ${50 + row * ROW} m ${10 + wide} ${50 + row * ROW} l S`,
  );
  const down = Array.from(
    { length: heads.length + 1 },
    (_, column) => `${10 + column * COLUMN} 50 m ${10 + column * COLUMN} ${50 + high} l S`,
  );
  const cells = table.flatMap((line, row) =>
    heads.map((_, column) => shown(line[column] ?? '', 14 + column * COLUMN, 50 + high - row * ROW - 10)),
  );
  const above = [title, ...notes].map((text, index) => shown(text, 20, top - 10 - index * 10));
  const meaning = letters.map(
    (letter) => `<${(code.get(letter) ?? 0).toString(16).padStart(4, '0')}> <${utf16(letter)}>`,
  );
  const blocks = Array.from({ length: Math.ceil(meaning.length / 100) }, (_, index) =>
    meaning.slice(index * 100, index * 100 + 100),
  );
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${blocks.map((block) => `${block.length} beginbfchar ${block.join(' ')} endbfchar`).join(' ')} endcmap end end`;
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide + 20} ${top + 20}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    streamOf([...across, ...down, ...above, ...cells].join('\n')),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
    streamOf(map),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]);
}

function utf16(letter: string): string {
  return [...Array(letter.length).keys()].map((at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

function streamOf(text: string): string {
  return `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`;
}

function pdfFile(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
