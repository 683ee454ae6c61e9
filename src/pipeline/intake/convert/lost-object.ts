import { openArchive } from '#pipeline/intake/files/archive.ts';
import type { OldFormat } from './old-format.ts';

/**
 * Whether equations or embedded objects of an old file are gone from the new one: a LibreOffice without its Math or Draw leaves them out
 * and says nothing.
 */
export function hasLostObject(from: OldFormat['from'], old: Uint8Array, made: Uint8Array): boolean {
  const had = objectsIn(from, old);
  return had > 0 && had > objectsOut(made);
}

/** At least so many; of Word 97 and Excel 97 it is only told that there are some. */
function objectsIn(from: OldFormat['from'], bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (from) {
    case 'odt':
    case 'ods': {
      const opened = openArchive(bytes, '');
      const content = 'archive' in opened ? opened.archive.get('content.xml') : undefined;
      // A picture beside it shows the object to programs that cannot.
      return count(Buffer.from(content ?? []).toString('utf8'), /<draw:object(?:-ole)?[\s/>]/gu);
    }
    case 'rtf':
      // 2.3 of the RTF specification: an equation of its own, or an object with its data.
      return count(buffer.toString('latin1'), /\\moMath\b|\\objdata\b/gu);
    case 'doc':
      // Word keeps an empty pool in most files; its objects are called _ and ten digits.
      return /_\0(?:\d\0){10}/u.test(buffer.toString('latin1')) ? 1 : 0;
    case 'xls':
      // [MS-XLS] 2.1.7.1: storages of objects are called MBD and eight digits.
      return /M\0B\0D\0(?:[\dA-F]\0){8}/u.test(buffer.toString('latin1')) ? 1 : 0;
  }
}

function objectsOut(bytes: Uint8Array): number {
  const opened = openArchive(bytes, '');
  if (!('archive' in opened)) return 0;
  const parts = [...opened.archive].filter(([name]) => /^(?:word|xl)\/.*\.xml$/u.test(name));
  const texts = parts.map(([, part]) => Buffer.from(part).toString('utf8'));
  return texts.reduce((sum, text) => sum + count(text, /<(?:m:oMath|w:object|oleObject|c:chart)[\s/>]/gu), 0);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
