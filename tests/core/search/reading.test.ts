import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spells } from '#core/search/reading.ts';
import { nameReading } from '#site/words/name-reading.ts';

const reads = (word: string, name: string, reading: string): boolean => spells(word, [...name], reading.split(' '));

describe('letters that spell a name', () => {
  for (const word of [
    'ouyangfeng',
    'ouyang',
    'ouy',
    'oyf',
    'oy',
    'yangfeng',
    'yf',
    'feng',
    '欧yang',
    'ouyang锋',
    'ou阳f',
  ]) {
    it(`${word} is 欧阳锋`, () => assert.ok(reads(word, '欧阳锋', 'ou yang feng')));
  }
  for (const word of ['ang', 'uyang', 'of', 'ouyangfengs', 'ouyan阳', 'oyfx', 'eng']) {
    it(`${word} is not`, () => assert.ok(!reads(word, '欧阳锋', 'ou yang feng')));
  }
  for (const word of ['lvbu', 'lyubu', 'lv', 'lb']) {
    it(`${word} is 吕布`, () => assert.ok(reads(word, '吕布', 'lv bu')));
  }
  it('lu is 陆 and not 吕', () => assert.ok(!reads('lubu', '吕布', 'lv bu')));
  it('lue is 略', () => assert.ok(reads('lue', '略', 'lve')));
  it('passes over a character without a reading only when it is typed', () => {
    assert.ok(spells('𠮷tian', ['𠮷', '田'], ['', 'tian']));
    assert.ok(!spells('tiantian', ['𠮷', '田'], ['', 'tian']));
  });
});

describe('the reading of a name', () => {
  // The surname readings are those of 《现代汉语词典》.
  for (const [name, reading] of [
    ['单丽华', 'shan li hua'],
    ['仇英', 'qiu ying'],
    ['曾解放', 'zeng jie fang'],
    ['盖叫天', 'ge jiao tian'],
    ['解晓东', 'xie xiao dong'],
    ['查良镛', 'zha liang yong'],
    ['区寄', 'ou ji'],
    ['任行', 'ren xing'],
    ['覃海洋', 'qin hai yang'],
    ['尉迟恭', 'yu chi gong'],
    ['万俟卨', 'mo qi xie'],
    ['吕布', 'lv bu'],
  ] as const) {
    it(`${name}: ${reading}`, () => assert.equal(nameReading(name, undefined).join(' '), reading));
  }
  it('is what the candidate states', () => {
    assert.deepEqual(nameReading('覃海洋', 'tan hai yang'), ['tan', 'hai', 'yang']);
    assert.deepEqual(nameReading('吕布', 'lü bu'), ['lv', 'bu']);
  });
  it('leaves no gap and no more than one syllable for each character', () => {
    assert.deepEqual(nameReading('买买提·阿不都', undefined).length, 6);
    assert.deepEqual(nameReading('王A伟', undefined), ['wang', '', 'wei']);
    assert.deepEqual(nameReading('𠮷田', undefined), ['', 'tian']);
  });
});
