import type { ValueKind } from '#core/privacy/kind.ts';
import type { Chance } from '../chance.ts';
import * as values from '../private-values.ts';
import type { DressName } from './dresses.ts';
import { halfHiddenCard, halfHiddenIdentity, halfHiddenMobile, identityInPart, toldInParts } from './half-hidden.ts';

/** A kind of private value that the second generator plants. A new kind is one entry. */
export interface PlantedKind {
  /** As the table of the campaign names it. */
  name: string;
  kind: ValueKind;
  /** Words that stand before it; '' where it tells itself. */
  labels: readonly string[];
  /** An invented value as somebody might type it. */
  value: (chance: Chance) => string;
  dresses: readonly DressName[];
  /** Text right behind would change the value itself: it ends with a stop. */
  closed?: true;
}

const NUMBER: readonly DressName[] = [
  'plain',
  'full width',
  'grouped',
  'grouped by dashes',
  'every sign apart',
  'Chinese numerals',
  'formal numerals',
  'zero width',
  'other script',
  'circled',
];
const WORDS: readonly DressName[] = ['plain', 'full width', 'zero width'];
const STARRED: readonly DressName[] = ['plain', 'full width', 'zero width'];

const MOBILE = ['', '手机：', '手机号码：', '联系方式：', '电话：', '本人电话 ', '移动电话为', '编号：', '微信同号：'];
const IDENTITY = ['', '身份证号：', '身份证：', '公民身份号码 ', '证件号码为', '身份证（复印件附后）：', '编号：'];

export const PLANTED: readonly PlantedKind[] = [
  { name: 'identity number', kind: 'identity-number', labels: IDENTITY, value: values.identityNumber, dresses: NUMBER },
  {
    name: 'identity number of 15 digits',
    kind: 'identity-number',
    labels: ['', '身份证号：', '老身份证号 '],
    value: values.earlyIdentityNumber,
    dresses: ['plain', 'full width', 'Chinese numerals', 'formal numerals', 'zero width', 'other script'],
  },
  {
    name: 'identity number, half hidden',
    kind: 'identity-number',
    labels: ['', ...IDENTITY.slice(1, 6)],
    value: halfHiddenIdentity,
    dresses: STARRED,
  },
  { name: 'identity number, in part', kind: 'identity-number', labels: [''], value: identityInPart, dresses: WORDS },
  { name: 'mobile number', kind: 'mobile-number', labels: MOBILE, value: values.mobileNumber, dresses: NUMBER },
  {
    name: 'mobile number, half hidden',
    kind: 'mobile-number',
    labels: ['', '手机：', '联系方式：'],
    value: halfHiddenMobile,
    dresses: STARRED,
  },
  {
    name: 'mobile number, told in parts',
    kind: 'mobile-number',
    labels: ['手机', '手机号', '他的电话', ''],
    value: (c) => toldInParts(values.mobileNumber(c), c),
    dresses: WORDS,
  },
  {
    name: 'bank card',
    kind: 'bank-card',
    labels: ['', '银行卡号：', '工资卡：', '卡号 ', '开户行及账号：'],
    value: values.bankCard,
    dresses: NUMBER,
  },
  {
    name: 'bank card, half hidden',
    kind: 'bank-card',
    labels: ['', '银行卡号：', '卡号 '],
    value: halfHiddenCard,
    dresses: STARRED,
  },
  {
    name: 'telephone',
    kind: 'telephone',
    labels: ['', '电话：', '家庭电话 ', '传真：'],
    value: (c) => values.landline(c).join(c.pick(['-', ' ', '－', '—'])),
    dresses: WORDS,
  },
  {
    name: 'telephone without area code',
    kind: 'telephone',
    labels: ['电话：', '联系电话 ', '宅电：', '座机：', '办公电话：'],
    value: (c) => values.landline(c)[1],
    dresses: WORDS,
  },
  {
    name: 'telephone with its place behind',
    kind: 'telephone',
    labels: [''],
    value: (c) => values.landline(c)[1] + c.pick(['（家）', '(宅)', '（办）', '（住宅）', '（单位）']),
    dresses: WORDS,
  },
  {
    name: 'home address',
    kind: 'home-address',
    labels: ['', '家庭住址：', '现住址：', '住址：'],
    value: values.homeAddress,
    dresses: WORDS,
    closed: true,
  },
  { name: 'birth date', kind: 'birth-date', labels: [''], value: values.bornOn, dresses: WORDS, closed: true },
  {
    name: 'plate',
    kind: 'plate',
    labels: ['', '车牌号：', '自备车 '],
    value: values.plate,
    dresses: ['plain', 'full width'],
  },
  {
    name: 'e-mail',
    kind: 'email',
    labels: ['', '邮箱：', '电子邮箱 ', 'E-mail: '],
    value: (c) => values.emailAddress(c).join('@'),
    dresses: ['plain', 'full width', 'zero width'],
  },
  ...values.LABELLED.filter(({ kind }) => kind !== 'telephone' && kind !== 'bank-card').map(
    ({ kind, labels, value }): PlantedKind => ({
      name: `${kind} behind its word`,
      kind,
      labels,
      value,
      dresses: WORDS,
      closed: true,
    }),
  ),
];
