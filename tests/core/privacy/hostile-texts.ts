import { there } from '#tests/there.ts';
import { Chance } from './chance.ts';

const MEGABYTE = 1024 * 1024;

/** One megabyte each, made to cost time: by name of the file that holds it. Made when asked for, so that one stands in memory at a time. */
export const HOSTILE: Readonly<Record<string, () => { name: string; text: string }>> = {
  digits: repeated('1'),
  'random digits': chosen((c) => c.digits(50)),
  'digits apart': repeated('1 '),
  'random digits apart': chosen((c) => `${c.digits(1)} `),
  'digits on lines': chosen((c) => `${c.digits(1)}\n`),
  'digits with commas': chosen((c) => `${c.digits(1)},`),
  'digits with one star': repeated('1*'),
  'digits with bars': repeated('1|'),
  pairs: chosen((c) => `${c.digits(2)},`),
  'numbers and all signs': chosen((c) => c.digits(c.whole(1, 5)) + c.pick([' ', '-', '.', '/', ',', '\n', '\t'])),
  'groups of a telephone': repeated('138 '),
  'groups of an identity number': repeated('370102 19900307 1234 '),
  'seventeen digits and X': repeated('37010219900307123 X'),
  'hexadecimal digests': repeated('0123456789abcdef'),
  'digits in hexadecimal': repeated('a13812345670'),
  'one digit and a long gap': repeated(`1${'-'.repeat(60)}`),
  'one digit and white space': repeated(`1${' '.repeat(400)}`),
  zeros: repeated('0 '),
  'zero width': repeated('\u200B'),
  'digits with zero width': repeated('1\u200B'),
  'combining strokes': repeated('1\u0336'),
  'compatibility forms': repeated('\uFDFA'),
  'mathematical digits': repeated('𝟏'),
  'Chinese numerals': chosen((c) => c.pick([...'〇一二三四五六七八九'])),
  'Chinese numerals apart': chosen((c) => `${c.pick([...'〇一二三四五六七八九'])} `),
  'look-alike letters': repeated('l1O0'),
  'labels only': repeated('身份证号：'),
  'labels and a digit': repeated('电话：1 '),
  'spaced labels': repeated('电 '),
  'half a birth date': repeated('出生日期：1985-03-'),
  'birth words': repeated('生，'),
  'addresses cut short': repeated('3号楼2单元'),
  'address labels': repeated('住址：威海市一号'),
  'estates cut short': repeated('花园1-'),
  'plates cut short': repeated('鲁K1234'),
  'mail signs': repeated('a@'),
  'mail with dots': repeated('a.'.repeat(40) + '@'),
  'chat words': repeated('QQ:1'),
  'chat addresses': repeated('?uin='),
  'brackets behind labels': repeated('电话('),
  base64: repeated('MTM4MTIzNDU2Nzg'),
  'base64 tokens': repeated('MTM4MTIzNDU2Nzg= '),
  'percent signs': repeated('%31'),
  'percent signs doubled': repeated('%25'),
  'script escapes': repeated('\\u0031', 'a.js'),
  'style escapes': repeated('\\31 ', 'a.css'),
  backslashes: repeated('\\', 'a.js'),
  'nested lists': repeated('[1,[2,', 'a.json'),
  'strings in a list': repeated('"1",', 'a.json'),
  'numeric references': repeated('&#49;', 'a.html'),
  'doubled references': repeated('&amp;', 'a.html'),
  ampersands: repeated('&', 'a.html'),
  'nested tags': repeated('<b>', 'a.html'),
  'tags and digits': repeated('<b>1', 'a.html'),
  'nested tables': repeated('<table><tr><td>1', 'a.html'),
  'cells of one row': repeated('<td>1', 'a.html'),
  'tables one after another': repeated('<table><tr><th>电话<tr><td>1</table>', 'a.html'),
  'attributes of one tag': () => ({ name: 'a.html', text: `<a ${counted((n) => `a${n}=1 `)}>` }),
  'open tags': repeated('<', 'a.html'),
  'open comments': repeated('<!--', 'a.html'),
  'open style comments': repeated('/*', 'a.css'),
  'frames in frames': repeated('<iframe srcdoc="', 'a.html'),
  'data addresses': repeated('data:text/plain;base64,MTM4 ', 'a.html'),
  'scripts cut short': repeated('<script>', 'a.html'),
  'entities of entities': () => ({
    name: 'a.svg',
    text: `<!DOCTYPE x [<!ENTITY a "${'1'.repeat(4000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><x>${'&c;'.repeat(300_000)}</x>`,
  }),
  'table rows in Markdown': repeated('|1|2|\n', 'a.md'),
  'open links in Markdown': repeated('[', 'a.md'),
  'stars in Markdown': repeated('**', 'a.md'),
  'quotes in a table': repeated('"', 'a.csv'),
  'cells in a table': repeated('1,', 'a.csv'),
  'objects of a PDF': () => ({ name: 'a.pdf', text: `%PDF-1.4\n${repeated('1 0 obj<<')().text}` }),
  'brackets of a PDF': () => ({ name: 'a.pdf', text: `%PDF-1.4\n1 0 obj ${repeated('[')().text}` }),
  'open strings of a PDF': () => ({ name: 'a.pdf', text: `%PDF-1.4\n${repeated('1 0 obj(')().text}` }),
};

function repeated(piece: string, name = 'a.txt'): () => { name: string; text: string } {
  return () => ({ name, text: piece.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(piece))) });
}

function chosen(piece: (chance: Chance) => string, name = 'a.txt'): () => { name: string; text: string } {
  return () => {
    const chance = new Chance(20_261_121);
    const pieces: string[] = [];
    for (let size = 0; size < MEGABYTE; size += Buffer.byteLength(there(pieces.at(-1)))) pieces.push(piece(chance));
    return { name, text: pieces.join('') };
  };
}

function counted(piece: (n: number) => string): string {
  const pieces: string[] = [];
  for (let size = 0, n = 0; size < MEGABYTE; size += there(pieces.at(-1)).length, n += 1) pieces.push(piece(n));
  return pieces.join('');
}
