import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSlip } from '#core/text/name-slip.ts';

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('→') as [string, string]);

describe('a corrected name', () => {
  it('can be a slip of the ear, of the eye, or of the keyboard', () => {
    for (const [old, now] of pairs(`
      王磊→王蕾 张炜→张玮 陈思远→陈思源 皇甫静→皇甫婧 皇甫静→黄甫静 刘洋→刘扬 李静→黎静 陈曦→陈羲 钟煜→钟昱
      刘己→刘已 周末→周未 冼国强→洗国强 赵赟→赵斌 徐祎→徐袆 吴昊→吴旻 李清→李晴
      李娜→李娜娜 张三丰→张丰 王建国→王国建 張偉→张伟 阿卜杜热合曼·买买提→阿布都热合曼·买买提
    `)) {
      assert.ok(isSlip(old, now), `${old} → ${now}`);
    }
  });

  it('that shares a surname, a sign or nothing is another person', () => {
    for (const [old, now] of pairs(`
      皇甫静→李明华 王磊→王强 李明华→李明强 王磊→李磊 王磊→汪蕾 欧阳锋→欧阳克 宋祖英→宋祖儿 李明→李明明明
      买买提→买买提·艾力 阿卜杜热合曼·买买提→古丽娜尔·买买提 张伟→刘洋 司马光→司马懿
    `)) {
      assert.ok(!isSlip(old, now), `${old} → ${now}`);
    }
  });
});
