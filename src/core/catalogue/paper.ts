import type { FindingText } from './finding-text.ts';

/** What stands in the way of a sheet of paper. */
export const paperTexts = {
  'paper-glyph-missing': {
    level: 'error',
    text: ({ sign, code, around, fonts }) =>
      `“${around}”里的“${sign}”（${code}）没有一种字体有（${fonts}和备用字体都没有），印出来会是空白或方框。请核对是否写错；没有错的，请把有这个字的字体（例如霞鹜文楷）放进字体目录，用 --fonts 或 site.json 的 paper.fonts 指明，再做一次。`,
  },
  'paper-passage-missing': {
    level: 'error',
    text: ({ passage }) => `做出来的文件里找不到“${passage}”，与网页不一致。请停止使用这个文件并报告程序缺陷。`,
  },
  'paper-name-misplaced': {
    level: 'error',
    text: ({ position, name }) =>
      `做出来的文件里，名单第 ${position} 位“${name}”缺少或者次序不对。请停止使用这个文件并报告程序缺陷。`,
  },
  'paper-value-unknown': {
    level: 'error',
    text: ({ value }) => `做出来的文件里有“${value}”，网页上没有。请停止使用这个文件并报告程序缺陷。`,
  },
} as const satisfies Record<string, FindingText>;
