import { z } from 'zod';
import { escapedText } from '#core/formats/folded-line.ts';
import { channelKind } from '../channel-kind.ts';

/** 电子邮箱. */
export const email = channelKind({
  kind: 'email',
  words: '电子邮箱',
  label: '电子邮箱',
  shape: { address: z.email() },
  reach: 'paper',
  corrects: true,
  text: ({ address }) => address,
  ways: ({ address }) => [{ text: address, link: { scheme: 'mailto', target: address } }],
  letter: ({ address }) => ({ email: address }),
  card: ({ address }) => [`EMAIL;TYPE=INTERNET:${escapedText(address)}`],
  declares: ({ address }) => [address],
});
