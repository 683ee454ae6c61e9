import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerpts, masked } from '#core/privacy/excerpt.ts';

describe('two texts that differ', () => {
  const both = (old: string, now: string): string[] => Object.values(excerpts(old, now));
  const ten = '一二三四五六七八九十';

  it('stand whole up to forty characters', () => {
    assert.deepEqual(both(ten.repeat(4), '甲'), [`“${ten.repeat(4)}”`, '“甲”']);
    assert.deepEqual(both('', '甲'), ['“”', '“甲”']);
    assert.deepEqual(both('𠮷'.repeat(40), '甲'), [`“${'𠮷'.repeat(40)}”`, '“甲”']);
  });

  it('longer, where they differ, with eight characters before and behind', () => {
    const text = (middle: string): string => `${ten.repeat(3)}${middle}${ten.repeat(3)}`;
    assert.deepEqual(both(text('甲'), text('乙丙')), [
      '“…三四五六七八九十甲一二三四五六七八…”',
      '“…三四五六七八九十乙丙一二三四五六七八…”',
    ]);
  });

  it('at the beginning and at the end without dots on that side', () => {
    assert.deepEqual(both(`甲${ten.repeat(5)}`, `乙${ten.repeat(5)}`), [
      '“甲一二三四五六七八…”',
      '“乙一二三四五六七八…”',
    ]);
    assert.deepEqual(both(`${ten.repeat(5)}甲`, `${ten.repeat(5)}乙`), [
      '“…三四五六七八九十甲”',
      '“…三四五六七八九十乙”',
    ]);
    assert.deepEqual(both(ten.repeat(5), ten.repeat(4)), [
      '“…三四五六七八九十一二三四五六七八九十”',
      '“…三四五六七八九十”',
    ]);
  });

  it('of which one is long, no more than sixty of it', () => {
    const [old, now] = both(`甲${'子'.repeat(200)}丙`, '乙');
    assert.equal(old, `“甲${'子'.repeat(59)}…”`);
    assert.equal(now, '“乙”');
  });

  it('on one line', () => {
    assert.deepEqual(both('一\n二', '一'), ['“一／二”', '“一”']);
  });

  it('without a number that may be private', () => {
    assert.deepEqual(both('电话13800000000', '电话'), ['“电话＊＊＊＊＊＊＊＊＊＊＊”', '“电话”']);
    assert.deepEqual(Object.values(excerpts('0631-13800000000', '0', (text) => text)), ['“0631-13800000000”', '“0”']);
  });
});

describe('a number in a message', () => {
  for (const [text, expected] of [
    // Invented, and none of a valid form.
    ['123456789', '＊'.repeat(9)],
    ['12345678', '12345678'],
    ['138 0000 0000', '＊'.repeat(13)],
    ['138-0000-0000', '＊'.repeat(13)],
    ['１３８００００００００', '＊'.repeat(11)],
    ['37000019900101123X', '＊'.repeat(18)],
    ['3700 0019 9001 011 23x', '＊'.repeat(22)],
    ['6222 0000 0000 000', '＊'.repeat(18)],
    ['2024-09-11', '2024-09-11'],
    ['0631-0000-00', '0631-0000-00'],
    ['238-0000-0000', '238-0000-0000'],
    ['128-0000-0000', '128-0000-0000'],
    ['13800000000号', `${'＊'.repeat(11)}号`],
  ] as const) {
    it(`${text}: ${expected}`, () => assert.equal(masked(text), expected));
  }
});
