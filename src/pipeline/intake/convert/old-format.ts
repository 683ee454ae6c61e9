import { openArchive } from '#pipeline/intake/files/archive.ts';
import { hasDocumentType } from '#pipeline/intake/files/xml.ts';

/** A format that LibreOffice turns into one of ours. */
export interface OldFormat {
  /** The ending that LibreOffice is to go by: what the file is, whatever it is called. */
  from: 'xls' | 'doc' | 'ods' | 'odt' | 'rtf';
  to: 'xlsx' | 'docx';
}

/** What an old file is by its bytes: WPS's own .et and .wps are those of Excel 97 and Word 97. */
export function oldFormat(bytes: Uint8Array): OldFormat | 'protected' | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    const has = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
    if (has('EncryptedPackage')) return 'protected';
    if (has('WordDocument')) return isLockedWord(buffer) ? 'protected' : { from: 'doc', to: 'docx' };
    if (has('Workbook') || has('Book')) return isLockedExcel(buffer) ? 'protected' : { from: 'xls', to: 'xlsx' };
    return undefined;
  }
  if (/^\s*\{\\rtf/u.test(buffer.toString('latin1', 0, 64))) return { from: 'rtf', to: 'docx' };
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK') return undefined;
  const opened = openArchive(bytes, '');
  if (!('archive' in opened)) return undefined;
  const { archive } = opened;
  if ([...archive].some(([name, part]) => /\.(?:xml|rdf)$/iu.test(name) && hasDocumentType(part))) return undefined;
  if (Buffer.from(archive.get('META-INF/manifest.xml') ?? []).includes('encryption-data')) return 'protected';
  const type = Buffer.from(archive.get('mimetype') ?? []).toString('latin1');
  if (/opendocument\.spreadsheet/u.test(type)) return { from: 'ods', to: 'xlsx' };
  return /opendocument\.text/u.test(type) ? { from: 'odt', to: 'docx' } : undefined;
}

/** The head of a Word 97 text lies on a sector's edge; bit 8 of its flags says encrypted ([MS-DOC] 2.5.2, fEncrypted). */
function isLockedWord(buffer: Buffer): boolean {
  for (let at = 512; at + 12 <= buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec) return ((buffer[at + 11] ?? 0) & 1) !== 0;
  }
  return false;
}

/** FilePass stands among the first records of the workbook's stream ([MS-XLS] 2.4.117). */
function isLockedExcel(buffer: Buffer): boolean {
  for (let start = 512; start + 8 <= buffer.length; start += 512) {
    if (buffer.readUInt16LE(start) !== 0x0809 || buffer.readUInt16LE(start + 6) !== 0x0005) continue;
    for (let at = start, count = 0; at + 4 <= buffer.length && count < 12; count += 1) {
      if (buffer.readUInt16LE(at) === 0x002f) return true;
      at += 4 + buffer.readUInt16LE(at + 2);
    }
    return false;
  }
  return false;
}
