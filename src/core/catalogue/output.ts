import type { FindingText } from './finding-text.ts';

/** What is wrong with a built site: faults of the program, or of content that only the whole output can show. */
export const outputTexts = {
  'link-broken': {
    level: 'error',
    text: ({ target }) => `这个网页里有一个打不开的链接：${target}。请改正链接，或补上它指向的网页。`,
  },
  'anchor-broken': {
    level: 'error',
    text: ({ target }) => `这个网页里的链接 ${target} 指向的位置不存在。请改正 # 后面的名称。`,
  },
  'title-missing': { level: 'error', text: () => '这个网页没有标题。请补上 <title>。' },
  'title-twice': {
    level: 'error',
    text: ({ title, other }) => `标题“${title}”与 ${other} 相同，读者分不清两个网页。请改得不同，例如加上单位或届次。`,
  },
  'page-unreachable': {
    level: 'error',
    text: () => '从首页出发走不到这个网页。请在上级网页加上通向它的链接。',
  },
  'page-missing': {
    level: 'error',
    text: ({ what }) => `成品里缺少这个网页：${what}。可能有两个文件用了同一个地址。`,
  },
  'list-differs': {
    level: 'error',
    text: ({ position, shown, expected }) =>
      `网页名单第 ${position} 位是“${shown}”，名册上是“${expected}”。网页名单必须与名册一字不差、次序相同、各出现一次。`,
  },
  'address-gone': {
    level: 'error',
    text: ({ address }) =>
      `曾经发布过的地址 /${address} 在这次的成品里没有了，别处的链接和嵌入会打不开。请找回对应的届次或人选；确需撤下个人的，用 npm run takedown，原地址会留一句中性的话。`,
  },
  'glyph-missing': {
    level: 'error',
    text: ({ character, code }) =>
      `分享图片用的字体里没有“${character}”（${code}）这个字，画出来会是空框。请核对是否写错；没有错的，请安装 @expo-google-fonts/noto-sans-jp，仍缺的请联系开发者补充字体。`,
  },
  'faded-person-shown': {
    level: 'error',
    text: ({ id }) => `人选 ${id} 的信息已不应再展示，这个网页却仍有姓名或照片。请停止发布并报告程序缺陷。`,
  },
  'weekday-wrong': {
    level: 'error',
    text: ({ date, weekday }) => `网页上写的是“${date}（${weekday}）”，星期与日期不符。请改正其中之一。`,
  },
  'deadline-differs': {
    level: 'error',
    text: ({ shown, known }) => `网页上写的截止是“${shown}”，内容里只有：${known}。同一届的截止处处都要相同。`,
  },
  'date-unknown': {
    level: 'error',
    text: ({ date }) => `网页上的日期 ${date} 在这一届的内容里找不到出处。请停止发布并报告程序缺陷。`,
  },
  'channel-unknown': {
    level: 'error',
    text: () => '网页上的电话或邮箱链接不是这一届或本站登记的联系方式。请改正，或先在 round.md 的 channels 里登记。',
  },
  'count-differs': {
    level: 'error',
    text: ({ what, shown, expected }) => `网页上${what}写的是${shown}，名单上是${expected}。请停止发布并报告程序缺陷。`,
  },
  'embargo-broken': {
    level: 'error',
    text: ({ round }) => `这个文件含有 ${round} 尚未到发布时间的内容。请停止发布并报告程序缺陷。`,
  },
  'foreign-origin': {
    level: 'error',
    text: ({ target }) => `网页会向别的网站取文件：${target}。公示网站不得加载第三方内容，请移除。`,
  },
} as const satisfies Record<string, FindingText>;
