import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { readCalendar } from '#pipeline/content/read-calendar.ts';
import { type DraftTerms, explainWindow } from '#site/live/window-explained.ts';
import { there } from '#tests/there.ts';

const calendar = await readCalendar('content');
const five: DraftTerms = { opensOn: '2024-09-11', length: 5, unit: 'working', countsFrom: 'opening-day' };

function explained(given: Partial<DraftTerms>): Extract<ReturnType<typeof explainWindow>, { ok: true }> {
  const answer = explainWindow({ ...five, ...given }, calendar);
  assert.ok(answer.ok, answer.ok ? '' : answer.message);
  return answer;
}

describe('the calculator', () => {
  it('explains every day with the rule or notice behind it', () => {
    const { sentence, days } = explained({});
    assert.equal(sentence, '公示时间：2024年9月11日至14日、18日（5个工作日），2024年9月18日（星期三）24:00截止。');
    const notice = '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）';
    const week = '《国务院关于职工工作时间的规定》第七条';
    assert.deepEqual(
      days.map(({ day, mark, reason, source }) => [day, mark, reason, source]),
      [
        ['9月11日（星期三）', '第1个工作日', '星期一至星期五为工作日', week],
        ['9月12日（星期四）', '第2个工作日', '星期一至星期五为工作日', week],
        ['9月13日（星期五）', '第3个工作日', '星期一至星期五为工作日', week],
        ['9月14日（星期六）', '第4个工作日', '中秋节调休上班', notice],
        ['9月15日（星期日）', '不计', '中秋节放假', notice],
        ['9月16日（星期一）', '不计', '中秋节放假', notice],
        ['9月17日（星期二）', '不计', '中秋节放假', notice],
        ['9月18日（星期三）', '第5个工作日', '星期一至星期五为工作日', week],
      ],
    );
  });

  it('leaves the opening day out where it does not count, by the Civil Code', () => {
    const { days, closesOn } = explained({ countsFrom: 'next-day' });
    assert.deepEqual([days[0]?.mark, days[0]?.source], ['不计', '《民法典》第二百零一条']);
    assert.equal(closesOn, '2024-09-19');
  });

  it('warns of a window in days that ends on a rest day, and of an opening on one', () => {
    // 11 to 15 September 2024: the fifth day is 中秋节's Sunday.
    assert.match(explained({ unit: 'calendar' }).remarks[0] ?? '', /^最后一日是中秋节放假。《民法典》第二百零三条/);
    for (const unit of ['working', 'calendar'] as const) {
      assert.match(explained({ opensOn: '2024-09-15', unit }).remarks[0] ?? '', /^公示首日是中秋节放假，不是工作日/);
    }
    assert.equal(explained({}).remarks.length, 1);
  });

  it('refuses a day nobody knows yet, naming the missing notice', () => {
    const answer = explainWindow({ ...five, opensOn: '2026-12-30' }, calendar);
    assert.ok(!answer.ok);
    assert.match(answer.message, /要用到 2027-01-01，但缺少国务院办公厅关于2027年部分节假日安排的通知/);
  });

  it('asks for what is missing', () => {
    for (const [given, message] of [
      [{ opensOn: '' }, '请填写公示首日。'],
      [{ opensOn: '2024-02-30' }, '请填写公示首日。'],
      [{ length: 0 }, '天数请填1到366的整数。'],
      [{ length: Number.NaN }, '天数请填1到366的整数。'],
      [{ length: 2.5 }, '天数请填1到366的整数。'],
    ] as const) {
      assert.deepEqual(explainWindow({ ...five, ...given }, calendar), { ok: false, message });
    }
  });

  it('closes when an independent list of working days says, for every opening day of nine years', async () => {
    const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
    const { holidays, workdays } = JSON.parse(await readFile(path, 'utf8')) as Record<'holidays' | 'workdays', object>;
    const working: string[] = [];
    const all: string[] = [];
    for (let time = Date.UTC(2018, 0, 1); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(time).getUTCDay());
      if (day in workdays || (!weekend && !(day in holidays))) working.push(day);
      all.push(day);
    }
    let compared = 0;
    for (const opensOn of all) {
      for (const length of [5, 7, 10]) {
        const expected = working[working.findIndex((day) => day >= opensOn) + length - 1];
        const answer = explainWindow({ ...five, opensOn, length }, calendar);
        assert.equal(
          answer.ok ? answer.closesOn : undefined,
          there(working.at(-1)) < opensOn ? undefined : expected,
          opensOn,
        );
        compared += 1;
      }
    }
    assert.equal(compared, 9861);
  });
});
