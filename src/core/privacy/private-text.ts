import { AllowList } from './allow-list.ts';
import { inspectText } from './inspect-text.ts';
import type { ValueKind } from './kind.ts';

const CHINESE_KIND = {
  'identity-number': '身份证号',
  'mobile-number': '手机号码',
  telephone: '电话号码',
  'bank-card': '银行账号',
  passport: '护照号',
  permit: '通行证号',
  'driving-licence': '驾驶证号',
  'officer-card': '军官证号',
  plate: '车牌号',
  'home-address': '住址',
  'birth-date': '出生日期',
  email: '电子邮箱',
  qq: 'QQ 号',
  wechat: '微信号',
  'web-account': '社交或支付账号',
  wallet: '收款码或电子钱包地址',
  'social-security': '社会保障号',
} as const satisfies Record<ValueKind, string>;

/** The words are fit for a message; the value itself never is. */
export type PrivateKind = (typeof CHINESE_KIND)[ValueKind];

const NOTHING_ALLOWED = new AllowList();

/** What a cell, or several cells, hold that must never become public: nothing of the kind belongs into a roster's text, whoever's it is. */
export function findPrivate(text: string | readonly string[]): PrivateKind[] {
  const joined = typeof text === 'string' ? text : text.join('\n');
  if (joined.trim().length < 4) return [];
  const kinds = new Set(inspectText(text, NOTHING_ALLOWED).map(({ kind }) => CHINESE_KIND[kind]));
  const plain = joined.normalize('NFKC').replace(/\s+/gu, ' ');
  if (BIRTH_MONTH.test(plain)) kinds.add('出生日期');
  if (LONG_RUN.test(plain) || BEHIND_PATENT.test(plain)) kinds.add('身份证号');
  if (CHAT_NAME.test(plain)) kinds.add('微信号');
  return [...kinds];
}

/** Whether a head or a name may stand in a message: nothing private, no long number, and no bare month, which may be a birth. */
export function isRepeatable(text: string): boolean {
  return !/\d{5}/u.test(text) && !BARE_DATE.test(text.normalize('NFKC')) && findPrivate(text).length === 0;
}

const BARE_DATE = /^(?:19\d{2}|200\d)[年.\-/\s]{1,3}\d{1,2}[月.\-/\s]{0,3}(?:\d{1,2}日?)?$/u;

/** domain.md: the month of birth, too, is never public, while elsewhere it passes as a pattern. */
const BIRTH_MONTH =
  /(?:出生|生于|生日)[^\d。；;]{0,8}(?:19|20)\d{2}|(?:19|20)\d{2} ?[年.\-/] ?\d{1,2} ?(?:月|[.\-/] ?\d{1,2} ?日?)? ?(?:出生|生(?!\p{Script=Han}))/u;

/** A patent has 13 digits, a certificate 16. An identity number glued behind one has no border at which it could be recognised. */
const LONG_RUN = /\d{17}/u;
const BEHIND_PATENT = /(?:ZL|CN)[\s.:]*(?:[\dX][\s.-]*){20}/iu;

/** Elsewhere an account behind the name of an office is the office's own; in a roster it is somebody's. */
const CHAT_NAME = /微信(?!公众|公号|小程序|服务号|视频号|平台|群|推送|支付)[号\s:是为]{0,6}[A-Z0-9][\w-]{4,19}/iu;
