import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticeWords } from '#core/records/notice-words.ts';

const NOTICE = `关于选树的通知
一、目标
选树荷城工匠20名，
打造品牌。
二、条件
（一）基本条件。热爱祖国。
1．技能比赛前三名。
（1）省级比赛前六名。
2.带徒"出师"三人。
（二）其他条件。身体健康。
三、报送
第四条 报送“事迹材料”。
附件1：推荐表
一、填写说明
用钢笔填写。
`;

describe('the words of a notice', () => {
  const notice = noticeWords(NOTICE);

  it('are found across line breaks, whatever the spaces and quotation marks', () => {
    assert.ok(notice.has('选树荷城工匠 20 名，打造品牌。'));
    assert.ok(notice.has('带徒“出师”三人'));
    assert.ok(notice.has('报送"事迹材料"'));
    assert.ok(notice.has('１．技能比赛'));
    assert.ok(!notice.has('选树荷城工匠30名'));
    assert.ok(!notice.has('　'));
  });

  for (const [words, clause] of [
    ['打造品牌', '一'],
    ['热爱祖国', '二、（一）'],
    ['技能比赛前三名', '二、（一）1'],
    ['省级比赛前六名', '二、（一）1（1）'],
    ['带徒', '二、（一）2'],
    ['身体健康', '二、（二）'],
    ['用钢笔', '附件1、一'],
  ] as const)
    it(`stand under ${clause}: ${words}`, () => assert.equal(notice.clauseOf(words), clause));

  it('stand nowhere above the first heading, or when they are not there', () => {
    assert.equal(notice.clauseOf('关于选树'), undefined);
    assert.equal(notice.clauseOf('没有这句'), undefined);
  });
});
