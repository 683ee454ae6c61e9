import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import {
  addDays,
  chinaDate,
  chinaInstant,
  chinaIso,
  chinaMinutes,
  chineseFullDate,
  daysBetween,
  instantSchema,
  parseInstant,
  parsePlainDate,
  plainDate,
  plainDateSchema,
  timeOfDaySchema,
  weekday,
} from '#core/calendar/plain-date.ts';

describe('a plain date', () => {
  it('is read only as year-month-day of a day that exists', () => {
    assert.equal(parsePlainDate('2024-02-29'), '2024-02-29');
    for (const wrong of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '24-01-01',
      '2024/01/01',
      ' 2024-01-01',
      '2024-01-01 ',
      '3024-01-01',
      '',
      '2024-01-01T00:00',
    ]) {
      assert.equal(parsePlainDate(wrong), undefined, wrong);
    }
  });
  it('written wrong in the source is the programmer’s slip', () => {
    assert.throws(() => plainDate('2024-02-30'), /not a date: 2024-02-30/);
  });
  it('steps over month, year and leap day', () => {
    assert.equal(addDays(plainDate('2024-02-28'), 1), '2024-02-29');
    assert.equal(addDays(plainDate('2024-02-28'), 2), '2024-03-01');
    assert.equal(addDays(plainDate('2024-12-31'), 1), '2025-01-01');
    assert.equal(addDays(plainDate('2024-01-01'), -1), '2023-12-31');
    assert.equal(daysBetween(plainDate('2024-02-28'), plainDate('2024-03-01')), 2);
    assert.equal(daysBetween(plainDate('2024-03-01'), plainDate('2024-02-28')), -2);
  });
  it('knows its weekday: 6 September 2024 was a Friday, 8 September a Sunday, 9 September a Monday', () => {
    assert.equal(weekday(plainDate('2024-09-06')), 5);
    assert.equal(weekday(plainDate('2024-09-08')), 7);
    assert.equal(weekday(plainDate('2024-09-09')), 1);
  });
  it('is written as a notice writes it', () => {
    assert.equal(chineseFullDate(plainDate('2024-09-06')), '2024年9月6日（星期五）');
    assert.equal(chineseFullDate(plainDate('2026-11-22')), '2026年11月22日（星期日）');
  });
});

describe('an instant', () => {
  it('falls on China’s day, eight hours ahead of UTC', () => {
    assert.equal(chinaDate(Date.UTC(2024, 8, 6, 15, 59, 59)), '2024-09-06');
    assert.equal(chinaDate(Date.UTC(2024, 8, 6, 16, 0, 0)), '2024-09-07');
    assert.equal(chinaMinutes(Date.UTC(2024, 8, 6, 16, 0, 0)), 0);
    assert.equal(chinaMinutes(Date.UTC(2024, 8, 6, 1, 30, 0)), 570);
  });
  it('of 24:00 is the end of the day, not its beginning', () => {
    assert.equal(chinaInstant(plainDate('2024-09-06'), '24:00'), Date.UTC(2024, 8, 6, 16));
    assert.equal(chinaInstant(plainDate('2024-09-06'), '08:30'), Date.UTC(2024, 8, 6, 0, 30));
    assert.equal(Date.parse(chinaIso(plainDate('2024-09-06'), '24:00')), Date.UTC(2024, 8, 6, 16));
  });
  it('is read only with its offset', () => {
    assert.equal(parseInstant('2026-11-25T10:00:00+08:00'), Date.UTC(2026, 10, 25, 2));
    assert.equal(parseInstant('2026-11-25T10:00+08:00'), Date.UTC(2026, 10, 25, 2));
    assert.equal(parseInstant('2026-11-25T02:00:00.5Z'), Date.UTC(2026, 10, 25, 2) + 500);
    for (const wrong of [
      '2026-11-25T10:00:00',
      '2026-11-25',
      '2026-02-30T10:00:00Z',
      '2026-11-25T25:00:00Z',
      'x2026-11-25T10:00:00Z',
      '2026-11-25T10:00:00Zx',
      '',
    ]) {
      assert.equal(parseInstant(wrong), undefined, wrong);
    }
  });
});

describe('the schemas of dates and times', () => {
  it('refuse with a code of their own', () => {
    const codeOf = (schema: z.ZodType, value: string): unknown => {
      const { error } = schema.safeParse(value);
      const issue = error?.issues[0];
      return issue?.code === 'custom' ? issue.params?.['code'] : undefined;
    };
    assert.equal(codeOf(plainDateSchema, '2024-02-30'), 'not-a-date');
    assert.equal(codeOf(plainDateSchema, '2024-02-29'), undefined);
    assert.equal(codeOf(instantSchema, '2024-02-29'), 'not-an-instant');
    assert.equal(codeOf(instantSchema, '2024-02-29T00:00:00Z'), undefined);
    for (const wrong of ['24:01', '9:00', '17:60', '1700', '017:00', '24:000'])
      assert.equal(codeOf(timeOfDaySchema, wrong), 'not-a-time', wrong);
    for (const right of ['00:00', '09:30', '19:59', '23:59', '24:00'])
      assert.equal(codeOf(timeOfDaySchema, right), undefined, right);
  });
});
