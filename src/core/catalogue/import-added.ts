import type { FindingText } from './finding-text.ts';

/** People who join a list after it was approved: a notice of their own. */
export const importAddedTexts = {
  'import-added-after-approval': {
    level: 'warning',
    text: ({ names }) =>
      `这一届已经批准，表里新增了${names}。公示已经发布的，请用只有新增的人的表，加 --added added --opens 首日 导入为增补公示：只有新增的人重新计算公示期，别人的公示期不变。公示还没有发布的，写入后重新批准（npm run approve -- --again）。`,
  },
  'import-added-known': {
    level: 'error',
    text: ({ name, id }) => `${name}已经在这一届的名单里（编号 ${id}），增补只写新增的人。请从表里删去这一行。`,
  },
  'import-added-notice-exists': {
    level: 'error',
    text: ({ id }) => `这一届已经有 ${id} 这份公示。请给 --added 换一个名字。`,
  },
  'import-added-before-notice': {
    level: 'error',
    text: () => '这一届还没有公示，不用增补。请去掉 --added，直接导入整份名单。',
  },
} as const satisfies Record<string, FindingText>;
