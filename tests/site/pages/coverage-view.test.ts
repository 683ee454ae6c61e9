import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageView } from '#site/pages/coverage-view.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

const report = (title: string, date: string, person?: string) => ({
  title,
  outlet: '示例日报',
  date,
  address: `https://daily.example.org/${date}`,
  ...(person !== undefined && { person }),
});
const coverage = [
  report('示例工匠候选人公示', '2024-09-11'),
  report('车间里的李明', '2024-09-12', 'p1'),
  report('欧阳静：听音辨缸', '2024-09-13'),
  report('巾帼匠心', '2024-09-14', 'p2'),
];
const titles = (acts: Parameters<typeof aPublicationWith>[0], person?: string): string[] =>
  coverageView(there(aPublicationWith(acts, '2024-09-16 10:00', { round: { coverage } }).rounds[0]), person).map(
    ({ title, outlet, date }) => `${title}/${outlet}/${date}`,
  );

describe('what newspapers wrote', () => {
  it('stands at the notice, the latest first, and at the person it is about', () => {
    assert.deepEqual(titles([]), [
      '巾帼匠心/示例日报/2024年9月14日',
      '欧阳静：听音辨缸/示例日报/2024年9月13日',
      '车间里的李明/示例日报/2024年9月12日',
      '示例工匠候选人公示/示例日报/2024年9月11日',
    ]);
    assert.deepEqual(titles([], 'p1'), ['车间里的李明/示例日报/2024年9月12日']);
  });

  it('is not pointed at any more once the person is not shown, by id or by name', () => {
    const withdrawn = anAct('withdraw-candidate', '2024-09-15 09:00', { person: 'p2', reasonCode: 'own-wish' });
    assert.deepEqual(titles([withdrawn]), [
      '车间里的李明/示例日报/2024年9月12日',
      '示例工匠候选人公示/示例日报/2024年9月11日',
    ]);
    assert.deepEqual(titles([withdrawn], 'p2'), []);
  });
});
