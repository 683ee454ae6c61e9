import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Act } from '#core/acts/act.ts';
import type { Entry } from '#core/records/content.ts';
import type { Review } from '#core/records/review.ts';
import { nameCorrections } from '#core/rules/name-corrections.ts';
import { aCandidate, said } from '#tests/builders.ts';
import { aLife, anAct, FOLDER } from '../lifecycle/a-life.ts';

const correct = (rest: object, when = '2024-09-12 10:00') =>
  anAct('correction', when, { of: 'person', person: 'p3wd9hz', ...rest });
const named = (name: string, text = '从业十八年。') => aCandidate({ id: 'p3wd9hz', name, texts: { 事迹材料: text } });

function check(person: ReturnType<typeof named>, acts: Entry<Act>[], review?: Partial<Review>): string[] {
  const life = aLife(acts, { people: [person] });
  const reviews = review && {
    ...{ id: 'r', file: `${FOLDER}/reviews.json`, lines: {}, sections: [] },
    data: {
      reviews: [{ of: 'act', id: acts[0]?.id, digest: '', approver: '甲', reviewedAt: '', ...review } as Review],
    },
  };
  return said(nameCorrections.check({ ...life, folder: { ...life.folder, ...(reviews && { reviews }) } }));
}

const REPUBLISH =
  '要换人，请重新公示（npm run act -- --kind re-publicity）；确是同一个人的，凭批准文件办理：加 --document 文号，再由批准人和复核人两个人签（npm run approve），页面上会写明。';
const swap = { field: 'name', old: '皇甫静', new: '李明华' };

describe('a correction of a name', () => {
  it('that is a slip is one', () => {
    assert.deepEqual(check(named('王蕾'), [correct({ field: 'name', old: '王磊', new: '王蕾' })]), []);
  });

  it('that puts another person in the place is refused, with what to do', () => {
    assert.deepEqual(check(named('李明华'), [correct(swap)]), [
      `✗ acts/2024-09-12-correction.md「new」：公众看到的姓名是“皇甫静”，改成的“李明华”与它在字、音、形上都对不上，不是文字差错，等于换了一个公众没有看过的人。${REPUBLISH} [correction-no-slip]`,
    ]);
  });

  it('step by step is measured from the name that was shown', () => {
    const steps = [
      correct({ field: 'name', old: '王磊', new: '王蕾' }),
      correct({ field: 'name', old: '王蕾', new: '黄蕾' }, '2024-09-13 10:00'),
    ];
    // Either step alone might pass; 王磊 and 黄蕾 do not.
    assert.deepEqual(
      check(named('黄蕾'), steps).map((line) => line.slice(-20)),
      ['[correction-no-slip]'],
    );
  });

  it('stands on an approving document, signed by two', () => {
    const act = correct({ ...swap, document: '澄工发〔2024〕12号' });
    assert.deepEqual(check(named('李明华'), [act]), []);
    assert.deepEqual(check(named('李明华'), [act], { reviewer: '乙' }), []);
    assert.deepEqual(check(named('李明华'), [act], { soleReason: '值班只有一人。' }), [
      '✗ acts/2024-09-12-correction.md「new」：“皇甫静”更正为“李明华”不是一般的文字差错，不能一人办理。请由批准人和复核人两个人签（npm run approve -- --act …）。 [correction-one-signature]',
    ]);
  });

  it('and of the employer together is no slip either', () => {
    const both = [
      correct({ field: 'name', old: '王磊', new: '王蕾' }),
      correct({ field: 'employer', old: '甲厂', new: '乙厂' }, '2024-09-13 10:00'),
    ];
    assert.deepEqual(check(named('王蕾'), both), [
      `✗ acts/2024-09-13-correction.md「new」：“王磊”的姓名（改为“王蕾”）和工作单位都更正了，公众已经认不出是同一个人，不是文字差错。${REPUBLISH} [correction-name-and-employer]`,
    ]);
    assert.deepEqual(check(named('王蕾'), both.slice(0, 1)), []);
  });

  it('before a 重新公示, which shows the new name, does not count', () => {
    const again = anAct('re-publicity', '2024-09-19 10:00', {
      title: '重新公示',
      opensOn: '2024-09-20',
      closesOn: '2024-09-26',
    });
    assert.deepEqual(check(named('李明华'), [correct(swap), again]), []);
  });
});

describe('a former name in the deeds', () => {
  const act = { field: 'name', old: '王磊', new: '王蕾' };

  it('is named line by line', () => {
    assert.deepEqual(check(named('王蕾', '王磊从业十八年。\n带徒六人。\n大家都叫王磊“王师傅”。'), [correct(act)]), [
      '✗ candidates/p3wd9hz.md 第 20 行「texts.0.text」（王蕾）：姓名已由“王磊”更正为“王蕾”，正文“事迹材料”里还写着旧姓名：“王磊从业十八年。”。请在同一次更正里一并改（--replace-former），或写明为什么保留（--keep-former 原因）。 [former-name-stands]',
      '✗ candidates/p3wd9hz.md 第 20 行「texts.0.text」（王蕾）：姓名已由“王磊”更正为“王蕾”，正文“事迹材料”里还写着旧姓名：“大家都叫王磊“王师傅”。”。请在同一次更正里一并改（--replace-former），或写明为什么保留（--keep-former 原因）。 [former-name-stands]',
    ]);
  });

  it('may stay with a reason', () => {
    assert.deepEqual(check(named('王蕾', '曾用名王磊。'), [correct({ ...act, kept: '引自当年的证书。' })]), []);
  });

  it('is not seen in a longer new name', () => {
    const longer = correct({ field: 'name', old: '李娜', new: '李娜娜' });
    assert.deepEqual(check(named('李娜娜', '李娜娜从业十年。'), [longer]), []);
  });
});
