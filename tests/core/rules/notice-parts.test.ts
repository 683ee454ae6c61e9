import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeParts } from '#core/rules/notice-parts.ts';
import { aDossier, aNotice, said } from '#tests/builders.ts';

const check = (...parts: NonNullable<Parameters<typeof aNotice>[1]>) =>
  said(noticeParts.check(aDossier({ notice: aNotice({}, parts) })));

describe('the generated parts of a notice', () => {
  it('stand in it once each', () => {
    assert.deepEqual(check('名单', '公示时间', '异议方式'), []);
  });

  it('are missed by name', () => {
    assert.deepEqual(check('名单'), [
      '✗ notice.md：公示正文里缺少单独成行的“【公示时间】”。请补上，公示时间由程序按数据填入。 [notice-part-missing]',
      '✗ notice.md：公示正文里缺少单独成行的“【异议方式】”。请补上，异议方式由程序按数据填入。 [notice-part-missing]',
    ]);
  });

  it('may not stand in it twice', () => {
    assert.deepEqual(check('名单', '公示时间', '异议方式', '名单'), [
      '✗ notice.md：公示正文里“【名单】”出现了不止一次。请只留一处。 [notice-part-twice]',
    ]);
  });

  it('are not looked for before there is a notice', () => {
    assert.deepEqual(said(noticeParts.check(aDossier({ notice: undefined }))), []);
  });
});
