import { channelKind, hoursSchema } from '../channel-kind.ts';
import { chineseTelephone, dialled, digitsOf } from '../telephone-number.ts';
import { areaCodeTwice, numbersOf, telephoneShape } from '../telephone-shape.ts';

/** 电话: a desk, a hotline, a 400 number, a mobile of the office; one number or several. */
export const phone = channelKind({
  kind: 'phone',
  words: '电话',
  label: '联系电话',
  shape: { ...telephoneShape, hours: hoursSchema.optional() },
  flaws: areaCodeTwice,
  reach: 'voice',
  corrects: true,
  text: (channel) => numbersOf(channel).map(chineseTelephone).join('、'),
  ways: (channel) =>
    numbersOf(channel).map((number) => ({
      text: chineseTelephone(number),
      link: { scheme: 'tel', target: dialled(number) },
    })),
  inHours: { deed: '打电话', unsure: '可以打电话试试' },
  card: (channel) => numbersOf(channel).map((number) => `TEL;TYPE=WORK,VOICE:${dialled(number)}`),
  declares: (channel) => numbersOf(channel).flatMap(digitsOf),
});
