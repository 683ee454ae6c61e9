import type { PrivacyKind } from '../privacy/kind.ts';
import type { FindingText } from './finding-text.ts';

/** What the privacy gate finds: `where` is the place in the file, `masked` the value with all but its ends hidden. */
export const privacyTexts = {
  'identity-number': {
    level: 'error',
    text: ({ where, masked }) => `${where}有身份证号（${masked}）。身份证号不得公开，请删去。`,
  },
  'mobile-number': {
    level: 'error',
    text: ({ where, masked }) =>
      `${where}有手机号码（${masked}），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。`,
  },
  telephone: {
    level: 'error',
    text: ({ where, masked }) =>
      `${where}有电话号码（${masked}），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。`,
  },
  'bank-card': {
    level: 'error',
    text: ({ where, masked }) => `${where}有银行卡号或账号（${masked}）。请删去。`,
  },
  passport: {
    level: 'error',
    text: ({ where, masked }) => `${where}有护照号码（${masked}）。请删去。`,
  },
  permit: {
    level: 'error',
    text: ({ where, masked }) => `${where}有通行证或居留证号码（${masked}）。请删去。`,
  },
  'driving-licence': {
    level: 'error',
    text: ({ where, masked }) => `${where}有驾驶证号码（${masked}）。请删去。`,
  },
  'officer-card': {
    level: 'error',
    text: ({ where, masked }) => `${where}有军官证、士兵证或警官证号码（${masked}）。请删去。`,
  },
  plate: {
    level: 'error',
    text: ({ where, masked }) => `${where}有车牌号（${masked}）。请删去。`,
  },
  'home-address': {
    level: 'error',
    text: ({ where, masked }) =>
      `${where}有家庭住址（${masked}）。请删去，或只写到街道、乡镇；确为单位地址的，请写入联系方式。`,
  },
  'birth-date': {
    level: 'error',
    text: ({ where, masked }) => `${where}有完整的出生日期（${masked}）。请删去。`,
  },
  email: {
    level: 'error',
    text: ({ where, masked }) =>
      `${where}有电子邮箱（${masked}），不在公布的联系方式之内。请删去；确为单位公布的，请写入联系方式。`,
  },
  qq: {
    level: 'error',
    text: ({ where, masked }) => `${where}有 QQ 号（${masked}）。请删去。`,
  },
  wechat: {
    level: 'error',
    text: ({ where, masked }) => `${where}有微信号（${masked}）。请删去；单位的公众号请写明“公众号”。`,
  },
  'web-account': {
    level: 'error',
    text: ({ where, masked }) =>
      `${where}有个人的社交或支付账号（${masked}）。请删去；单位的账号请在前面写明“官方”或单位名称。`,
  },
  wallet: {
    level: 'error',
    text: ({ where, masked }) => `${where}有收款码或电子钱包的地址（${masked}）。请删去。`,
  },
  'social-security': {
    level: 'error',
    text: ({ where, masked }) => `${where}有社会保障号或社保卡号（${masked}）。请删去。`,
  },
  'image-metadata': {
    level: 'error',
    text: ({ where }) =>
      `图片带有附加信息（${where}），可能含拍摄地点、时间和作者。请重新导入，由程序清除；放在 media 里的，请运行 npm run media。`,
  },
  'unknown-binary': {
    level: 'error',
    text: ({ where }) =>
      `${where || '文件'}的类型无法识别，不能确认其中没有个人信息。请移除，或换成网页、图片、PDF 等常用格式。`,
  },
  unreadable: {
    level: 'error',
    text: ({ where }) =>
      `${where || '文件'}无法完整读取（已损坏、加密、过大或嵌套过深），不能确认其中没有个人信息。请换成可以正常打开的文件。`,
  },
  'waiver-unused': {
    level: 'error',
    text: ({ where }) => `这条豁免（${where}）已经没有对应的问题。请从豁免清单里删去。`,
  },
} as const satisfies Record<PrivacyKind, FindingText>;
