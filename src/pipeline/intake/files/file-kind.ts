import { type Finding, finding } from '#core/catalogue/finding.ts';
import { unmarkedUtf16 } from './read-csv.ts';

export type Kind = 'xlsx' | 'docx' | 'csv' | 'pdf';

/** What a file is by its first bytes, whatever it is called; a name that says otherwise refuses. */
export function kindOf(name: string, bytes: Uint8Array, file: string): { kind: Kind } | { refusal: Finding } {
  const refuse = (code: Finding['code'], args: Finding['args'] = {}): { refusal: Finding } => ({
    refusal: finding(code, { file }, args),
  });
  if (bytes.length === 0) return refuse('import-file-empty');
  const ending = /\.([^.]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const wanted = WANTED[ending] ?? '.xlsx 或 .docx';
  const real = signatureOf(bytes);
  if (real === 'ole')
    return isProtected(bytes)
      ? refuse('import-protected', { kind: wanted })
      : refuse('import-old-format', { kind: wanted });
  if (real === ' PDF' && ending === 'pdf') return { kind: 'pdf' };
  if (real === ' PDF' && ending in WANTED)
    return refuse('import-disguised', { claimed: `.${ending}`, real, kind: wanted });
  if (ending in OLD) return refuse('import-old-format', { kind: OLD[ending] ?? wanted });
  if (real === 'zip') {
    const inside = zipKind(bytes);
    if (inside === 'other') return refuse('import-old-format', { kind: wanted });
    if (inside === ending || (ending === 'xlsm' && inside === 'xlsx') || (ending === 'docm' && inside === 'docx')) {
      return { kind: inside };
    }
    return refuse('import-disguised', {
      claimed: `.${ending}`,
      real: inside === 'xlsx' ? ' Excel 表' : ' Word 文件',
      kind: `.${inside}`,
    });
  }
  if (real !== undefined) return refuse('import-disguised', { claimed: `.${ending}`, real, kind: wanted });
  if (ending === 'csv' || ending === 'txt') return { kind: 'csv' };
  if (ending === 'xlsx' || ending === 'docx') return refuse('import-unreadable');
  return refuse('import-unknown-kind');
}

/** Endings of what may be in an office's folder. */
export function isRosterName(name: string): boolean {
  const ending = /\.([^.]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return ending in WANTED || ending in OLD;
}

const WANTED: Record<string, string> = {
  xlsx: '.xlsx',
  xlsm: '.xlsx',
  docx: '.docx',
  docm: '.docx',
  csv: '.csv',
  txt: '.csv',
};

const OLD: Record<string, string> = {
  xls: '.xlsx',
  et: '.xlsx',
  ett: '.xlsx',
  ods: '.xlsx',
  xlsb: '.xlsx',
  xlt: '.xlsx',
  numbers: '.xlsx',
  doc: '.docx',
  wps: '.docx',
  wpt: '.docx',
  odt: '.docx',
  rtf: '.docx',
  dot: '.docx',
  pages: '.docx',
  pdf: '.docx',
};

function signatureOf(bytes: Uint8Array): string | undefined {
  const hex = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  const binary = bytes.subarray(0, 4096).includes(0);
  // Two letters begin a picture or a program, and may as well begin a table.
  const found = SIGNATURES.find(([signature]) => hex.startsWith(signature) && (signature.length > 4 || binary))?.[1];
  if (found !== undefined) return found;
  const text = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF)?\s*/u, '');
  if (/^(?:<!doctype html|<html|<table|<head|<meta|MIME-Version)/iu.test(text)) return '网页';
  if (/^<\?xml|^<\w/u.test(text)) return ' XML 文件';
  if (text.startsWith('{\\rtf')) return ' RTF 文件';
  // UTF-16 with its mark is text, other zero bytes are not.
  return !/^(?:fffe|feff)/u.test(hex) && binary && !unmarkedUtf16(bytes) ? '别的文件' : undefined;
}

const SIGNATURES: [string, string][] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['ffd8ff', '图片'],
  ['89504e47', '图片'],
  ['47494638', '图片'],
  ['424d', '图片'],
  ['52494646', '图片'],
  ['49492a00', '图片'],
  ['4d4d002a', '图片'],
  ['0000001866747970', '图片'],
  ['25504446', ' PDF'],
  ['526172211a', '压缩包'],
  ['377abcaf271c', '压缩包'],
  ['1f8b', '压缩包'],
  ['4d5a', '程序'],
  ['7f454c46', '程序'],
];

/** The container of a file with an opening password holds a stream of this name, in UTF-16. */
function isProtected(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** By the main part's name, which stands in the directory at the end as plain text; Word for the web writes `document2.xml`. */
function zipKind(bytes: Uint8Array): 'xlsx' | 'docx' | 'other' {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/xl\/workbook\d{0,2}\.xml/u.test(directory)) return 'xlsx';
  return /word\/document\d{0,2}\.xml/u.test(directory) ? 'docx' : 'other';
}
