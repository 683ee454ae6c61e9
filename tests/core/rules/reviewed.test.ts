import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { digestOf } from '#core/judging/reviewable.ts';
import type { Review } from '#core/records/review.ts';
import { reviewed } from '#core/rules/reviewed.ts';
import { said } from '#tests/builders.ts';
import { aLife, anAct, announced, aTombstone, FOLDER, third } from '../lifecycle/a-life.ts';

const extension = anAct('extension', '2024-09-12 10:00', { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' });

function check(reviews: Partial<Review>[], takenDown = false): string[] {
  const life = aLife([extension], {}, takenDown ? [aTombstone(third, 3)] : []);
  const signed = reviews.map((one) => ({
    ...{ of: 'act', id: extension.id, approver: '甲', reviewer: '乙', reviewedAt: '2024-09-12T11:00:00+08:00' },
    ...one,
  })) as Review[];
  const file = { id: 'r', file: `${FOLDER}/reviews.json`, lines: {}, sections: [], data: { reviews: signed } };
  return said(reviewed.check({ ...life, folder: { ...life.folder, reviews: file } }));
}

describe('what follows a notice', () => {
  it('is named while nobody has looked at it, a takedown as well', () => {
    assert.deepEqual(check([], true), [
      '△ acts/2024-09-12-extension.md：2024年9月12日的延长公示还没有人复核，不能发布。请先出校样（npm run proof -- --round chenghu-craftsman/2024 --act 2024-09-12-extension --out 校样.html），看过以后记录批准人和复核人（npm run approve -- --round chenghu-craftsman/2024 --act 2024-09-12-extension --approver 姓名 --reviewer 姓名）。 [review-missing]',
      `△ taken-down/${third}.json：编号 ${third} 的撤下已经办了，事后还要复核。请出校样（npm run proof -- --round chenghu-craftsman/2024 --takedown ${third} --out 校样.html），再记录批准人和复核人（npm run approve -- --round chenghu-craftsman/2024 --takedown ${third} --approver 姓名 --reviewer 姓名）。 [review-missing-takedown]`,
    ]);
  });

  it('is bound to what was looked at', () => {
    const digest = digestOf({ entry: extension });
    // Keys by the alphabet, no space: what the ledger has always said of an act.
    const text =
      '[{"date":"2024-09-12","kind":"extension","newClosesOn":"2024-09-20","oldClosesOn":"2024-09-18","publishedTime":"10:00","reason":"据实办理。","reasonCode":"objection-examined"},[]]';
    assert.equal(digest, createHash('sha256').update(text).digest('hex'));
    assert.deepEqual(check([{ digest }]), []);
    assert.deepEqual(check([{ digest: '0'.repeat(64), redacted: digest }]), []);
    assert.deepEqual(check([{ digest: '0'.repeat(64) }]), [
      '✗ acts/2024-09-12-extension.md：2024年9月12日的延长公示在 2024-09-12 复核以后又改动过。请改回；确需改的，请再看一遍、再签一次（npm run approve -- --round chenghu-craftsman/2024 --act 2024-09-12-extension --again 原因）。 [review-differs]',
    ]);
  });

  it('is every document of a result, each for itself', () => {
    const life = aLife([], { result: announced });
    const added = { ...announced, id: '2', file: `${FOLDER}/result-2.md` };
    const review = {
      of: 'result',
      id: 'result',
      approver: '甲',
      reviewer: '乙',
      digest: digestOf({ entry: announced }),
    };
    const data = { reviews: [{ ...review, reviewedAt: '2024-10-16T11:00:00+08:00' } as Review] };
    const reviews = { id: 'r', file: `${FOLDER}/reviews.json`, lines: {}, sections: [], data };
    assert.deepEqual(said(reviewed.check({ ...life, folder: { ...life.folder, reviews, further: [added] } })), [
      '△ result-2.md：补充公布（result-2.md）还没有人复核，不能发布。请先出校样（npm run proof -- --round chenghu-craftsman/2024 --further 2 --out 校样.html），看过以后记录批准人和复核人（npm run approve -- --round chenghu-craftsman/2024 --further 2 --approver 姓名 --reviewer 姓名）。 [review-missing]',
    ]);
  });
});
