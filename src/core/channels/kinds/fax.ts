import { channelKind } from '../channel-kind.ts';
import { chineseTelephone, dialled, digitsOf } from '../telephone-number.ts';
import { areaCodeTwice, numbersOf, telephoneShape } from '../telephone-shape.ts';

/** 传真: takes paper at any hour. It is no telephone: no link rings it up, and nobody answers. */
export const fax = channelKind({
  kind: 'fax',
  words: '传真',
  label: '传真',
  shape: telephoneShape,
  flaws: areaCodeTwice,
  reach: 'paper',
  corrects: false,
  text: (channel) => numbersOf(channel).map(chineseTelephone).join('、'),
  ways: (channel) => numbersOf(channel).map((number) => ({ text: chineseTelephone(number) })),
  card: (channel) => numbersOf(channel).map((number) => `TEL;TYPE=WORK,FAX:${dialled(number)}`),
  declares: (channel) => numbersOf(channel).flatMap(digitsOf),
});
