import type { FindingText } from './finding-text.ts';

/** What is wrong with the pictures, films and captions that lie beside a record. */
export const mediaTexts = {
  'media-missing': {
    level: 'error',
    text: ({ file }) => `写了这个文件，却没有 ${file}。请把文件放进去，或改正这里的文件名。`,
  },
  'media-surplus': {
    level: 'error',
    text: () =>
      '没有人的资料里写到这个文件：film、process、works 都没有，或文件夹名不是那个人的编号。请补写，或移走这个文件。',
  },
  'media-kind': {
    level: 'error',
    text: () =>
      'media 里只放 .jpg 图片、.mp4 影片和 .vtt 字幕。图片请另存为 JPEG；别的影片请用 ffmpeg 转成 MP4（ffmpeg -i 原文件 film.mp4）；不用的请移走。',
  },
  'media-no-picture': {
    level: 'error',
    text: () => '这个文件打不开，或者不是 JPEG 图片。请用看图软件另存为 JPEG，再放进来。',
  },
  'film-broken': {
    level: 'error',
    text: () => '这个影片不完整：读不出索引，或内容在中间断了。请重新复制或重新导出，再放进来。',
  },
  'film-unfit': {
    level: 'error',
    text: ({ faults, command }) =>
      `不是所有浏览器都能放这个影片：${faults}。请在影片所在的文件夹里运行下面一行，再用 film-new.mp4 替换它：${command}`,
  },
  'captions-head': {
    level: 'error',
    text: () => '字幕文件第一行要写 WEBVTT，下面空一行。请补上；.srt 字幕请另存为 WebVTT。',
  },
  'captions-comma': {
    level: 'error',
    text: () => '这一行的时间用了逗号（.srt 的写法），浏览器不认。请改成句点，例如 00:01.000 --> 00:04.000。',
  },
  'captions-times': {
    level: 'error',
    text: () =>
      '这一段字幕读不出时间，浏览器会跳过它。请写成 00:01.000 --> 00:04.000（分:秒.毫秒，箭头两边空一格），下一行写文字。',
  },
  'captions-backwards': {
    level: 'error',
    text: () => '这一条字幕的结束不晚于开始。请改正时间。',
  },
  'captions-empty': {
    level: 'error',
    text: () => '字幕文件里一条字幕也没有。请补上，或改写文字稿（transcript）。',
  },
  'captions-after-film': {
    level: 'error',
    text: ({ to, end }) => `这一条字幕到 ${to} 才结束，影片 ${end} 就完了。请核对是不是这个影片的字幕，改正时间。`,
  },
} as const satisfies Record<string, FindingText>;
