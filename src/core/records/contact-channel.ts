import { z } from 'zod';
import { timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { lineSchema } from '#core/formats/words.ts';

/** Reception hours on working days of the work calendar, China time. */
const hoursSchema = z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })).min(1);

/** 异议 and 更正文字错误 are two doors; a channel serves both unless it says otherwise. */
const purposeSchema = z.enum(['objection', 'correction', 'press']).array().min(1).default(['objection', 'correction']);

const common = { name: lineSchema.optional(), purpose: purposeSchema };

/** 联系方式: published on purpose, always an office's and never a craftsman's. */
export const contactChannelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    number: z.string().regex(/^[0-9][0-9-]{5,18}$/),
    areaCode: z
      .string()
      .regex(/^0\d{2,3}$/)
      .optional(),
    hours: hoursSchema.optional(),
    ...common,
  }),
  z.strictObject({ kind: z.literal('email'), address: z.email(), ...common }),
  z.strictObject({
    kind: z.literal('post'),
    address: lineSchema,
    postcode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    addressee: lineSchema,
    ...common,
  }),
  z.strictObject({ kind: z.literal('visit'), address: lineSchema, hours: hoursSchema.optional(), ...common }),
]);

export type ContactChannel = z.infer<typeof contactChannelSchema>;

export const chineseChannelKind: Record<ContactChannel['kind'], string> = {
  phone: '电话',
  email: '电子邮箱',
  post: '来信',
  visit: '来访',
};

/** The channel as one line of plain text, as a notice prints it. */
export function chineseChannel(channel: ContactChannel): string {
  switch (channel.kind) {
    case 'phone':
      return dialled(channel);
    case 'email':
      return channel.address;
    case 'post':
      return `${channel.address} ${channel.addressee}${channel.postcode ? `（邮编 ${channel.postcode}）` : ''}`;
    case 'visit':
      return channel.address;
  }
}

/** `0631-0000000`. */
export function dialled(channel: Extract<ContactChannel, { kind: 'phone' }>): string {
  return channel.areaCode ? `${channel.areaCode}-${channel.number}` : channel.number;
}
