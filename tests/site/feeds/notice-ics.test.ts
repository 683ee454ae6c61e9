import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import type { Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import { noticeCalendar, siteCalendar } from '#site/feeds/notice-ics.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { there } from '#tests/there.ts';

const extension = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });
const suspension = anAct('suspension', '2024-09-13 09:00', { oldClosesOn: '2024-09-18' });
const withdrawal = anAct('withdraw-notice', '2024-09-13 09:00');
const again = anAct('re-publicity', '2024-09-14 09:00', {
  title: '重新公示',
  opensOn: '2024-09-18',
  closesOn: '2024-09-24',
});

interface Read {
  uid: string;
  sequence: number;
  first: string;
  /** As the calendar shows it: the end of an all-day entry is the day after. */
  last: string;
  status: string | null;
  stamp: string;
}

function read(acts: readonly Entry<Act>[], now: string): Read[] {
  const publication = aPublicationWith(acts, now);
  const text = noticeCalendar(there(publication.rounds[0]), publication);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const last = event.endDate.clone();
    last.adjust(-1, 0, 0, 0);
    assert.ok(event.startDate.isDate && event.endDate.isDate);
    return {
      uid: event.uid,
      sequence: event.sequence,
      first: event.startDate.toString(),
      last: last.toString(),
      status: component.getFirstPropertyValue('status') as string | null,
      stamp: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toString(),
    };
  });
}

const UID = 'window-1.example-2024.example.org';

describe('the calendar file of a notice, read by an independent parser', () => {
  it('runs whole days from the first to the last of the window', () => {
    assert.deepEqual(read([], '2024-09-10 08:00'), [
      { uid: UID, sequence: 0, first: '2024-09-11', last: '2024-09-18', status: null, stamp: '2024-09-09T16:00:00Z' },
    ]);
  });

  it('is moved, not doubled, by an extension', () => {
    assert.deepEqual(read([extension], '2024-09-12 09:59'), read([], '2024-09-12 09:59'));
    assert.deepEqual(read([extension], '2024-09-12 10:00'), [
      { uid: UID, sequence: 1, first: '2024-09-11', last: '2024-09-20', status: null, stamp: '2024-09-12T02:00:00Z' },
    ]);
  });

  it('is tentative while suspended, cancelled when withdrawn', () => {
    const [suspended] = read([suspension], '2024-09-13 10:00');
    assert.deepEqual([suspended?.status, suspended?.sequence], ['TENTATIVE', 1]);
    const [withdrawn] = read([withdrawal], '2024-09-13 10:00');
    assert.deepEqual([withdrawn?.status, withdrawn?.sequence, withdrawn?.uid], ['CANCELLED', 1, UID]);
  });

  it('gives 重新公示 an entry of its own and cancels the one before', () => {
    assert.deepEqual(
      read([again], '2024-09-14 09:00').map(({ uid, first, last, status }) => [uid, first, last, status]),
      [
        [UID, '2024-09-11', '2024-09-18', 'CANCELLED'],
        ['window-2.example-2024.example.org', '2024-09-18', '2024-09-24', null],
      ],
    );
  });

  it('keeps the uids of window and vote when the site moves to another domain', () => {
    const round = { round: { vote: { text: '投票。', opensOn: '2024-09-11', closesOn: '2024-09-13' } } };
    const publication = aPublicationWith([again], '2024-09-14 09:00', round);
    const site = { ...publication.site, address: 'https://www.example.net/' };
    const uids = (text: string): string[] => text.match(/^UID:.*$/gm) ?? [];
    const [before, after] = [siteCalendar(publication), siteCalendar({ ...publication, site })];
    assert.deepEqual(
      uids(after).map((line) => line.trim()),
      [
        'UID:window-1.example-2024.example.org',
        'UID:window-2.example-2024.example.org',
        'UID:vote.example-2024.example.org',
      ],
    );
    assert.deepEqual(uids(after), uids(before));
    assert.match(after, /URL:https:\/\/www\.example\.net\//);
  });

  it('holds the day of the result where the round states one: uncertain, then as announced', () => {
    const round = { stages: [{ kind: 'conferral', opensOn: '2024-10-15', closesOn: '2024-10-18' }] };
    const events = (now: string, acts: Entry<Act>[] = []): unknown[] => {
      const result = { published: '2024-10-16' };
      const publication = aPublicationWith(acts, now, { round, ...(acts.length === 0 && { result }) });
      const text = noticeCalendar(there(publication.rounds[0]), publication);
      return new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents('vevent')
        .slice(1)
        .map((one) => {
          const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(one);
          return [
            uid,
            summary,
            startDate.toString(),
            endDate.toString(),
            sequence,
            one.getFirstPropertyValue('status'),
          ];
        });
    };
    const uid = 'result.example-2024.example.org';
    const [expected, announced] = ['预计公布结果：2024年度示例工匠', '公布结果：2024年度示例工匠'];
    assert.deepEqual(events('2024-09-20'), [[uid, expected, '2024-10-15', '2024-10-19', 0, 'TENTATIVE']]);
    assert.deepEqual(events('2024-10-16'), [[uid, announced, '2024-10-16', '2024-10-17', 1, null]]);
    assert.deepEqual(events('2024-09-20', [withdrawal]), [[uid, expected, '2024-10-15', '2024-10-19', 1, 'CANCELLED']]);
  });

  it('of the site holds the windows of all notices', () => {
    const text = siteCalendar(aPublicationWith([], '2024-12-01'));
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), '示例榜：公示日历');
    assert.equal(calendar.getAllSubcomponents('vevent').length, 1);
  });
});
