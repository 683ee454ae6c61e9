import type { FindingText } from './finding-text.ts';

/** What to write where a part is missing that few would know how to write. */
const HINTS: Readonly<Record<string, string>> = {
  alt: '，写图里看得见的东西，例如“焊工俯身查看焊缝”',
  caption: '，写这一张、这一段是什么',
  credit: '，写摄影、摄制者或供图单位',
  consent: '，写本人怎样同意公开，例如“本人书面同意，2026-03-02”；没有同意的，不能展示',
  source: '，写什么时候、在哪里说的，例如“2016年，复查会上（事迹材料）”',
};

const FROM_TEXTS = '引语、数字只能出自本人的材料';

/** What the rules find in what a profile shows: words, numbers, years, people. */
export const showcaseTexts = {
  'missing-part': {
    level: 'error',
    text: ({ of, words, field }) => `${of}缺少${words}（${field}）。请补上${HINTS[field ?? ''] ?? ''}。`,
  },
  'quote-not-in-texts': {
    level: 'error',
    text: ({ quote }) =>
      `这句引语“${quote}”在简介和材料全文里都找不到。${FROM_TEXTS}，一字不差。请照材料里的原话改正，或删去 quote 一项。`,
  },
  'figure-value': {
    level: 'error',
    text: () => '数值里不能有空格：数和单位连写，例如 "180公里"。请改正。',
  },
  'figure-numberless': {
    level: 'error',
    text: ({ value }) => `“${value}”里没有数。数字一项先写数，再写单位，例如 "180公里"。请改正，或删去这一项。`,
  },
  'figure-not-in-texts': {
    level: 'error',
    text: ({ value, label }) =>
      `“${value}”（${label}）在简介和材料全文里都找不到。${FROM_TEXTS}，数和单位一字不差（全角、半角不论）。请照材料改正，或删去这一项。`,
  },
  'figure-qualified': {
    level: 'error',
    text: ({ value, label, found }) =>
      `材料里写的是“${found}”，这里（${label}）写成“${value}”，意思变了。请照材料连同前后的字一起写，或删去这一项。`,
  },
  'timeline-ahead': {
    level: 'error',
    text: ({ year, now }) => `经历里的 ${year} 年在公示的 ${now} 年以后。请核对年份。`,
  },
  'timeline-birth': {
    level: 'error',
    text: () => '经历里写了出生。出生年月不公开，请删去这一项。',
  },
  'timeline-twice': {
    level: 'error',
    text: ({ what }) => `${what}已由荣誉一项的年份列入经历。请删去这一项，免得重复。`,
  },
  'lineage-consent': {
    level: 'error',
    text: () =>
      '这里写了别人的姓名，却没有写本人怎样同意公开（consent），也不是本网站上的人（person 写编号）。请补上一项，或删去这个人。',
  },
  'lineage-person-unknown': {
    level: 'error',
    text: ({ id }) => `内容目录里没有编号 ${id} 的人。请核对编号；不在本网站的，请改写同意方式（consent）。`,
  },
  'lineage-person-self': {
    level: 'error',
    text: () => '师承里写的编号是本人自己的。请核对编号。',
  },
  'lineage-name-differs': {
    level: 'error',
    text: ({ id, name, known }) => `编号 ${id} 的人是${known}，这里写的姓名是${name}。请核对编号和姓名。`,
  },
  'alt-says-nothing': {
    level: 'error',
    text: ({ of, alt }) =>
      `${of}的文字说明（alt）只写了“${alt}”，看不见图的人听了等于没有。请写图里看得见的东西，例如“焊工俯身查看焊缝”。`,
  },
  'process-count': {
    level: 'error',
    text: () => '一道工序要有 3 至 6 张图。请补足、减少，或删去 process 一项。',
  },
  'film-one-place': {
    level: 'error',
    text: () => '影片要么写文件（file），要么写外部网页（address），写一项，也只写一项。请改正。',
  },
  'film-elsewhere': {
    level: 'error',
    text: () => '影片在外部网页上，就不写封面（poster）、字幕（captions）和文字稿（transcript）。请删去这几项。',
  },
  'film-without-poster': {
    level: 'error',
    text: () => '影片缺少封面（poster）：播放以前显示的一张图，例如 "film.jpg"。请补上。',
  },
  'film-without-captions': {
    level: 'error',
    text: () =>
      '影片缺少字幕：听不见的人无从知道说了什么。请写字幕文件（captions，例如 "film.vtt"），或把说的话和看见的事写成文字稿（transcript）。',
  },
  'film-without-consent': {
    level: 'error',
    text: () =>
      '影片缺少同意方式（consent）。请写出镜的人怎样同意公开，例如“本人书面同意，2026-03-02”；没有同意的，不能展示。',
  },
  'media-name': {
    level: 'error',
    text: ({ kind }) =>
      `文件名要以 .${kind} 结尾，只用小写英文字母、数字和短横线，例如 "film.${kind}"；文件放在 media/编号/ 里。请改名，两处写得一样。`,
  },
} as const satisfies Record<string, FindingText>;
