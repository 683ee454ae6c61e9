import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DigitGroups } from '#core/privacy/digit-group.ts';
import { findLabels, labelsOf } from '#core/privacy/label.ts';

/** For each group what is said of it, `!` where directly. */
function said(text: string): string {
  const groups = new DigitGroups(text);
  const labels = labelsOf(groups, findLabels(text));
  return [...Array(groups.count).keys()]
    .map((index) => {
      const label = labels.get(index);
      return label === undefined ? '-' : label.kind + (label.direct ? '!' : '');
    })
    .join(' ');
}
const says = (text: string, expected: string): void => assert.equal(said(text), expected, text);

describe('the word before a number', () => {
  it('is tied to it directly by signs and words like 号码 or 为', () => {
    const fillers =
      '： ，、 （ 号码 号 码 为 是 系 及 和 或 与 本人 个人 办公室 办公 直拨 均为 同号 no No NO number Number value content text'.split(
        ' ',
      );
    for (const filler of [
      '',
      ...fillers,
      ' 号码为：',
      '=+$',
      '(本人)',
      '（必填）'.replace('（', '(').replace('）', ')'),
      '\n',
      '。',
    ])
      says(`账号${filler}123`, 'account!');
    for (const filler of ['某', 'x', '号码某', '(12345678901某)'.replace('12345678901', '')])
      says(`账号${filler}123`, filler.startsWith('(') ? 'account!' : 'account');
  });

  it('reaches over other words of a sentence, up to twenty-four signs', () => {
    says('账号请见下面 123', 'account');
    says(`账号${'某'.repeat(24)}123`, 'account');
    says(`账号${'某'.repeat(25)}123`, '-');
    says(`账号(${'某'.repeat(6)})${'某'.repeat(24)}123`, 'account');
    says(`账号(${'某'.repeat(7)})${'某'.repeat(24)}123`, '-');
    says(`账号${' '.repeat(32)}123`, 'account!');
    says(`账号${' '.repeat(33)}123`, '-');
    for (const stop of '。!?;\n\uFDD0') says(`账号某${stop}123`, '-');
    for (const comma of [',', '、']) {
      says(`账号某${comma}123`, '-');
      says(`手机某${comma}123`, '-');
      says(`电话某${comma}123`, 'telephone');
    }
    says(`账号(${'某'.repeat(12)})123`, 'account!');
    says(`账号(${'某'.repeat(13)})123`, 'account');
  });

  it('is the nearest, and only of what stands behind it', () => {
    says('123 账号 456', '- account!');
    says('账号 电话 456', 'telephone!');
    says('电话123账号456', 'telephone! account!');
    says('账号 1 2', 'account! -');
    says('账号', '');
    says('123 账号', '-');
    says('123', '-');
    says('电话1、手机2', 'telephone! mobile!');
    says('手机电话123', 'telephone!');
  });

  it('for a telephone passes on to the numbers beside the first', () => {
    for (const word of ['电话', '手机']) {
      const kind = word === '电话' ? 'telephone' : 'mobile';
      for (const between of [
        '、',
        '，'.replace('，', ','),
        ' ',
        '/',
        '或',
        '和',
        '及',
        '转',
        '------',
        ' 或 和 及',
        '(某某)',
        `(${'某'.repeat(12)})`,
      ])
        says(`${word}：5231764${between}5231765`, `${kind}! ${kind}`);
      for (const between of [
        '某',
        '-------',
        'x',
        '至',
        `(${'某'.repeat(13)})`,
        `(${'某'.repeat(12)})    `.replace('    ', '       '),
        '(某)或(某)(某某某某某某某)或',
      ])
        says(`${word}：5231764${between}5231765`, `${kind}! -`);
      says(`${word}：5231764、5231765、5231766`, `${kind}! ${kind} ${kind}`);
      says(`${word}：523-17-64-5231765`, `${kind}! ${kind} -  -`.replace('  ', ' '));
      says(`${word}：52、5231765`, `${kind}! -`);
      says(`${word}某5231764、5231765`, `${kind} ${kind}`);
    }
    says('账号：5231764、5231765', 'account! -');
  });

  it('labels stand in order', () => {
    assert.deepEqual(findLabels('电话 账号'), [
      { kind: 'telephone', start: 0, end: 2 },
      { kind: 'account', start: 3, end: 5 },
    ]);
  });
});
