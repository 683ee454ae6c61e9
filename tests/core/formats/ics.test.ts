import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chinaInstant, plainDate } from '#core/calendar/plain-date.ts';
import { icsCalendar, type IcsEvent } from '#core/formats/ics.ts';

const day = (text: string) => plainDate(text);
const closing: IcsEvent = {
  uid: 'close-1.weihai-2024@example.org',
  stamp: chinaInstant(day('2024-09-10'), '08:00'),
  sequence: 1,
  when: { at: chinaInstant(day('2024-09-18'), '24:00') },
  summary: '公示期满；名单, 范围\\说明',
  description: '第一行\n第二行',
  address: 'https://example.org/a/',
};

/** RFC 5545 3.1, the other way round. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('an .ics file', () => {
  it('is written as RFC 5545 has it', () => {
    assert.deepEqual(unfolded(icsCalendar('提醒', [closing])), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//jiangbang//zh-CN//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'X-WR-CALNAME:提醒',
      'BEGIN:VEVENT',
      'UID:close-1.weihai-2024@example.org',
      'DTSTAMP:20240910T000000Z',
      'SEQUENCE:1',
      'DTSTART:20240918T160000Z',
      'DTEND:20240918T161500Z',
      'SUMMARY:公示期满；名单\\, 范围\\\\说明',
      'DESCRIPTION:第一行\\n第二行',
      'URL:https://example.org/a/',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('ends whole days with the day after the last', () => {
    const when = { from: day('2024-09-11'), to: day('2024-09-30') };
    const lines = unfolded(icsCalendar('窗口', [{ ...closing, when }]));
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20240911'));
    assert.ok(lines.includes('DTEND;VALUE=DATE:20241001'));
  });

  it('says that what was announced does not take place', () => {
    const lines = unfolded(icsCalendar('窗口', [{ ...closing, status: 'cancelled' }]));
    assert.ok(lines.includes('STATUS:CANCELLED'));
    assert.ok(!unfolded(icsCalendar('窗口', [closing])).some((line) => line.startsWith('STATUS')));
  });

  it('folds at 75 octets without cutting a character, however long the title', () => {
    for (let length = 1; length <= 120; length += 1) {
      for (const character of ['字', 'é', '𠮷', 'a']) {
        const summary = character.repeat(length);
        const text = icsCalendar('长', [{ ...closing, summary }]);
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${length}: ${line}`);
        assert.ok(unfolded(text).includes(`SUMMARY:${summary}`));
        assert.doesNotMatch(text, /[^\r]\n|\uFFFD/);
      }
    }
  });
});
