import type { FindingText } from './finding-text.ts';

const FORMS = '0631-0000000、0000000、12345、0631-12345、0631-0000000转801、400-000-0000';

/** What is wrong with the ways in which an office can be reached. */
export const channelTexts = {
  'not-a-telephone': {
    level: 'error',
    text: () =>
      `这里只能写电话号码：${FORMS} 都可以；几个号码用顿号分开，每个都写全，不写“5190816/17”。部门写在 name，传真另写一项 kind: "fax"。请改正。`,
  },
  'area-code-twice': {
    level: 'error',
    text: () =>
      '号码里已经有区号，或者是手机、400、800 号码，不用再写 areaCode。请删去 areaCode，或把号码里的区号去掉。',
  },
  'extension-twice': {
    level: 'error',
    text: () =>
      'extension（分机）只能写在一个固定电话或 400 号码上，而且号码里没有写过分机。请删去 extension，或改成“0631-0000000转801”的写法。',
  },
  'channel-phone-missing': {
    level: 'error',
    text: () => '没有一部受理异议的电话。请在 channels 中补上 kind: "phone" 的一项，purpose 中要有 objection。',
  },
  'channel-written-missing': {
    level: 'error',
    text: () =>
      '除电话外没有别的渠道受理异议。请在 channels 中补上电子邮箱（email）、来信（post）或来访（visit）的一项，purpose 中要有 objection。',
  },
  'hours-reversed': {
    level: 'error',
    text: ({ from, to }) => `接待时间从 ${from} 到 ${to}，结束不晚于开始。请改正；跨中午的请分上午、下午两段写。`,
  },
  'channel-tier-unknown': {
    level: 'error',
    text: ({ tier, allowed }) =>
      `这个联系方式写明受理“${tier}”，活动里没有这个档次。请写下列之一：${allowed}；各档都受理的，删去 tiers。`,
  },
  'channel-tier-phone-missing': {
    level: 'error',
    text: ({ tier }) =>
      `“${tier}”没有一部受理异议的电话：各个电话都写明只受理别的档次。请补上，或在一个电话的 tiers 里加上它。`,
  },
  'channel-tier-written-missing': {
    level: 'error',
    text: ({ tier }) =>
      `“${tier}”除电话外没有别的渠道受理异议：电子邮箱、来信、传真、来访都写明只受理别的档次。请补上，或在其中一项的 tiers 里加上它。`,
  },
} as const satisfies Record<string, FindingText>;
