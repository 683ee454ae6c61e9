import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { honoursText, parseHonours } from '#core/candidate/fields/honours.ts';
import { hasPatentsInOneLine, parsePatents, patentsText } from '#core/candidate/fields/patents.ts';
import { listText, parseList } from '#core/candidate/list-cell.ts';

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
    assert.deepEqual(parseList('1、一口清\n3、二口清'), ['1、一口清', '3、二口清']);
    assert.deepEqual(parseList('1、一口清\n二口清'), ['1、一口清', '二口清']);
    assert.deepEqual(parseList('甲1、一口清\n甲2、二口清'), ['甲1、一口清', '甲2、二口清']);
    assert.deepEqual(parseList('1.18年省奖\n2.19年市奖'), ['1.18年省奖', '2.19年市奖']);
    assert.deepEqual(parseList('1.2018 年省奖\n2.2019年市奖'), ['2018 年省奖', '2019年市奖']);
    assert.deepEqual(parseList('1.1718年省奖\n2.1719年市奖'), ['1.1718年省奖', '2.1719年市奖']);
    assert.deepEqual(parseList('1．一口清\n2．二口清'), ['一口清', '二口清']);
    assert.deepEqual(parseList('1 一口清\n2 二口清'), ['1 一口清', '2 二口清']);
    assert.deepEqual(parseList('(1) 一口清\n(2)二口清'), ['一口清', '二口清']);
    const ten = Array.from({ length: 10 }, (_, index) => `法${'甲乙丙丁戊己庚辛壬癸'[index]}`);
    assert.deepEqual(parseList(ten.map((one, index) => `${index + 1}、${one}`).join('\n')), ten);
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
    ['甲奖（企业级）', { name: '甲奖', level: 'enterprise' }],
    ['甲奖（厂级）', { name: '甲奖', level: 'enterprise' }],
    ['甲奖（单位级）', { name: '甲奖', level: 'enterprise' }],
    ['甲奖（县级）', { name: '甲奖', level: 'county' }],
    ['甲奖（区级）', { name: '甲奖', level: 'county' }],
    ['甲奖（区县级）', { name: '甲奖', level: 'county' }],
    ['甲奖（县区级）', { name: '甲奖', level: 'county' }],
    ['甲奖（县市级）', { name: '甲奖', level: 'county' }],
    ['甲奖(旗县级)', { name: '甲奖', level: 'county' }],
    ['甲奖（市级）', { name: '甲奖', level: 'city' }],
    ['甲奖（市）', { name: '甲奖', level: 'city' }],
    ['甲奖（地市级）', { name: '甲奖', level: 'city' }],
    ['甲奖（省）', { name: '甲奖', level: 'province' }],
    ['甲奖 （自治区级）', { name: '甲奖', level: 'province' }],
    ['甲奖（全国）', { name: '甲奖', level: 'nation' }],
    ['甲奖（国家）', { name: '甲奖', level: 'nation' }],
    ['甲奖（级）', { name: '甲奖（级）' }],
    ['甲奖（市级）乙', { name: '甲奖（市级）乙' }],
    ['（市级）', { name: '（市级）' }],
    ['2017-05-01被授予甲奖', { name: '甲奖', year: 2017 }],
    ['2017年5月1日，荣获甲奖', { name: '甲奖', year: 2017 }],
    ['2017/5 被评为甲奖', { name: '甲奖', year: 2017 }],
    ['2017年获评甲奖', { name: '甲奖', year: 2017 }],
    ['2017.123 甲奖', { name: '2017.123 甲奖' }],
    ['1949 甲奖', { name: '1949 甲奖' }],
    ['1950 甲奖', { name: '甲奖', year: 1950 }],
    ['2100 甲奖', { name: '2100 甲奖' }],
    ['〔2021〕甲奖', { name: '甲奖', year: 2021 }],
    ['年份未填 2021 甲奖', { name: '2021 甲奖' }],
    ['2021 甲奖（级别未填）', { name: '甲奖', year: 2021 }],
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
    ['一种夹具; 2020 2 0000000', { name: '一种夹具', number: '2020 2 0000000' }],
    ['一种夹具，授权号 CN 202020000000.1', { name: '一种夹具', number: 'CN 202020000000.1' }],
    ['一种夹具：专利申请号：zl202020000000', { name: '一种夹具', number: 'zl202020000000' }],
    ['一种夹具（ZL 2020 2 0000000.1）', { name: '一种夹具', number: 'ZL 2020 2 0000000.1' }],
    ['〔名称〕一种；夹具〔专利号〕ZL1', { name: '一种；夹具', number: 'ZL1' }],
    ['〔名称〕一种；夹具〔专利号〕', { name: '一种；夹具' }],
    [`${'甲'.repeat(495)}；ZL 1`, { name: '甲'.repeat(495), number: 'ZL 1' }],
    [`${'甲'.repeat(497)}；ZL 1`, { name: `${'甲'.repeat(497)}；ZL 1` }],
    ['一种夹具 ZL1', { name: '一种夹具 ZL1' }],
    ['ZL 2020 2 0000000.1', { name: 'ZL 2020 2 0000000.1' }],
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
