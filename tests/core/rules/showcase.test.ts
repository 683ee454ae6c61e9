import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figures } from '#core/rules/figures.ts';
import { lineage } from '#core/rules/lineage.ts';
import { pictureWords, saysNothing } from '#core/rules/picture-words.ts';
import { quote } from '#core/rules/quote.ts';
import { timeline } from '#core/rules/timeline.ts';
import { aCandidate, aDossier, aTakenDown, said } from '#tests/builders.ts';
import { aContent } from '#tests/site/a-site.ts';

type Given = NonNullable<Parameters<typeof aCandidate>[0]>;
const TEXT =
  '2016年，加氢反应器复查会上，他说：“刨开，\n如果没有，责任我来担。”二十一年检测焊缝180公里，自制缺陷试块９６块，带徒12人，培训1200人次，合格率99.7%。近38艘船、第3届、不足5吨、31人以上。';

function checked(rule: typeof quote, given: Given): string[] {
  return said(rule.check(aDossier({ people: [aCandidate({ ...given, texts: { 事迹: TEXT } })] })));
}

describe('a quote', () => {
  it('stands in the texts word for word, wherever a line breaks', () => {
    const source = '事迹材料';
    assert.deepEqual(checked(quote, { quote: { text: '刨开，如果没有，责任我来担。', source } }), []);
    assert.deepEqual(checked(quote, { quote: { text: '刨开，如果没有，我来负责。', source } }), [
      '✗ candidates/p3wd9hz.md「quote.text」（骆青川）：这句引语“刨开，如果没有，我来负责。”在简介和材料全文里都找不到。引语、数字只能出自本人的材料，一字不差。请照材料里的原话改正，或删去 quote 一项。 [quote-not-in-texts]',
    ]);
  });
});

describe('a figure', () => {
  const say = (value: string): string[] => checked(figures, { figures: [{ value, label: '焊缝' }] });

  it('stands in the texts with its unit', () => {
    for (const value of ['180公里', '96块', '12人', '1200人次', '99.7%', '二十一年', '2016年'])
      assert.deepEqual(say(value), []);
  });

  it('counts the years of the trade as well', () => {
    assert.deepEqual(checked(figures, { yearsInTrade: 24, figures: [{ value: '24年', label: '从业' }] }), []);
  });

  it('is no piece of another number', () => {
    for (const value of ['80公里', '9.7%', '7%', '0人次', '一年']) {
      assert.match(say(value).join(), /\[figure-not-in-texts\]$/u, value);
    }
    assert.deepEqual(say('181公里'), [
      '✗ candidates/p3wd9hz.md「figures.0.value」（骆青川）：“181公里”（焊缝）在简介和材料全文里都找不到。引语、数字只能出自本人的材料，数和单位一字不差（全角、半角不论）。请照材料改正，或删去这一项。 [figure-not-in-texts]',
    ]);
  });

  it('keeps the words that make it another', () => {
    for (const value of ['38艘', '3届', '5吨', '31人', '1200人'])
      assert.match(say(value).join(), /\[figure-qualified\]$/u, value);
    assert.deepEqual(say('近38艘'), []);
    assert.deepEqual(say('5吨'), [
      '✗ candidates/p3wd9hz.md「figures.0.value」（骆青川）：材料里写的是“不足5吨”，这里（焊缝）写成“5吨”，意思变了。请照材料连同前后的字一起写，或删去这一项。 [figure-qualified]',
    ]);
  });

  it('is a number', () => {
    assert.deepEqual(say('焊缝'), [
      '✗ candidates/p3wd9hz.md「figures.0.value」（骆青川）：“焊缝”里没有数。数字一项先写数，再写单位，例如 "180公里"。请改正，或删去这一项。 [figure-numberless]',
    ]);
  });
});

