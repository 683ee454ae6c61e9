import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasLostObject } from '#pipeline/intake/convert/lost-object.ts';
import { packed } from './office-files.ts';

const odt = (inside: string): Uint8Array =>
  packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><text:p>误差${inside}毫米</text:p></office:document-content>`,
  });
const OBJECT = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>';
const rtf = (inside: string): Uint8Array => Buffer.from(`{\\rtf1\\ansi ${inside}\\par}`, 'latin1');
const ole = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le'), Buffer.alloc(16)]);
const docx = (inside: string): Uint8Array =>
  packed({ 'word/document.xml': `<w:document><w:body><w:p>${inside}</w:p></w:body></w:document>` });
const xlsx = (inside: string): Uint8Array => packed({ 'xl/worksheets/sheet1.xml': `<worksheet>${inside}</worksheet>` });
const EQUATION = '<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>';

/** An old file, what LibreOffice made of it, and whether something is gone. */
const CASES: [about: string, ...Parameters<typeof hasLostObject>, boolean][] = [
  ['an equation of OpenDocument that is gone', 'odt', odt(OBJECT), docx(''), true],
  ['one of two', 'odt', odt(OBJECT + OBJECT), docx(EQUATION), true],
  ['an equation that came along', 'odt', odt(OBJECT), docx(EQUATION), false],
  ['an object that came along', 'odt', odt(OBJECT), docx('<w:object/>'), false],
  ['a text without any', 'odt', odt(''), docx(''), false],
  ['an equation of RTF', 'rtf', rtf('{\\*\\mmathPr}{\\mmath {\\moMath 1/20}}'), docx(''), true],
  ['an equation of RTF that came along', 'rtf', rtf('{\\mmath {\\moMath 1/20}}'), docx(EQUATION), false],
  ['an object of RTF', 'rtf', rtf('{\\object{\\*\\objdata 0105}}'), docx(''), true],
  ['letters of RTF', 'rtf', rtf('{\\b mmath}'), docx(''), false],
  ['an object of Word 97', 'doc', ole('_1234567890'), docx(''), true],
  ['an empty pool of Word 97', 'doc', ole('ObjectPool'), docx(''), false],
  ['an object of Excel 97', 'xls', ole('MBD0001A2B3'), xlsx(''), true],
  ['an object of Excel 97 that came along', 'xls', ole('MBD0001A2B3'), xlsx('<oleObject/>'), false],
];

describe('what LibreOffice left out of an old file is noticed:', () => {
  for (const [about, from, old, made, lost] of CASES)
    it(about, () => assert.equal(hasLostObject(from, old, made), lost));
});
