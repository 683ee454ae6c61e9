import { z } from 'zod';
import { ALL_FIELDS, type OpenField } from '#core/candidate/candidate.ts';

/**
 * The open data of a round, version 1. Fields are only ever added; one that is there keeps its name and meaning. Days are plain dates in
 * China, instants carry their offset. Whoever may not be shown any more is a number of the list without a name.
 */

const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.string().min(1);

const optionalText = text.optional();

/** What the table of a person's fields gives away, each under its own key. */
const personFields = Object.fromEntries(
  ALL_FIELDS.flatMap(({ key, openData }) =>
    openData === 'none'
      ? []
      : [[key, openData.about === undefined ? optionalText : optionalText.describe(openData.about)]],
  ),
) as unknown as Readonly<Record<OpenField, typeof optionalText>>;

const personSchema = z.strictObject({
  position: z.int().min(1).describe('名单中的序号'),
  id: text.describe('永久编号，与网页地址相同'),
  address: z.url(),
  state: z.enum([
    'shortlisted',
    'candidate',
    'notAdvanced',
    'deferred',
    'withdrawn',
    'honouree',
    'notConferred',
    'revoked',
    'takenDown',
  ]),
  shown: z.boolean().describe('为 false 时只有序号、编号和状态'),
  ...personFields,
  conferredTier: text.optional().describe('命名的档次；只在命名以后'),
  conferredOn: date.optional(),
  movedUp: z.boolean().optional().describe('后备人选：是否递补；只在公布结果以后'),
  since: instant.optional().describe('取消、撤销、撤下的时刻'),
  reasonCode: text.optional(),
});

const windowSchema = z.strictObject({
  opensOn: date,
  closesOn: date,
  opensAt: instant.describe('开始的时刻'),
  closesAt: instant.describe('关闭的第一个时刻'),
  unit: z.enum(['working', 'calendar']),
  length: z.int().min(1),
  countedDays: z.array(date),
});

const actSchema = z.strictObject({
  id: text,
  kind: text,
  published: instant,
  reasonCode: text,
  reason: text,
  document: text.optional(),
});

const channelSchema = z.strictObject({
  kind: text,
  label: text.describe('电话、传真、电子邮箱、来信、来访'),
  name: text.optional().describe('受理的部门'),
  text: text.describe('公示上印的写法'),
  uris: z.array(text).describe('可以直接拨打或者写信的地址；传真没有'),
  tiers: z.array(text).optional().describe('只受理这些档次的异议；没有这一项的，都受理'),
});

export const roundDataSchema = z.strictObject({
  version: z.literal(1),
  round: text.describe('活动/届'),
  programme: text,
  edition: text,
  year: z.int(),
  title: text,
  asOf: instant.describe('本文件生成时所取的时刻；state 是那一刻的状态'),
  state: text,
  notice: z.strictObject({
    title: text,
    issuers: z.array(text),
    documentNumber: text.optional(),
    published: instant,
    address: z.url(),
    kind: text.optional().describe('一届有几份公示的，这一份的种类'),
  }),
  notices: z
    .array(z.strictObject({ kind: text, title: text, address: z.url(), json: z.url() }))
    .optional()
    .describe('一届有几份公示的，按发布先后'),
  printedWindow: z.strictObject({ opensOn: date, closesOn: date }),
  window: windowSchema.nullable().describe('各项公告之后的公示期；中止而未定恢复之日时为 null'),
  channels: z.array(channelSchema).describe('受理异议的渠道'),
  vote: z
    .strictObject({
      opensAt: instant.optional(),
      closesAt: instant.optional().describe('不能再投的第一个时刻'),
      address: z.url().optional(),
      text,
    })
    .optional()
    .describe('网络投票；没有的，没有这一项'),
  orderedBy: text,
  people: z.array(personSchema),
  acts: z.array(actSchema),
  result: z
    .strictObject({
      title: text,
      issuers: z.array(text),
      documentNumber: text.optional(),
      conferredOn: date,
      published: instant,
      address: z.url(),
      objections: z
        .strictObject({ received: z.int().min(0), verified: z.int().min(0), affected: z.int().min(0) })
        .optional(),
    })
    .nullable(),
  furtherResults: z
    .array(
      z.strictObject({
        title: text,
        issuers: z.array(text),
        documentNumber: text.optional(),
        conferredOn: date,
        published: instant,
        address: z.url(),
      }),
    )
    .optional()
    .describe('补充公布，依次列出'),
});
export type RoundData = z.infer<typeof roundDataSchema>;

export const dataIndexSchema = z.strictObject({
  version: z.literal(1),
  site: text,
  organiser: text,
  asOf: instant,
  sample: z.boolean().describe('示例站点：人物、单位、事迹均为虚构'),
  licence: text,
  rounds: z.array(
    z.strictObject({
      round: text,
      notice: text.optional().describe('一届有几份公示的，是哪一份'),
      title: text,
      year: z.int(),
      state: text,
      json: z.url(),
      csv: z.url(),
      people: z.int(),
    }),
  ),
});
export type DataIndex = z.infer<typeof dataIndexSchema>;
