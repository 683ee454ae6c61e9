import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CopiedTree, copiedTree } from './copied-tree.ts';

/** A kind of act that there is not: the close moves as an extension moves it, but nobody repeats the old one. */
const KIND = `import { chineseFullDate, plainDateSchema } from '#core/calendar/plain-date.ts';
import { extend } from '#core/window/course.ts';
import { actKind, wanted } from '../act-kind.ts';

export const prolongation = actKind({
  kind: 'prolongation',
  words: '顺延公示',
  reasons: ['outage'],
  shape: { newClosesOn: plainDateSchema },
  turns: ['open'],
  instead: {},
  take: (standing, { newClosesOn }, _entry, { calendar }) => ({
    next: standing.course ? { ...standing, course: extend(standing.course, newClosesOn, calendar) } : standing,
    remarks: [],
  }),
  questions: { until: { type: 'string', value: '日期', help: '顺延到哪一天' } },
  read: (answers) => ({ until: answers.date('until') }),
  make: ({ until }) => ({ newClosesOn: wanted(until, 'until', '顺延到哪一天') }),
  whom: () => [],
  changes: ({ newClosesOn }) => [{ label: '截止', before: undefined, after: chineseFullDate(newClosesOn) }],
  feed: ({ newClosesOn }, reason) => \`公示顺延到\${chineseFullDate(newClosesOn)}。原因：\${reason}。\`,
  closes: ({ newClosesOn }) => ({ old: null, new: newClosesOn }),
});
`;
const INDEX = 'src/core/acts/kinds/index.ts';

describe('a kind of act', () => {
  let tree: CopiedTree;
  before(async () => {
    tree = await copiedTree();
  });
  after(() => tree.remove());

  it('is one file and its line in the table, and stands everywhere', async () => {
    await tree.write('src/core/acts/kinds/prolongation.ts', KIND);
    await tree.edit(INDEX, 'import { revoke }', "import { prolongation } from './prolongation.ts';\nimport { revoke }");
    await tree.edit(INDEX, '  revoke,\n', '  revoke,\n  prolongation,\n');
    // 19 September 2024 is a Thursday, the working day after the printed close.
    assert.deepEqual(await tree.run('tests/pipeline/one-entry/act-probe.ts'), {
      page: {
        what: '顺延公示',
        changes: [{ label: '截止', after: '2024年9月19日（星期四）' }],
        reason: '公示媒体或网站中断：网站中断一天。',
      },
      feed: '公示顺延到2024年9月19日（星期四）。原因：公示媒体或网站中断。',
      // The day behind the last one, and one move.
      calendar: ['SEQUENCE:1', 'DTSTART;VALUE=DATE:20240911', 'DTEND;VALUE=DATE:20240920'],
      status: {
        state: 'open',
        closesOn: '2024-09-19',
        act: {
          id: '2024-09-12-prolongation',
          kind: 'prolongation',
          reasonCode: 'outage',
          published: '2024-09-12T10:00:00+08:00',
          oldClosesOn: null,
          newClosesOn: '2024-09-19',
        },
      },
      help: [true, true],
      option: { type: 'string', value: '日期', help: '顺延到哪一天' },
    });
  });
});
