import { z } from 'zod';
import { escapedText } from '#core/formats/folded-line.ts';
import { lineSchema } from '#core/formats/words.ts';
import { channelKind } from '../channel-kind.ts';

/** 来信. */
export const post = channelKind({
  kind: 'post',
  words: '来信',
  label: '来信地址',
  shape: {
    address: lineSchema,
    postcode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    addressee: lineSchema,
  },
  reach: 'paper',
  corrects: false,
  text: inOneLine,
  ways: (channel) => [{ text: inOneLine(channel) }],
  letter: (channel) => ({ addressee: channel.addressee, post: inOneLine(channel) }),
  card: ({ address, postcode = '' }) => [`ADR;TYPE=WORK:;;${escapedText(address)};;;${postcode};中国`],
  declares: ({ address }) => [address],
});

function inOneLine(channel: { address: string; addressee: string; postcode?: string | undefined }): string {
  return `${channel.address} ${channel.addressee}${channel.postcode ? `（邮编${channel.postcode}）` : ''}`;
}
