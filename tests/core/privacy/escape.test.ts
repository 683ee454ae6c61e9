import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Dialect, unescape } from '#core/privacy/escape.ts';
import { TrackedText } from '#core/privacy/tracked-text.ts';

const undone = (text: string, dialect: Dialect = 'script'): string => unescape(new TrackedText(text), dialect).text;
const both = (text: string, expected: string): void => {
  for (const dialect of ['script', 'style'] as const) assert.equal(undone(text, dialect), expected, text);
};
const script = (text: string, expected: string): void => assert.equal(undone(text), expected, text);
const style = (text: string, expected: string): void => assert.equal(undone(text, 'style'), expected, text);

describe('one layer of escapes', () => {
  it('character references', () => {
    for (const text of ['&#49;', '&#049;', '&#49', '&#x31;', '&#X31;', '&#x0031', '&#000000000049;'])
      both(`0${text}-2`, '01-2');
    for (const text of [
      '&#;',
      '&#x;',
      '&#xg',
      '&# 49;',
      '&#x110000;',
      '&#1114112;',
      '&#0000000000049x'.replace('x', ''),
    ]) {
      if (text.length < 15) both(text, text);
    }
    both('&#x10ffff;', '\u{10ffff}');
    both('&#x1F600;', '😀');
    both('&amp;#49;', '&#49;');
    both('a&lt;b&nbsp;c&x', 'a<b c&x');
  });

  it('percent signs, as UTF-8 and else as GB 18030', () => {
    both('%31%32', '12');
    both('a%40b', 'a@b');
    both('%E5%BC%A0', '张');
    both('%e5%bc%a0', '张');
    both('%D5%C5', '张');
    both('%u5f20%u0031', '张1');
    both('%U5F20', '%U5F20');
    for (const text of ['%', '%3', '%3g', '%g3', '100%', '%u12', '% 31', '%%', '%u']) both(text, text);
    both('%31-%32', '1-2');
    both('%%31', '%1');
  });

  it('quoted-printable from three bytes on', () => {
    both('=E5=BC=A0', '张');
    both('=31=32=33', '123');
    both('=D5=C5=C8', '张'.concat('\ufffd'));
    for (const text of ['=31', '=31=32', '=', 'a=b', '=3g=31=32', '=31%32=33']) both(text, text.replace('%32', '2'));
  });

  it('backslashes of a script', () => {
    script('\\u0031\\u5f20', '1张');
    script('\\u{31}\\u{1F600}', '1😀');
    script('\\x31\\x3A', '1:');
    script('\\61\\061\\7\\377\\0', '11\u0007ÿ\0'.replace('\\7', ''));
    for (const sign of ['\\', '"', "'", '/']) script(`a\\${sign}b`, `a${sign}b`);
    for (const [letter, sign] of Object.entries({ n: '\n', r: '\n', t: '\t', f: '\n', v: '\n', b: '', '\n': '' }))
      script(`1\\${letter}2`, `1${sign}2`);
    for (const text of [
      '\\',
      '\\u12',
      '\\u{}',
      '\\u{110000}',
      '\\xg1',
      '\\x3',
      '\\8',
      '\\9',
      '\\d',
      '\\a',
      '\\ ',
      '\\w',
      '\\X31',
      '\\:',
    ])
      script(text, text);
    script('\\400', ' 0');
    script('\\08', '\u00008');
    script('\\\\u0031', '\\u0031');
  });

  it('backslashes of a style', () => {
    style('\\31\\32 3', '123');
    style('\\000031x', '1x');
    style('\\0000312', '12');
    style('\\5f20\\5F20', '张张');
    style('\\31\t\\32\n3', '123');
    style('\\31  2', '1 2');
    style('\\d ', '\r');
    style('\\d', '\\d');
    style('\\dx', '\\dx');
    style('\\20', ' ');
    for (const text of ['\\', '\\n', '\\"', '\\x31', '\\u0031', '\\110000']) style(text, text);
  });

  it('nothing to undo gives the same text back', () => {
    for (const text of ['', '张三 12', 'a=b', '100%', '&']) {
      const tracked = new TrackedText(text);
      assert.equal(unescape(tracked, 'script'), tracked);
    }
  });

  it('knows what came from where', () => {
    const out = unescape(new TrackedText('a&#49;%32\\u0033b'), 'script');
    assert.equal(out.text, 'a123b');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => out.origin(index)),
      [0, 1, 6, 9, 15],
    );
    assert.deepEqual(out.changes, [
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });
});
