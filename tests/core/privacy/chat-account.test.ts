import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chatAccounts } from '#core/privacy/chat-account.ts';
import { findLabels } from '#core/privacy/label.ts';
import { finder } from './marked.ts';

const detect = (text: string) => chatAccounts(text, findLabels(text));
const finds = finder(detect);

describe('QQ behind its name', () => {
  it('has five to twelve digits and no zero first', () => {
    for (const number of ['10000', '123456789', '123456789012']) finds(`QQ:«qq|${number}»`);
    for (const number of ['1234', '0123456', '1234567890123', '12345a', '12345@', '12345*']) finds(`QQ:${number}`);
  });

  it('may have signs between its digits, and is compared without them', () => {
    for (const number of ['1 2 3 4 5 6', '123-456-789', '123.456.789', '123|456|789', '123 \n 456'])
      finds(`QQ:«qq|${number}»`);
    assert.equal(detect('QQ:123-456 789')[0]?.value, '123456789');
  });

  it('stands behind signs and little words', () => {
    for (const between of [':', '号:', '号码', '账号是', ' ', '为', '加我', '邮箱:', '群:', '='])
      finds(`请加QQ${between}«qq|123456»`);
    finds('QQ的用法,共123456次');
    finds(`QQ${':'.repeat(16)}«qq|123456»`);
    finds(`QQ${':'.repeat(17)}123456`);
    finds('1+1 QQ «qq|123456»');
    finds('QQ«qq|123456»,100元');
  });

  it('is no year, no amount, no variable and no unit', () => {
    for (const after of ['年', '月', '元', '万', '人', '届']) finds(`QQ:12345${after}`);
    finds('var a,qq=100000');
    finds('(qq=100000)');
    for (const before of ['?', '&', ';', '"', ' ', '加']) finds(`${before}qq=«qq|100000»`);
    finds('http://a/qq 123456');
    finds('a+qq 123456');
    finds('a+qq:«qq|123456»');
  });

  it('is called up in an address', () => {
    for (const before of ['?', '&', ';', '/']) finds(`http://x${before}uin=«qq|12345»`);
    finds('?uin=«qq|123456789012»&site');
    for (const text of ['uin=12345', '?uin=1234', '?uin=01234', '?uin=1234567890123']) finds(text);
  });
});

describe('WeChat behind its name', () => {
  it('begins with a letter and has six to twenty signs', () => {
    for (const name of ['abcdef', 'a12345', 'wei_xin-1', `a${'b'.repeat(19)}`, 'Abcdef'])
      finds(`微信号:«wechat|${name}»`);
    for (const name of ['abcde', `a${'b'.repeat(20)}`, '1']) finds(`微信号:${name}`);
    for (const after of ['.', '/', '@', '*', '(x']) finds(`微信号:abcdef${after}`);
    finds('微信号:«wechat|abcdef»(张');
    finds('微信号:«wechat|a b c d e f»');
    finds('微信号:«wechat|a|1|2|3|4|5|6»');
    assert.equal(detect('微信号:A b c d e f')[0]?.value, 'abcdef');
  });

  it('needs a colon or a digit, and is no word of programs', () => {
    finds('微信 windows');
    finds('微信 abcdef');
    finds('微信 «wechat|abc123»');
    finds('微信:«wechat|abcdef»');
    finds('wechat:«wechat|abc123»');
    for (const text of ['wechat:abcdef', 'wechat abc123', '微信:function1', '微信:https12', '微信:undefined1'])
      finds(text);
  });

  it('may be a number where a colon says so', () => {
    for (const number of ['12345', '12345678901']) finds(`微信:«wechat|${number}»`);
    for (const text of [
      '微信 12345',
      '微信:1234',
      '微信:123456789012',
      '微信:012345',
      '微信:12345人',
      '微信:12345年',
      '微信:12345.6',
      '微信:同手机12345',
      '微信:手机12345',
    ]) {
      finds(text);
    }
    finds('微信号«wechat|12345»');
    finds('微信号«wechat|a12345» 扫码');
    finds('工会的微信 «wechat|abc123»');
    finds('工会 微信 abc123');
  });

  it('is an office’s, and published on purpose, when it is a public account', () => {
    for (const word of [
      '公众号',
      '公号',
      '服务号',
      '订阅号',
      '视频号',
      '小程序',
      '平台',
      '官方',
      '企业',
      '推送',
      '扫码',
      '二维码',
      '支付',
      '群',
    ]) {
      finds(`微信${word}:abc123`);
    }
    for (const word of ['公众', '官方', '企业', '服务', '单位', '工会', '政务']) finds(`${word}微信:abc123`);
    finds('我的微信:«wechat|abc123»');
  });
});
