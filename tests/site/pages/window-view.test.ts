import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowSources } from '#site/pages/window-sources.ts';
import { windowView } from '#site/pages/window-view.ts';
import { aProgramme, aPublicRound } from '#tests/site/a-site.ts';

const CALENDAR_DAYS = aProgramme({}, { publicity: { stated: true, length: 5, unit: 'calendar', clause: '二' } });

describe('a window over 中秋节 2024', () => {
  const view = windowView(aPublicRound().window);

  it('is printed with both dates, the hour and the counted days', () => {
    assert.equal(view.opens, '2024年9月11日（星期三）');
    assert.equal(view.closes, '2024年9月18日（星期三）');
    assert.equal(view.closingTime, '24:00');
    assert.equal(view.length, '5个工作日');
    assert.equal(view.range, '2024年9月11日至9月18日');
    assert.equal(view.segments, '2024年9月11日至14日、18日');
  });

  it('explains every day', () => {
    assert.deepEqual(
      view.days.map(({ month, day, weekdayName, mark, reason }) =>
        [`${month}${day}日`, weekdayName, mark, reason].join(' '),
      ),
      [
        '9月11日 周三 第1日 ',
        '9月12日 周四 第2日 ',
        '9月13日 周五 第3日 ',
        '9月14日 周六 第4日 中秋节调休上班',
        '9月15日 周日 休 中秋节放假',
        '9月16日 周一 休 中秋节放假',
        '9月17日 周二 休 中秋节放假',
        '9月18日 周三 第5日 ',
      ],
    );
  });

  it('gives the browser instants of China and the counted days', () => {
    assert.deepEqual(view.live, {
      'data-published': undefined,
      'data-opens': '2024-09-11T00:00+08:00',
      'data-closes': '2024-09-19T00:00+08:00',
      'data-days': '2024-09-11 2024-09-12 2024-09-13 2024-09-14 2024-09-18',
      'data-unit': 'working',
      'data-pauses': undefined,
    });
  });

  it('claims nothing about now', () => {
    assert.deepEqual(view.phrases, ['公示期', '共5个工作日']);
  });

  it('names the rule and the State Council’s notice', () => {
    assert.deepEqual(windowSources(aPublicRound()), {
      sentences: [
        '公示5个工作日，依据《关于选树示例工匠的通知》（示工〔2024〕1号）二。',
        '工作日为星期一至星期五，放假的除外，调休上班的计入。公示首日计为第1日。',
        '没有写明截止时刻的，到最后一日的24:00为止。',
      ],
      documents: [
        {
          days: '9月14日中秋节调休上班，9月15日至9月17日中秋节放假',
          title: '《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）',
          address: undefined,
        },
      ],
    });
  });
});

describe('a window of 5 calendar days over a weekend', () => {
  const round = aPublicRound({ publicity: { opensOn: '2024-03-07', closesOn: '2024-03-11' } }, CALENDAR_DAYS);

  it('counts Saturday and Sunday, and says so', () => {
    assert.deepEqual(
      windowView(round.window).days.map(({ weekdayName, mark, reason }) => `${weekdayName} ${mark} ${reason}`),
      ['周四 第1日 ', '周五 第2日 ', '周六 第3日 周末，也计入', '周日 第4日 周末，也计入', '周一 第5日 '],
    );
  });

  it('is 5天, and its sources name no holiday', () => {
    assert.equal(windowView(round.window).length, '5天');
    assert.deepEqual(windowSources(round).documents, []);
    assert.match(windowSources(round).sentences.join(''), /按天计算，周末和节假日也计入。/);
  });
});

describe('a window that closes at 17:00', () => {
  const round = aPublicRound({ publicity: { closingTime: '17:00' } });

  it('ends at that hour for the browser too', () => {
    assert.equal(windowView(round.window).live?.['data-closes'], '2024-09-18T17:00+08:00');
    assert.match(windowSources(round).sentences.join(''), /本次公示写明最后一日17:00截止。/);
  });
});

describe('a window whose opening day does not count', () => {
  it('marks it 首日 and goes on to the next', () => {
    const round = aPublicRound({
      publicity: { opensOn: '2024-09-11', closesOn: '2024-09-19', countsFrom: 'next-day' },
    });
    const [first, second] = windowView(round.window).days;
    assert.deepEqual([first?.mark, first?.reason, second?.mark], ['首日', '首日不计', '第1日']);
  });
});
