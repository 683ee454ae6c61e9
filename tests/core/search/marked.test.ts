import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marked } from '#core/search/marked.ts';

const SIMPLE = new Map([['靜', '静']]);

describe('the words of a query in a hit', () => {
  it('are marked as they stand in the text, whatever way they were typed', () => {
    assert.deepEqual(marked('皇甫静', ['皇甫静'], SIMPLE), [['皇甫静', true]]);
    assert.deepEqual(marked('皇甫靜同志', ['静'], SIMPLE), [
      ['皇甫', false],
      ['靜', true],
      ['同志', false],
    ]);
    assert.deepEqual(marked('阿卜杜拉·买买提', ['拉买'], SIMPLE), [
      ['阿卜杜', false],
      ['拉·买', true],
      ['买提', false],
    ]);
  });
  it('are marked each once, one behind the other, and together where they overlap', () => {
    assert.deepEqual(marked('数控车工，示例机床厂', ['机床', '车工'], SIMPLE), [
      ['数控', false],
      ['车工', true],
      ['，示例', false],
      ['机床', true],
      ['厂', false],
    ]);
    assert.deepEqual(marked('电焊工', ['电焊', '焊工'], SIMPLE), [
      ['电焊', true],
      ['工', true],
    ]);
  });
  it('leave a text alone that has none of them', () => {
    assert.deepEqual(marked('王磊', ['wanglei'], SIMPLE), [['王磊', false]]);
    assert.deepEqual(marked('', ['王'], SIMPLE), [['', false]]);
  });
  it('keep characters beyond the basic plane whole', () => {
    assert.deepEqual(marked('张𬮱', ['𬮱'], SIMPLE), [
      ['张', false],
      ['𬮱', true],
    ]);
  });
});
