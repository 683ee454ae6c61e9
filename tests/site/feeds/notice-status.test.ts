import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { type NoticeStatus, noticeStatus } from '#site/feeds/notice-status.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

const extension = anAct('extension', '2024-09-12 10:00', {
  oldClosesOn: '2024-09-18',
  newClosesOn: '2024-09-20',
  reasonCode: 'outage',
});
const suspension = anAct('suspension', '2024-09-13 09:00', { oldClosesOn: '2024-09-20' });

function status(acts: Parameters<typeof aPublicationWith>[0], now: string): NoticeStatus {
  const publication = aPublicationWith(acts, now);
  return noticeStatus(there(publication.rounds[0]), publication);
}

describe('the status file of a notice', () => {
  it('gives the state of the build and the instants for any other clock', () => {
    const { state, asOf, printed, window } = status([extension], '2024-09-12 12:00');
    assert.deepEqual([state, asOf], ['open', '2024-09-12T12:00:00+08:00']);
    assert.deepEqual(printed, { opensOn: '2024-09-11', closesOn: '2024-09-18' });
    assert.equal(window?.opensAt, '2024-09-11T00:00:00+08:00');
    assert.equal(window?.closesAt, '2024-09-21T00:00:00+08:00');
    // 11, 12, 13, 14 (make-up), 18, 19, 20 September.
    assert.deepEqual(
      window?.days.flatMap(({ date, ordinal }) => (ordinal === null ? [] : [`${ordinal} ${date.slice(8)}`])),
      ['1 11', '2 12', '3 13', '4 14', '5 18', '6 19', '7 20'],
    );
  });

  it('lists every act with the days it moved', () => {
    assert.deepEqual(status([extension], '2024-09-12 12:00').acts, [
      {
        id: '2024-09-12-extension',
        kind: 'extension',
        reasonCode: 'outage',
        published: '2024-09-12T10:00:00+08:00',
        oldClosesOn: '2024-09-18',
        newClosesOn: '2024-09-20',
      },
    ]);
  });

  it('promises no close while suspended', () => {
    const { state, window, suspendedSince } = status([extension, suspension], '2024-09-13 10:00');
    assert.deepEqual([state, window, suspendedSince], ['suspended', null, '2024-09-13T09:00:00+08:00']);
  });

  it('names nobody', () => {
    assert.doesNotMatch(JSON.stringify(status([extension], '2024-12-01')), /李明|欧阳静|"p1"/);
  });

  it('has every field in its description', async () => {
    const described = await readFile(new URL('../../../docs/status.md', import.meta.url), 'utf8');
    const fields = Object.keys(status([], '2024-09-12 12:00'));
    assert.ok(fields.length > 8);
    for (const field of fields) assert.match(described, new RegExp(`\`${field}[\`.]`), field);
  });
});
