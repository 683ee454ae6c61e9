import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emails } from '#core/privacy/email.ts';
import { finder } from './marked.ts';

const finds = finder(emails, 'email');
const at = '@';
const value = (text: string): string | undefined => emails(text)[0]?.value;

describe('an address of electronic mail', () => {
  it('has a local part and a domain with an ending of letters', () => {
    for (const local of ['a', 'a.b', 'a_b', 'a%b', 'a+b', 'a-b', 'A1'])
      finds(`邮箱 «${local}${at}mail.example.org», 电话`);
    for (const host of ['qq.com', 'a.b.c.example.cn', 'x-y.museum', 'x.xn--fiqs8s']) finds(`«a${at}${host}»`);
    for (const text of [
      `a${at}`,
      `${at}example.org`,
      `a${at}example`,
      `a${at}1.2.3.4`,
      `a${at}x.12`,
      `a ${at}`,
      `a${at}x.y`,
      at,
    ])
      finds(text);
  });

  it('is no file and no package, whatever the ending', () => {
    for (const ending of [
      'png',
      'jpg',
      'jpeg',
      'gif',
      'webp',
      'avif',
      'svg',
      'css',
      'js',
      'mjs',
      'cjs',
      'ts',
      'tsx',
      'jsx',
      'json',
      'htm',
      'html',
      'md',
      'mdx',
      'astro',
      'map',
      'txt',
      'pdf',
      'woff',
      'woff2',
      'PNG',
    ]) {
      finds(`logo${at}2x.${ending}`);
    }
    finds(`react${at}19.2.0`);
  });

  it('may have signs, spaces and line breaks around the @', () => {
    for (const text of [
      `«a ${at}qq.com»`,
      `«a"${at}qq.com»`,
      `«a  ${at}  qq.com»`,
      `«a${at} qq . com»`,
      `«a${at}qq。com»`,
      `«a${at}qq·com»`,
      `«a${at}qq[dot]com»`,
      `«a${at}qq(点)com»`,
      `«a${at}qq点com»`,
      `«a${at}qq dot com»`,
    ]) {
      finds(text);
    }
    finds(`a      ${at}qq.com`);
  });

  it('may spell the domain a letter in each cell', () => {
    finds(`«ab${at} q q . c o m»`);
    finds(`«ab${at} 1 6 3 . c o m»`);
  });

  it('may write @ as a word in brackets, and plainly where people have their mail', () => {
    for (const sign of ['[at]', '(at)', '{at}', '<at>', '[ at ]', '(艾特)', `(${at})`, `[${at}]`])
      finds(`«a${sign}example.com»`);
    for (const sign of [' at ', ' AT ', '_at_', '-at-', '#', '&', '*', '$', '艾特', '(圈a)', '(a)'])
      finds(`«abc${sign}qq.com»`);
    for (const provider of [
      'foxmail',
      '163',
      '126',
      '139',
      '188',
      '189',
      'wo',
      'yeah',
      'sina',
      'sohu',
      'tom',
      '21cn',
      'aliyun',
      'gmail',
      'hotmail',
      'outlook',
      'live',
      'msn',
      'yahoo',
      'icloud',
      'vip.qq',
    ]) {
      finds(`«abc#${provider}.com»`);
    }
    for (const text of ['abc#example.com', 'meet at qq.community', 'look at me', 'a#qq.comx', '5 at qq.comic'])
      finds(text);
  });

  it('is compared in lower case, without what surrounds it', () => {
    assert.equal(value(`Abc${at}QQ.com`), `abc${at}qq.com`);
    assert.equal(value(`..abc..${at}qq.com`), `abc${at}qq.com`);
    assert.equal(value(`+a+b${at}qq.com`), `a+b${at}qq.com`);
    assert.equal(value(`abc [at] qq [dot] com`), `abc${at}qq.com`);
    assert.equal(value(`a b c ${at}qq.com`), `abc${at}qq.com`);
    assert.equal(value(`abc${at}qq点com`), `abc${at}qq.com`);
  });

  it('begins no further back than 64 signs', () => {
    finds(`x«${'a'.repeat(64)}${at}qq.com»`);
  });
});
