import type { FindingText } from './finding-text.ts';

/** What is wrong with the packages that the program is made of. */
export const materialTexts = {
  'licence-missing': {
    level: 'error',
    text: () => '锁文件和已安装的软件包都没有写许可。请先 npm ci；仍然没有的，读它的许可文件，记在 READ_BY_HAND 里。',
  },
  'licence-unclear': {
    level: 'error',
    text: ({ licence }) => `许可写作“${licence}”，不是 SPDX 的写法。请读它的许可文件，记在 READ_BY_HAND 里。`,
  },
  'licence-not-allowed': {
    level: 'error',
    text: ({ licence }) => `许可“${licence}”不在允许之列。请换一个软件包；可以用的，连同理由加进 ALLOWED。`,
  },
  'licence-reading-stale': {
    level: 'error',
    text: () => 'READ_BY_HAND 里人工读出的许可已经对不上这个软件包自己的写法。请重新读，或删去那一条。',
  },
  'material-without-digest': {
    level: 'error',
    text: () => '锁文件里没有这个软件包的摘要，不能证明装的就是它。请改用注册表里的软件包，重新生成锁文件。',
  },
  'material-missing': {
    level: 'error',
    text: ({ name }) => `它要用 ${name}，锁文件里却没有。请运行 npm install 补全锁文件。`,
  },
} as const satisfies Record<string, FindingText>;