describe('a timeline', () => {
  it('ends with the publicity, tells no birth and repeats no honour', () => {
    assert.deepEqual(
      checked(timeline, {
        honours: [{ name: '示例省技术能手', year: 2021 }],
        timeline: [
          { year: 2005, text: '进厂' },
          { year: 1985, text: '出生于示例市' },
          { year: 2021, text: '获示例省技术能手' },
          { year: 2031, text: '退休' },
          { year: 2010, text: '第一件产品出生产线' },
        ],
      }),
      [
        '✗ candidates/p3wd9hz.md「timeline.1.text」（骆青川）：经历里写了出生。出生年月不公开，请删去这一项。 [timeline-birth]',
        '✗ candidates/p3wd9hz.md「timeline.2.text」（骆青川）：示例省技术能手已由荣誉一项的年份列入经历。请删去这一项，免得重复。 [timeline-twice]',
        '✗ candidates/p3wd9hz.md「timeline.3.year」（骆青川）：经历里的 2031 年在公示的 2024 年以后。请核对年份。 [timeline-ahead]',
      ],
    );
  });
});

describe('the words of a picture', () => {
  const picture = (alt: string): Given => ({
    works: [{ file: 'work-1.jpg', caption: '试块', alt, credit: '骆青川', consent: '本人书面同意' }],
  });

  it('say what is to be seen', () => {
    assert.deepEqual(checked(pictureWords, picture('灰色钢块上有一道细裂纹')), []);
    assert.deepEqual(checked(pictureWords, picture('图片')), [
      '✗ candidates/p3wd9hz.md「works.0.alt」（骆青川）：作品第1张的文字说明（alt）只写了“图片”，看不见图的人听了等于没有。请写图里看得见的东西，例如“焊工俯身查看焊缝”。 [alt-says-nothing]',
    ]);
  });

  it('are no word for a picture, no number and no name of a file', () => {
    for (const alt of [
      '照片',
      '图 3',
      '图片（一）',
      'work-1',
      'work-1.jpg',
      'IMG_20240101.JPG',
      'DSC_0012',
      '骆青川的照片',
      '工序图二',
      '微信图片_20240101',
      '—',
      '现场照片',
      'Photo 1',
      '作品1',
      '无',
    ])
      assert.equal(saysNothing(alt, ['骆青川', 'work-1'], false), true, alt);
    for (const alt of ['双手托着一只陶罐', '焊枪', '图书馆穹顶的木模型', '三名学徒围着车床', 'CRH380 转向架'])
      assert.equal(saysNothing(alt, ['骆青川', 'work-1'], false), false, alt);
  });

  it('of a portrait may say whose it is', () => {
    assert.equal(saysNothing('骆青川的照片', ['骆青川', ''], true), false);
    assert.equal(saysNothing('照片', ['骆青川', ''], true), true);
  });
});

describe('a lineage', () => {
  it('names those of the site by their number and their name', () => {
    const kin = (person: string, name: string) => ({ role: 'apprentice' as const, name, person });
    const own = [
      kin('k7m2xq4', '邬晓岚'),
      kin('k7m2xq4', '邬晓岗'),
      kin('2gr89qh', '某某'),
      kin('p3wd9hz', '骆青川'),
      kin('t5vb8nc', '庾岚'),
    ];
    const { folder, programme } = aDossier({
      people: [aCandidate({ lineage: own }), aCandidate({ id: 'k7m2xq4', name: '邬晓岚' })],
      takenDown: [aTakenDown('t5vb8nc', 3)],
    });
    const content = { ...aContent(), programmes: [{ id: 'chenghu-craftsman', programme, rounds: [folder] }] };
    assert.deepEqual(
      said(lineage.check(content)).map((line) => line.replace(/^.*?「/u, '「')),
      [
        '「lineage.1.person」（骆青川）：编号 k7m2xq4 的人是邬晓岚，这里写的姓名是邬晓岗。请核对编号和姓名。 [lineage-name-differs]',
        '「lineage.2.person」（骆青川）：内容目录里没有编号 2gr89qh 的人。请核对编号；不在本网站的，请改写同意方式（consent）。 [lineage-person-unknown]',
        '「lineage.3.person」（骆青川）：师承里写的编号是本人自己的。请核对编号。 [lineage-person-self]',
      ],
    );
  });
});
