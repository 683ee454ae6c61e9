import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowPhaseAt } from '#core/window/publicity-window.ts';
import { chinaDay, liveState, type LiveWindow, nextChange } from '#site/live/live-state.ts';
import { daysLeft, liveWords } from '#site/live/live-words.ts';
import { aPublicRound, instant } from '#tests/site/a-site.ts';

/** 11, 12, 13, 14 (make-up Saturday) and 18 September 2024; 15 to 17 are 中秋节. */
const AUTUMN: LiveWindow = {
  opens: instant('2024-09-11T00:00:00+08:00'),
  closes: instant('2024-09-19T00:00:00+08:00'),
  days: ['11', '12', '13', '14', '18'].map((day) => instant(`2024-09-${day}T00:00:00+08:00`)),
};
const says = (now: string, window = AUTUMN): string =>
  liveWords(liveState(window, instant(now)), window.days.length, true).join('');

describe('the state line of a window over 中秋节 2024', () => {
  const cases: [now: string, words: string][] = [
    ['2024-09-10T23:59:59+08:00', '公示尚未开始 ·共5个工作日'],
    ['2024-09-11T00:00:00+08:00', '公示中 ·第1个工作日，共5个'],
    ['2024-09-11T00:00:01+08:00', '公示中 ·第1个工作日，共5个'],
    ['2024-09-13T23:59:59+08:00', '公示中 ·第3个工作日，共5个'],
    ['2024-09-14T09:00:00+08:00', '公示中 ·第4个工作日，共5个'],
    ['2024-09-15T00:00:00+08:00', '公示中 ·今天休息不计，已过4个工作日，共5个'],
    ['2024-09-17T23:59:59+08:00', '公示中 ·今天休息不计，已过4个工作日，共5个'],
    ['2024-09-18T00:00:00+08:00', '公示中 ·第5个工作日，共5个，今天截止'],
    ['2024-09-18T23:59:59+08:00', '公示中 ·第5个工作日，共5个，今天截止'],
    ['2024-09-19T00:00:00+08:00', '公示已结束，等待结果'],
    // The same instants on a telephone in New York and in London.
    ['2024-09-18T11:59:59-04:00', '公示中 ·第5个工作日，共5个，今天截止'],
    ['2024-09-18T12:00:00-04:00', '公示已结束，等待结果'],
    ['2024-09-10T16:00:00Z', '公示中 ·第1个工作日，共5个'],
  ];
  for (const [now, words] of cases) it(`at ${now} reads ${words}`, () => assert.equal(says(now), words));
});

describe('how many days are left of a window over 中秋节 2024', () => {
  // Counted on a printed calendar: the days of the window that come after the day of reading.
  const cases: [now: string, words: string][] = [
    ['2024-09-10T23:59:59+08:00', ''],
    ['2024-09-11T08:00:00+08:00', '还剩4个工作日'],
    ['2024-09-13T23:59:59+08:00', '还剩2个工作日'],
    ['2024-09-14T09:00:00+08:00', '还剩1个工作日'],
    ['2024-09-16T09:00:00+08:00', '还剩1个工作日'],
    ['2024-09-18T09:00:00+08:00', ''],
    ['2024-09-19T00:00:00+08:00', ''],
  ];
  for (const [now, words] of cases) {
    it(`at ${now} reads “${words}”`, () => {
      assert.equal(daysLeft(liveState(AUTUMN, instant(now)), AUTUMN.days.length, true), words);
    });
  }

  it('counts them in 天 where every day counts, and says nothing while the window is suspended', () => {
    assert.equal(daysLeft({ phase: 'open', ordinal: 2, today: true, last: false }, 5, false), '还剩3天');
    assert.equal(daysLeft({ phase: 'suspended', ordinal: 2 }, 5, true), '');
  });
});

describe('a window that closes at 17:00', () => {
  const window = { ...AUTUMN, closes: instant('2024-09-18T17:00:00+08:00') };
  it('is open at 16:59:59 and over at 17:00', () => {
    assert.equal(says('2024-09-18T16:59:59+08:00', window), '公示中 ·第5个工作日，共5个，今天截止');
    assert.equal(says('2024-09-18T17:00:00+08:00', window), '公示已结束，等待结果');
  });
});

describe('a window whose opening day does not count', () => {
  const window = { ...AUTUMN, days: AUTUMN.days.slice(1) };
  it('says so on that day', () => {
    assert.equal(says('2024-09-11T10:00:00+08:00', window), '公示中 ·今天不计入，共4个工作日');
  });
});

describe('a window in calendar days', () => {
  it('counts 天', () => {
    assert.equal(
      liveWords({ phase: 'open', ordinal: 2, today: true, last: false }, 5, false).join(''),
      '公示中 ·第2天，共5天',
    );
  });
});

describe('the clock of an open page', () => {
  it('is set for the opening, then for each midnight in China, then for the close', () => {
    const next = (now: string): number | undefined => nextChange(AUTUMN, instant(now));
    assert.equal(next('2024-09-10T12:00:00+08:00'), AUTUMN.opens);
    assert.equal(next('2024-09-11T00:00:00+08:00'), instant('2024-09-12T00:00:00+08:00'));
    assert.equal(next('2024-09-18T20:00:00+08:00'), AUTUMN.closes);
    assert.equal(next('2024-09-19T00:00:00+08:00'), undefined);
  });

  it('knows the day in China', () => {
    assert.equal(chinaDay(instant('2024-09-10T15:59:59Z')), '2024-09-10');
    assert.equal(chinaDay(instant('2024-09-10T16:00:00Z')), '2024-09-11');
  });
});

describe('the browser and the core', () => {
  it('agree in every hour from the day before to the day after', () => {
    const { window } = aPublicRound();
    for (let now = AUTUMN.opens - 86_400_000; now < AUTUMN.closes + 86_400_000; now += 1_800_000) {
      const { phase, ...core } = windowPhaseAt(window, now);
      const live = liveState(AUTUMN, now);
      assert.equal(live.phase, phase);
      if (live.phase === 'open') assert.deepEqual({ ordinal: live.ordinal, today: live.today }, core);
    }
  });
});
