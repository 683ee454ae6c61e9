import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainDate } from '#core/calendar/plain-date.ts';
import { programmeRules } from '#site/pages/programme-rules.ts';
import { dateRange } from '#site/words/chinese-dates.ts';
import { limitText, publicityText } from '#site/words/programme-words.ts';
import { aProgramme } from '#tests/site/a-site.ts';

describe('the rules of a programme', () => {
  it('each name their clause', () => {
    for (const { name, clause } of programmeRules(aProgramme())) assert.notEqual(clause, '', name);
  });

  it('say how long the publicity runs, or who says it', () => {
    const rule = (publicity: object): string => publicityText(aProgramme({}, { publicity }));
    assert.equal(rule({ stated: true, length: 5, unit: 'working', clause: '二' }), '公示5个工作日');
    assert.equal(rule({ stated: true, length: 5, unit: 'calendar', clause: '二' }), '公示5天（自然日）');
    assert.equal(rule({ stated: false, clause: '四' }), '公示天数以当届公示为准');
  });

  it('keep 一般 apart from what must be', () => {
    const age = (strength: string): string | undefined =>
      programmeRules(aProgramme({}, { age: { atMost: 55, preferredAtMost: 45, strength, clause: '一' } })).find(
        ({ name }) => name === '年龄',
      )?.lines[0];
    assert.equal(age('general'), '一般不超过55周岁，同等条件下优先45周岁以下');
    assert.equal(age('must'), '不超过55周岁，同等条件下优先45周岁以下');
  });

  it('show the document’s own words below what is said in ours, each once', () => {
    const quote = '年龄一般不超过55周岁';
    const texts = ['主要事迹', '个人自述'].map((heading) => ({ heading, clause: '附件1', quote: '材料两份' }));
    const rows = programmeRules(
      aProgramme({}, { age: { atMost: 55, strength: 'general', clause: '二（一）', quote }, texts }),
    );
    const named = (wanted: string): unknown => rows.find(({ name }) => name === wanted);
    assert.deepEqual(named('年龄'), { name: '年龄', lines: ['一般不超过55周岁'], clause: '二（一）', quotes: [quote] });
    assert.deepEqual(named('申报文字'), {
      name: '申报文字',
      lines: ['主要事迹', '个人自述'],
      clause: '附件1',
      quotes: ['材料两份'],
    });
    assert.ok(!('quotes' in (named('名额') as object)));
  });

  it('gather the texts asked for under their clause', () => {
    const texts = [
      { heading: '主要事迹', atMost: 800, clause: '附件1' },
      { heading: 'summary', about: 100, clause: '附件2' },
      { heading: '个人自述', clause: '附件1' },
    ];
    assert.deepEqual(
      programmeRules(aProgramme({}, { texts })).filter(({ name }) => name === '申报文字'),
      [
        { name: '申报文字', lines: ['主要事迹（800字以内）', '个人自述'], clause: '附件1' },
        { name: '申报文字', lines: ['一句话简介（100字左右）'], clause: '附件2' },
      ],
    );
  });
});

describe('a quota', () => {
  it('is written as its document writes it', () => {
    assert.equal(limitText({ count: 20, kind: 'exactly' }), '20名');
    assert.equal(limitText({ count: 20, kind: 'at-most' }), '不超过20名');
    assert.equal(limitText({ count: 20, kind: 'about' }), '20名左右');
  });
});

describe('the dates of a stage', () => {
  it('repeat the year only when it changes', () => {
    assert.equal(dateRange(plainDate('2024-09-11'), plainDate('2024-09-18')), '2024年9月11日至9月18日');
    assert.equal(dateRange(plainDate('2024-12-30'), plainDate('2025-01-03')), '2024年12月30日至2025年1月3日');
    assert.equal(dateRange(plainDate('2024-09-11'), undefined), '2024年9月11日');
  });
});
