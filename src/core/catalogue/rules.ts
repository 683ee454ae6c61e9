import type { FindingText } from '../finding.ts';

/** What the rules find in a round. */
export const ruleTexts = {
  'acceptance-not-needed': {
    level: 'error',
    text: ({ code }) => `这条“已知悉”（${code}）已经没有对应的提醒。请删去。`,
  },
  'photo-missing': {
    level: 'error',
    text: ({ id }) => `写了照片的署名，却没有照片文件 photos/${id}.jpg。请重新导入照片，或删去 photo 一项。`,
  },
  'photo-surplus': {
    level: 'error',
    text: () => '这张照片不属于名单上任何人，或那个人的文件里没有 photo 一项。请移走，或补上署名与同意。',
  },
} as const satisfies Record<string, FindingText>;
