import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Figure } from '#site/figures/figure.ts';
import { NARROW, WIDE } from '#site/figures/figure.ts';
import { figuresOf } from '#site/figures/index.ts';
import { median } from '#site/figures/years.ts';
import { aPerson, aProgramme, aPublication } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

const PEOPLE = [
  aPerson('p1', {
    yearsInTrade: 12,
    skillLevel: 'technician',
    district: '东区',
    honours: [{ name: '能手', level: 'city', year: 2019 }],
  }),
  aPerson('p2', { yearsInTrade: 12, skillLevel: 'senior-technician', district: '达尔罕茂明安联合旗' }),
  aPerson('p3', { yearsInTrade: 31, honours: [{ name: '先进' }, { name: '标兵', year: 2021 }] }),
  aPerson('p4'),
];
const site = (now?: string) =>
  aPublication({ programme: aProgramme({ districts: ['西区'] }), rounds: [{ people: PEOPLE, result: {} }] }, now);
const figure = (name: string, now?: string): Figure => there(figuresOf(site(now)).find((one) => one.name === name));

describe('the figures', () => {
  it('have the numbers they are drawn from', () => {
    assert.deepEqual(figure('years').table.rows, [
      ['2024年度示例工匠', '12年', '2人'],
      ['2024年度示例工匠', '31年', '1人'],
    ]);
    assert.deepEqual(figure('years').remarks, ['另有1人的资料没有写从业年限。']);
    assert.deepEqual(figure('levels').table, {
      head: ['届次', '技师', '高级技师', '未列等级'],
      rows: [['2024年度示例工匠', '1人', '1人', '2人']],
    });
    assert.deepEqual(figure('districts').table.rows, [
      ['示例市', '西区', '0人'],
      ['示例市', '东区', '1人'],
      ['示例市', '达尔罕茂明安联合旗', '1人'],
    ]);
    assert.deepEqual(figure('honours').table.rows, [
      ['市级', '2019年', '1项'],
      ['未写级别', '2021年', '1项'],
    ]);
    assert.deepEqual(figure('honours').remarks, ['另有1项没有写年份。']);
    assert.deepEqual(figure('windows').table.rows, [['2024年度示例工匠', '2024-09-11', '2024-09-18', '5个工作日']]);
  });

  it('draw what is not decided hollow, and say so', () => {
    const open = figure('years', '2024-09-12T09:00:00+08:00');
    assert.deepEqual(open.remarks, ['空心的一届尚未公布结果。', '另有1人的资料没有写从业年限。']);
    assert.match(open.draw(WIDE).body, /class="open"/);
    assert.doesNotMatch(open.draw(WIDE).body, /class="dots"/);
    assert.match(figure('years').draw(WIDE).body, /class="dots"/);
  });

  it('are not there before anything is public, and never claim a number that is not', () => {
    assert.deepEqual(figuresOf(site('2024-09-01T00:00:00+08:00')), []);
    const bare = aPublication({ rounds: [{ people: [aPerson('p1')] }] });
    assert.deepEqual(
      figuresOf(bare).map(({ name }) => name),
      ['windows'],
    );
  });

  it('keep every text inside the drawing, on a phone and on a desk', () => {
    for (const one of figuresOf(site())) {
      for (const width of [NARROW, WIDE]) {
        const { body, height } = one.draw(width);
        for (const [, x = '', y = '', size = '', rest = '', text = ''] of body.matchAll(
          /<text x="([\d.-]+)" y="([\d.-]+)" font-size="(\d+)"([^>]*)>([^<]*)</g,
        )) {
          const long =
            [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0 > 0x2e80) ? 1 : 0.6), 0) * Number(size);
          const anchor = /text-anchor="(\w+)"/.exec(rest)?.[1] ?? 'start';
          const left = Number(x) - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0);
          assert.ok(left >= -8 && left + long <= width + 8, `${one.name} ${width}: ${text} ${left}…${left + long}`);
          assert.ok(Number(y) > 0 && Number(y) <= height, `${one.name} ${width}: ${text} ${y}`);
        }
      }
    }
  });

  it('take the middle of an even number between the two', () => {
    assert.equal(median([7, 12, 31]), 12);
    assert.equal(median([7, 12, 13, 31]), 12.5);
  });
});
