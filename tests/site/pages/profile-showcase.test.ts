import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineageView } from '#site/pages/lineage-view.ts';
import { profileView } from '#site/pages/profile-view.ts';
import { timelineView } from '#site/pages/timeline-view.ts';
import { widthsFor } from '#site/picture-widths.ts';
import { chineseDuration } from '#site/words/chinese-duration.ts';
import { aPerson, aPublication } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';

describe('a life in years', () => {
  it('is told by the record, the honours and the numbers of the patents', () => {
    const years = timelineView({
      timeline: [
        { year: 2016, text: '查出裂纹' },
        { year: 2005, text: '进厂' },
      ],
      honours: [{ name: '示例省技术能手', level: 'province', year: 2016 }, { name: '厂先进' }],
      patents: [
        { name: '一种夹具', number: 'ZL 2020 2 0000000.1' },
        { name: '一种刀架', number: 'CN202110000041.2' },
        // Before October 2003 a number began with two figures of the year.
        { name: '一种旧刀架', number: 'ZL 98 1 00000.X' },
        { name: '无号' },
      ],
    });
    assert.deepEqual(years, [
      { year: 2005, items: ['进厂'] },
      { year: 2016, items: ['查出裂纹', '示例省技术能手'] },
      { year: 2020, items: ['申请专利“一种夹具”'] },
      { year: 2021, items: ['申请专利“一种刀架”'] },
    ]);
  });
});

describe('a lineage', () => {
  const kin = [
    { role: 'apprentice' as const, name: '李明', person: 'p2' },
    { role: 'master' as const, name: '骆青川', consent: '本人书面同意' },
    { role: 'apprentice' as const, name: '邬晓岚', person: 'gone' },
  ];

  it('links those whose page shows them, and leaves out who is on the site no more', () => {
    const publication = aPublication(
      { rounds: [{ people: [aPerson('p1', { lineage: kin }), aPerson('p2')] }] },
      '2024-09-12T10:00:00+08:00',
    );
    assert.deepEqual(lineageView(kin, publication), [
      { label: '师父', people: [{ name: '骆青川', id: undefined }] },
      { label: '徒弟', people: [{ name: '李明', id: 'p2' }] },
    ]);
    const before = { rounds: [] };
    assert.deepEqual(lineageView(kin, before), [{ label: '师父', people: [{ name: '骆青川', id: undefined }] }]);
  });
});

describe('what a profile shows', () => {
  const given = {
    quote: { text: '手上有准头。', source: '材料' },
    film: { caption: '听音', credit: '示例台', address: 'https://www.example.org/film' },
  };

  it('goes with everything else where the name alone is left', () => {
    const publication = aPublication({ rounds: [{ people: [aPerson('p1', given)] }] }, '2024-09-12T10:00:00+08:00');
    const round = there(publication.rounds[0]);
    const visible = there(round.visible[0]);
    assert.deepEqual(profileView(visible, round).story?.quote, given.quote);
    for (const profile of ['marked', 'neutral'] as const)
      assert.equal(profileView({ ...visible, profile }, round).story, undefined);
  });
});

describe('the widths of a picture', () => {
  it('never exceed the original, and end with it where it is small', () => {
    assert.deepEqual(widthsFor('portrait', 1200), [240, 480, 720]);
    assert.deepEqual(widthsFor('portrait', 720), [240, 480, 720]);
    assert.deepEqual(widthsFor('portrait', 300), [240, 300]);
    assert.deepEqual(widthsFor('work', 100), [100]);
    assert.deepEqual(widthsFor('process', 500), [360, 500]);
  });
});

describe('a length of time', () => {
  it('is said in minutes and seconds', () => {
    assert.deepEqual([0.2, 10, 59.6, 160, 300].map(chineseDuration), ['1秒', '10秒', '1分', '2分40秒', '5分']);
  });
});
