import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '#pipeline/content/text-file.ts';
import { said } from '#tests/builders.ts';

function read(bytes: Uint8Array | string): { text: string } | string[] {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const result = textOf({ path: 'notice.md', kind: 'file', size: content.length, bytes: content });
  return 'text' in result ? result : said(result.findings);
}

describe('a text file', () => {
  it('is UTF-8, rare characters included', () => {
    assert.deepEqual(read('李䶮、𠮷田\n\t第二行\n'), { text: '李䶮、𠮷田\n\t第二行\n' });
  });

  it('saved on Windows has the same lines', () => {
    assert.deepEqual(read('第一行\r\n第二行\r\n'), { text: '第一行\n第二行\n' });
  });

  it('in GB18030 is told how to be saved', () => {
    // 姓名 in GB18030.
    assert.deepEqual(read(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb)), [
      '✗ notice.md：文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。 [file-not-utf8]',
    ]);
  });

  it('in UTF-16 is told the same', () => {
    assert.deepEqual(read(Uint8Array.of(0xff, 0xfe, 0xd3, 0x59)), [
      '✗ notice.md：文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。 [file-not-utf8]',
    ]);
  });

  it('with a BOM is told how to be saved', () => {
    assert.deepEqual(read('\uFEFF---\n'), [
      '✗ notice.md：文件开头有不可见的 BOM 标记。请另存为“UTF-8”（不是“UTF-8 BOM”）。 [file-has-bom]',
    ]);
  });

  it('with an invisible character is told the line and which', () => {
    assert.deepEqual(read('第一行\n第\u200B二行\n第三\u0007行'), [
      '✗ notice.md 第 2 行：这一行有不可见的控制字符 U+200B。请删去后重新输入这一行。 [control-character]',
      '✗ notice.md 第 3 行：这一行有不可见的控制字符 U+0007。请删去后重新输入这一行。 [control-character]',
    ]);
  });

  for (const character of [
    '\u0000',
    '\u001B',
    '\u007F',
    '\u00AD',
    '\u200E',
    '\u202E',
    '\u2028',
    '\u2066',
    '\uFEFF',
    '\uFFF9',
    '\u{E0041}',
    '\r',
  ]) {
    const name = character.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
    it(`holds no U+${name.toUpperCase()}`, () => {
      assert.match(JSON.stringify(read(`甲${character}乙`)), /\[control-character\]"\]$/);
    });
  }

  it('of a real office may hold full-width spaces, tabs and dashes', () => {
    assert.deepEqual(read('市总工会　市人社局\t——\u00A0完'), { text: '市总工会　市人社局\t——\u00A0完' });
  });
});

describe('what is no text file', () => {
  it('because it is a link is told so', () => {
    const { findings } = textOf({ path: 'notice.md', kind: 'link', size: 10 }) as { findings: [] };
    assert.deepEqual(said(findings), [
      '✗ notice.md：这是一个快捷方式（符号链接），不是文件。请放入文件本身。 [link-in-content]',
    ]);
  });

  it('may be of 256 KB to the byte', () => {
    const whole = new TextEncoder().encode('a'.repeat(256 * 1024));
    assert.ok('text' in textOf({ path: 'notice.md', kind: 'file', size: whole.length, bytes: whole }));
    const more = new TextEncoder().encode('a'.repeat(256 * 1024 + 1));
    assert.ok('findings' in textOf({ path: 'notice.md', kind: 'file', size: more.length, bytes: more }));
  });

  it('because it is too large is told its size', () => {
    const { findings } = textOf({ path: 'notice.md', kind: 'file', size: 300 * 1024 }) as { findings: [] };
    assert.deepEqual(said(findings), [
      '✗ notice.md：文件有 300 KB，超过上限 256 KB。请检查是否放错了文件，并删去多余内容。 [file-too-large]',
    ]);
  });
});
