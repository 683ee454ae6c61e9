import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  hasPatentsInOneLine,
  honoursText,
  listText,
  parseHonours,
  parseList,
  parsePatents,
  patentsText,
} from '#core/roster/entries.ts';

describe('a list inside one cell', () => {
  it('has one entry a line, numbered or not', () => {
    assert.deepEqual(parseList('手工刮配\n听声校平衡'), ['手工刮配', '听声校平衡']);
    assert.deepEqual(parseList('1、手工刮配；\n2、听声校平衡；'), ['手工刮配', '听声校平衡']);
    assert.deepEqual(parseList('（1）手工刮配\n（2）听声校平衡'), ['手工刮配', '听声校平衡']);
    assert.deepEqual(parseList('①手工刮配\n②听声校平衡'), ['手工刮配', '听声校平衡']);
  });

  it('is parted by semicolons where there is one line only', () => {
    assert.deepEqual(parseList('手工刮配；听声校平衡'), ['手工刮配', '听声校平衡']);
  });

  it('keeps a number that is none of its numbering', () => {
    assert.deepEqual(parseList('1.5毫米薄板单面焊\n2.0毫米薄板双面焊'), ['1.5毫米薄板单面焊', '2.0毫米薄板双面焊']);
    assert.deepEqual(parseList('3、一口清'), ['3、一口清']);
  });
});

describe('an honour in a cell', () => {
  for (const [written, honour] of [
    ['2021 山东省技术能手（省级）', { name: '山东省技术能手', level: 'province', year: 2021 }],
    ['2017年市五一劳动奖章', { name: '市五一劳动奖章', year: 2017 }],
    ['2017年5月获市五一劳动奖章', { name: '市五一劳动奖章', year: 2017 }],
    ['2017.5 获得市五一劳动奖章', { name: '市五一劳动奖章', year: 2017 }],
    ['2018年度市劳动模范', { name: '2018年度市劳动模范' }],
    ['2020年获奖工法', { name: '获奖工法', year: 2020 }],
    ['全国技术能手（国家级）', { name: '全国技术能手', level: 'nation' }],
    ['厂级先进（公司级）', { name: '厂级先进', level: 'enterprise' }],
    ['市劳动模范（第三届）', { name: '市劳动模范（第三届）' }],
    ['2022', { name: '2022' }],
  ] as const) {
    it(`${written}`, () => assert.deepEqual(parseHonours(written), [honour]));
  }
});

describe('a patent in a cell', () => {
  for (const [written, patent] of [
    ['一种夹具；ZL 2020 2 0000000.1', { name: '一种夹具', number: 'ZL 2020 2 0000000.1' }],
    ['一种夹具（专利号：ZL202020000000.1）', { name: '一种夹具', number: 'ZL202020000000.1' }],
    ['一种夹具 ZL 2020 2 0000000.X', { name: '一种夹具', number: 'ZL 2020 2 0000000.X' }],
    ['一种夹具', { name: '一种夹具' }],
  ] as const) {
    it(`${written}`, () => assert.deepEqual(parsePatents(written), [patent]));
  }

  it('several in one line are asked about', () => {
    assert.ok(hasPatentsInOneLine('一种夹具ZL 2020 2 0000000.1、一种刀具ZL 2020 2 0000001.1'));
    assert.ok(!hasPatentsInOneLine('一种夹具；ZL 2020 2 0000000.1\n一种刀具；ZL 2020 2 0000001.1'));
  });
});

describe('what is written into a cell reads back as it was', () => {
  // Every sign that separates, numbers, dates or grades an entry somewhere, and some that do nothing.
  const word = fc
    .array(
      fc.constantFrom(
        '2021',
        '年',
        ' ',
        '；',
        ';',
        '、',
        '1',
        '.',
        '（省级）',
        '（',
        '）',
        '〔1〕',
        '①',
        'ZL',
        '工',
        '匠',
        '年份未填 ',
        '（级别未填）',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('').replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
  const seed = 20261121;

  it('lists', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (entries) => {
        assert.deepEqual(parseList(listText(entries)), entries);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('honours', () => {
    const honour = fc.record(
      {
        name: word,
        level: fc.constantFrom('enterprise', 'county', 'city', 'province', 'nation'),
        year: fc.integer({ min: 1950, max: 2099 }),
      },
      { requiredKeys: ['name'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(honour, { minLength: 1, maxLength: 4 }), (honours) => {
        assert.deepEqual(parseHonours(honoursText(honours as never)), honours);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('patents', () => {
    const patent = fc.record({ name: word, number: word }, { requiredKeys: ['name'], noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(patent, { minLength: 1, maxLength: 4 }), (patents) => {
        assert.deepEqual(parsePatents(patentsText(patents)), patents);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
