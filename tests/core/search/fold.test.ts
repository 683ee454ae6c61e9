import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Converter } from 'opencc-js/t2cn';
import { fold, foldWithPlaces, queryWords } from '#core/search/fold.ts';
import { simplified } from '#core/search/traditional.ts';
import { there } from '#tests/there.ts';

const folded = (text: string): string => fold(text, simplified);

describe('text as it is compared', () => {
  for (const [one, other] of [
    ['李　明', '李明'],
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽・买买提', '阿依古丽买买提'],
    ['ＣＮＣ数控', 'cnc数控'],
    ['２２０千伏', '220千伏'],
    ['0.005毫米', '０．００５毫米'],
    ['張國慶', '张国庆'],
    ['鍾麗華', '钟丽华'],
    ['（集团）有限公司', '(集团)有限公司'],
    ['QC小组', 'qc 小组'],
    ['①号机', '1号机'],
    ['Lü Bu', 'lv bu'],
  ] as const) {
    it(`${one} and ${other} are the same`, () => assert.equal(folded(one), folded(other)));
  }
  it('keeps rare characters apart', () => {
    assert.equal(folded('𠮷田䶮'), '𠮷田䶮');
    assert.notEqual(folded('𠮷'), folded('吉'));
  });
  it('knows every pair of characters that OpenCC knows', () => {
    const convert = Converter({ from: 't', to: 'cn' });
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const character = String.fromCodePoint(code);
      const expected = convert(character);
      const single = [...expected].length === 1 && there(expected.codePointAt(0)) <= 0xffff;
      assert.equal(simplified.get(character) ?? character, single ? expected : character, character);
    }
  });
});

describe('folded text and where it comes from', () => {
  it('counts in the units of the text', () => {
    const { folded: text, places } = foldWithPlaces('“𠮷田”，2 号', simplified);
    assert.equal(text, '𠮷田2号');
    assert.deepEqual(places, [1, 1, 3, 6, 8]);
  });
});

describe('the words of a query', () => {
  const words = (query: string): string[] => queryWords(query, simplified);
  it('are parted by white space of any kind', () => {
    assert.deepEqual(words(' 焊工　包头\t2023年 '), ['焊工', '包头', '2023年']);
  });
  it('a name typed with a space is one', () => assert.deepEqual(words('李　明'), ['李明']));
  it('of which one has more than one character stay apart', () => {
    assert.deepEqual(words('李　明亮'), ['李', '明亮']);
    assert.deepEqual(words('李　m'), ['李', 'm']);
    assert.deepEqual(words('李'), ['李']);
  });
  it('leave out what is no letter', () => assert.deepEqual(words('“焊工” ， —'), ['焊工']));
  it('may be none', () => assert.deepEqual(words(' ， '), []));
});
