import type { FindingText } from './finding-text.ts';
import { personTexts } from './people.ts';
import { roundTexts } from './rounds.ts';

/** What the rules find in a round. */
export const ruleTexts = {
  ...personTexts,
  ...roundTexts,
  'markup-too-dense': {
    level: 'error',
    text: ({ what }) => `正文${what}，没有办法排版。请改成普通段落，删去多余的符号和内容。`,
  },
  'missing-choice': {
    level: 'error',
    text: ({ field, allowed }) => `缺少“${field}”这一项。请补上，写下列之一：${allowed}。`,
  },
  'number-too-small': {
    level: 'error',
    text: ({ minimum }) => `这个数太小，不能小于 ${minimum}。请改正。`,
  },
  'number-too-big': {
    level: 'error',
    text: ({ maximum }) => `这个数太大，不能大于 ${maximum}。请改正。`,
  },
  'acceptance-of-error': {
    level: 'error',
    text: ({ code }) => `“${code}”是错误，不能写进“已知悉”（accepted）放行。请改正错误本身，并删去这一条。`,
  },
  'acceptance-not-needed': {
    level: 'error',
    text: ({ code }) => `这条“已知悉”（${code}）已经没有对应的提醒。请删去。`,
  },
  'coverage-person-unknown': {
    level: 'error',
    text: ({ id }) => `媒体报道写的人 ${id} 不在本届的名单上。请核对编号；报道是关于整届的，删去 person 一行。`,
  },
  'coverage-twice': {
    level: 'error',
    text: () => '这篇媒体报道前面已经写过（网址和人都相同）。请删去一条。',
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
