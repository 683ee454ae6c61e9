import type { FindingText } from './finding-text.ts';

const AGAIN = '确需改动的，请经批准机关同意后重新批准（--again）。';

/** What differs from what was approved, and what is wrong with an approval itself. */
export const approvalTexts = {
  'approval-field-changed': {
    level: 'error',
    text: ({ field, old, now, document }) =>
      `${field}与批准的不同：${document}批准的是${old}，现在是${now}。请改回批准的文字；${AGAIN}`,
  },
  'approval-person-changed': {
    level: 'error',
    text: ({ name, document }) =>
      `${name}的内容与${document}批准时不同；批准时的文字已经撤下，只留有摘要，不能逐项列出。请核对这个人的文件。`,
  },
  'approval-person-added': {
    level: 'error',
    text: ({ name, document }) => `${name}不在${document}批准的名单里。请移出名单；${AGAIN}`,
  },
  'approval-person-removed': {
    level: 'error',
    text: ({ name, position, document }) =>
      `${document}批准的名单第 ${position} 位是${name}，现在的名单里没有这个人。请恢复；${AGAIN}`,
  },
  'approval-order-changed': {
    level: 'error',
    text: ({ position, old, now, document }) =>
      `名单次序与批准的不同：${document}批准的第 ${position} 位是${old}，现在是${now}。请改回；${AGAIN}`,
  },
  'approval-part-missing': {
    level: 'error',
    text: ({ what, document }) => `${document}批准过的${what}不见了。请恢复这个文件。`,
  },
  'approval-photo-changed': {
    level: 'error',
    text: ({ name, document }) => `${name}的照片不是${document}批准时的那一张。请换回原来的照片；${AGAIN}`,
  },
  'approval-photo-added': {
    level: 'error',
    text: ({ name, document }) => `${name}现在有照片，${document}批准时没有。请移走照片；${AGAIN}`,
  },
  'approval-photo-removed': {
    level: 'error',
    text: ({ name, document }) => `${name}的照片在${document}批准时有，现在没有了。请放回原来的照片；${AGAIN}`,
  },
  'approval-media-changed': {
    level: 'error',
    text: ({ name, media, document }) => `${name}的 ${media} 不是${document}批准时的那一个。请换回原来的文件；${AGAIN}`,
  },
  'approval-media-added': {
    level: 'error',
    text: ({ name, media, document }) => `${name}现在有 ${media}，${document}批准时没有。请移走这个文件；${AGAIN}`,
  },
  'approval-media-removed': {
    level: 'error',
    text: ({ name, media, document }) =>
      `${name}的 ${media} 在${document}批准时有，现在没有了。请放回原来的文件；${AGAIN}`,
  },
  'result-altered': {
    level: 'error',
    text: ({ field, old, now, date }) =>
      `结果公告的${field}与 ${date} 公布时的不同：公布的是${old}，现在是${now}。请改回；公布时就写错的，改回以后用更正（npm run act -- --kind correction）。`,
  },
  'result-lost': {
    level: 'error',
    text: ({ date }) =>
      `结果公告已于 ${date} 公布，现在这个文件不见了。请恢复这个文件；撤销称号请用 npm run act -- --kind revoke。`,
  },
  'approval-altered': {
    level: 'error',
    text: () =>
      '批准记录本身被改动过：其中的内容与摘要对不上。批准记录只由 npm run approve 写入，请从备份恢复这个文件。',
  },
  'approval-same-person': {
    level: 'error',
    text: () => '批准人和复核人是同一个人。请由另一个人复核；确实只有一人的，不写复核人，改写一人办理的原因。',
  },
  'approval-one-signature': {
    level: 'error',
    text: () => '只有批准人，没有复核人。请写明复核人；确实只有一人的，请写明一人办理的原因。',
  },
  'approval-reason-not-needed': {
    level: 'error',
    text: () => '既写了复核人，又写了一人办理的原因。请只留一项。',
  },
} as const satisfies Record<string, FindingText>;
