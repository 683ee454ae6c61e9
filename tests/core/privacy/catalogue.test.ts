import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FindingText } from '#core/catalogue/finding.ts';
import { privacyTexts } from '#core/catalogue/privacy.ts';
import { FILE_KINDS, VALUE_KINDS } from '#core/privacy/kind.ts';
import { masked, maskedPath } from '#core/privacy/mask.ts';

const EXPECTED: Record<string, string> = {
  'identity-number': '第 3 行有身份证号（3*X）。身份证号不得公开，请删去。',
  'mobile-number': '第 3 行有手机号码（3*X），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。',
  telephone: '第 3 行有电话号码（3*X），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。',
  'bank-card': '第 3 行有银行卡号或账号（3*X）。请删去。',
  passport: '第 3 行有护照号码（3*X）。请删去。',
  permit: '第 3 行有通行证或居留证号码（3*X）。请删去。',
  'driving-licence': '第 3 行有驾驶证号码（3*X）。请删去。',
  'officer-card': '第 3 行有军官证、士兵证或警官证号码（3*X）。请删去。',
  plate: '第 3 行有车牌号（3*X）。请删去。',
  'home-address': '第 3 行有家庭住址（3*X）。请删去，或只写到街道、乡镇；确为单位地址的，请写入联系方式。',
  'birth-date': '第 3 行有完整的出生日期（3*X）。请删去。',
  email: '第 3 行有电子邮箱（3*X），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。',
  qq: '第 3 行有 QQ 号（3*X）。请删去。',
  wechat: '第 3 行有微信号（3*X）。请删去；单位的公众号请写明“公众号”。',
  'web-account': '第 3 行有个人的社交或支付账号（3*X）。请删去；单位的账号请在前面写明“官方”或单位名称。',
  wallet: '第 3 行有收款码或电子钱包的地址（3*X）。请删去。',
  'social-security': '第 3 行有社会保障号或社保卡号（3*X）。请删去。',
  'image-metadata':
    '图片带有附加信息（第 3 行），可能含拍摄地点、时间和作者。请重新导入，由程序清除；放在 media 里的，请运行 npm run media。',
  'unknown-binary': '第 3 行的类型无法识别，不能确认其中没有个人信息。请移除，或换成网页、图片、PDF 等常用格式。',
  unreadable:
    '第 3 行无法完整读取（已损坏、加密、过大或嵌套过深），不能确认其中没有个人信息。请换成可以正常打开的文件。',
  'waiver-unused': '这条豁免（第 3 行）已经没有对应的问题。请从豁免清单里删去。',
};

describe('sentences of the privacy gate', () => {
  for (const kind of [...VALUE_KINDS, ...FILE_KINDS]) {
    it(kind, () => {
      const { level, text } = privacyTexts[kind] as FindingText;
      assert.equal(level, 'error');
      assert.equal(text({ where: '第 3 行', masked: '3*X' }), EXPECTED[kind]);
    });
  }

  it('a whole file without a place inside', () => {
    assert.match((privacyTexts['unknown-binary'] as FindingText).text({ where: '' }), /^文件的类型/);
    assert.match((privacyTexts.unreadable as FindingText).text({ where: '' }), /^文件无法/);
  });
});

describe('masking', () => {
  it('leaves the first and the last character at most', () => {
    assert.equal(masked('37X'), '3*X');
    assert.equal(masked('𠮷123456𠮷'), '𠮷******𠮷');
    assert.equal(masked('12'), '**');
    assert.equal(masked('1'), '*');
    assert.equal(masked(''), '');
  });

  it('hides the finds in a path, overlapping ones as one', () => {
    assert.equal(maskedPath('a/123456.txt', [{ start: 2, end: 8 }]), 'a/1****6.txt');
    assert.equal(
      maskedPath('a/123456.txt', [
        { start: 4, end: 8 },
        { start: 2, end: 6 },
      ]),
      'a/1**4**.txt',
    );
  });
});
