import type { FindingText } from './finding-text.ts';

/** What is said of a name in a roster. Private values arrive in no argument. */
export const importNamesTexts = {
  'import-name-missing': { level: 'error', text: () => '这一行没有姓名。请补上，或删去这一行。' },
  'import-name-doubtful': {
    level: 'error',
    text: ({ sign, code }) =>
      `姓名里有“${sign}”（${code}），不是姓名用字。请只写姓名；两个人的分成两行，说明写到别的列。`,
  },
  'import-name-lost-sign': {
    level: 'error',
    text: ({ sign }) =>
      `姓名里有“${sign}”，像是没有打出来的字。请对照身份证件，用支持 GB 18030 的输入法（如搜狗、讯飞的手写或拆字输入）输入这个字。`,
  },
  'import-name-described': {
    level: 'error',
    text: () =>
      '姓名里像是用拆字法说明了一个打不出的字（如“王+莹”）。请对照身份证件，用支持 GB 18030 的输入法（如搜狗、讯飞的手写或拆字输入）输入这个字，去掉括号和说明。',
  },
  'import-name-short': { level: 'error', text: () => '姓名只有一个字。请对照身份证件写全姓名。' },
  'import-name-long': { level: 'error', text: ({ limit }) => `姓名超过 ${limit} 个字。请只写姓名，一行一个人。` },
  'import-name-placeholder': {
    level: 'error',
    text: ({ name }) =>
      `“${name}”不像姓名，像是占位的字样、合计或说明。请写上姓名，或删去这一行；确是姓名的请加 --real-name ${name}。`,
  },
  'import-name-collective': {
    level: 'error',
    text: ({ name }) =>
      `“${name}”像是集体或单位的名称，不是个人姓名，不能按个人公示。请加 --subject ${name}=集体（或 团队、班组、单位），按集体公示；确是个人姓名的请加 --real-name ${name}。`,
  },
  'import-not-of-collective': {
    level: 'warning',
    text: ({ subject, what }) => `这一行的对象是${subject}，${what}只属于个人，没有读取。`,
  },
  'import-name-mixed': {
    level: 'error',
    text: ({ latin, name }) =>
      `姓名里汉字中间有拉丁字母“${latin}”，像是用拼音或字母代替打不出的字。请对照身份证件，用支持 GB 18030 的输入法输入这个字；证件上确是这样写的请加 --real-name ${name}。`,
  },
  'import-name-dot': {
    level: 'warning',
    text: ({ signs }) => `姓名里的点应为“·”（U+00B7），写成了${signs}，已照此改写。请核对，并在原表里改正。`,
  },
} as const satisfies Record<string, FindingText>;
