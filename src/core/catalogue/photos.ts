import type { FindingText } from './finding-text.ts';

const NAMING = '姓名_单位.jpg';

/** Whose name pointed to somebody: the picture's own, or its folder's. */
const named = (folder: string | number | undefined): string => (folder ? '文件夹名' : '文件名');
const naming = (folder: string | number | undefined): string => (folder ? NAMING.replace(/\.jpg$/u, '') : NAMING);

/**
 * What stops or accompanies a photo on its way in. Warnings all: the photo is left out, the person comes in without it, and the list is
 * not held up. File names arrive masked: offices write numbers into them.
 */
export const photoTexts = {
  'photo-not-found': {
    level: 'warning',
    text: ({ employer }) => `没有找到这个人的照片（${employer}）。如有照片，请命名为“${NAMING}”放进照片文件夹。`,
  },
  'photo-unclaimed': {
    level: 'warning',
    text: () => `文件名对不上名单里的任何人，没有采用。请核对姓名，改成“${NAMING}”；不用的请移走。`,
  },
  'photo-not-a-picture': {
    level: 'warning',
    text: () => '照片文件夹里有不是图片的文件，没有读取。请移走。',
  },
  'photo-subfolder': {
    level: 'warning',
    text: () => '照片文件夹里还有下级文件夹，没有读取。请把照片都放在同一层。',
  },
  'photo-ambiguous': {
    level: 'warning',
    text: ({ people, folder }) =>
      `${named(folder)}可以指 ${people}，无法断定是谁的照片。请把单位全称写进${named(folder)}：“${naming(folder)}”。`,
  },
  'photo-of-stopped': {
    level: 'warning',
    text: () => '这个人没有导入，照片也没有读取。请把照片移走，或先改正名单里的这一行。',
  },
  'photo-twice': {
    level: 'warning',
    text: ({ files }) => `这个人有不止一张照片：${files}。请只留一张。`,
  },
  'photo-shared': {
    level: 'warning',
    text: ({ names }) => `同一张图片给了 ${names}，必有一张放错了人，都没有采用。请核对后各放各的照片。`,
  },
  'photo-row-unclear': {
    level: 'warning',
    text: () => '这张图片跨着不止一行，无法断定是谁的照片，没有采用。请把图片放进本人那一行之内，或改用照片文件夹。',
  },
  'photo-outside': {
    level: 'warning',
    text: ({ count }) =>
      `表格以外有 ${count} 张图片，分不清是谁的照片，没有采用。是照片的，请放进本人那一行或“照片”一格（环绕方式选“嵌入型”），或改用照片文件夹。`,
  },
  'photo-linked': {
    level: 'warning',
    text: () =>
      '这张图片只是一个链接，图片本身不在文件里，没有采用。请重新插入图片（不要选“链接到文件”），或改用照片文件夹。',
  },
  'photo-unseen': {
    level: 'warning',
    text: () =>
      '这里有一张看不见的图片（被隐藏、大小为零、全透明或裁剪得一点不剩），没有采用。不要的请删去；要用的请显示出来。',
  },
  'photo-shaped': {
    level: 'warning',
    text: ({ what }) =>
      `这张图片在文件里${what}，裁掉或转过的部分还在文件里，没有采用。请用看图软件裁剪成要公示的样子，重新插入或改用照片文件夹。`,
  },
  'photo-employer-differs': {
    level: 'warning',
    text: ({ employer, folder }) =>
      `${named(folder)}里的姓名在名单上，其余的字却与名单上的单位（${employer}）对不上，没有采用。请核对是不是本人，再把${named(folder)}改成“${naming(folder)}”。`,
  },
  'photo-name-contradicts': {
    level: 'warning',
    text: ({ name }) =>
      `文件名里的编号是 ${name} 的，其余的字却不是这个人的姓名或单位，没有采用。请核对后改名，只写编号也可以。`,
  },
  'photo-name-numbers': {
    level: 'warning',
    text: () => `照片已采用，但文件名里有一长串数字，可能是证件号或手机号。请改成“${NAMING}”，不要再这样传递文件。`,
  },
  'photo-name-refused': {
    level: 'warning',
    text: () => `文件名里有斜杠、控制字符或不可见字符，没有读取。请改成“${NAMING}”。`,
  },
  'photo-link': {
    level: 'warning',
    text: () => '这是一个快捷方式（符号链接），不是照片文件，没有读取。请放入照片本身。',
  },
  'photo-unreadable': {
    level: 'warning',
    text: () => '照片文件打不开，没有读取。请检查文件是否被别的程序占用、是否有读取权限。',
  },
  'photo-empty': { level: 'warning', text: () => '照片文件是空的。请重新传一份。' },
  'photo-too-large': {
    level: 'warning',
    text: ({ megabytes, limit }) => `照片有 ${megabytes} MB，超过上限 ${limit} MB。请另存为较小的 JPEG。`,
  },
  'photo-wrong-kind': {
    level: 'warning',
    text: ({ kind }) => `照片是${kind}，不能采用。请用看图软件另存为 JPEG（.jpg）后重新导入，只改后缀名没有用。`,
  },
  'photo-too-many-pixels': {
    level: 'warning',
    text: ({ limit }) => `照片的像素超过上限 ${limit} 万。请缩小后另存为 JPEG。`,
  },
  'photo-too-small': {
    level: 'warning',
    text: ({ width, height, least }) =>
      `照片只有 ${width}×${height} 像素，宽和高都要在 ${least} 以上。请换一张清楚的原图，不要把小图放大。`,
  },
  'photo-too-narrow': {
    level: 'warning',
    text: ({ width, height, most }) =>
      `照片是 ${width}×${height} 像素，长边超过短边的 ${most} 倍，不像人像照片。请换一张，或裁剪后重新导入。`,
  },
  'photo-moving': { level: 'warning', text: () => '这是一个动图，不是照片。请另存为单张的 JPEG。' },
  'photo-private-code': {
    level: 'error',
    text: ({ kinds }) =>
      `照片里有二维码，扫出来是${kinds}，没有采用。请换一张没有二维码的照片，或把二维码裁去、涂去后重新给出。`,
  },
  'photo-damaged': {
    level: 'warning',
    text: () => '照片文件已损坏，不能完整解开，没有采用。请向本人重新要一份原图。',
  },
  'photo-too-slow': {
    level: 'warning',
    text: ({ seconds }) => `照片过了 ${seconds} 秒还没有解开，已停止。请用看图软件另存为普通 JPEG。`,
  },
  'photo-consent-missing': {
    level: 'warning',
    text: () =>
      '有照片，却没有写明本人同意公开，没有采用。请在“照片同意”一栏写明怎样同意的，例如“本人书面同意”；全体相同时可用 --photo-consent。',
  },
  'photo-consent-refused': {
    level: 'warning',
    text: () => '“照片同意”一栏写着不同意或撤回，照片没有采用；内容目录里已有的照片将移除。',
  },
  'photo-credit-missing': {
    level: 'warning',
    text: () => '有照片，却没有署名，没有采用。请在“照片署名”一栏写明摄影或供图，全体相同时可用 --photo-credit。',
  },
  'photo-without-file': {
    level: 'warning',
    text: () => '表里写了照片署名或同意，却没有这个人的照片。请用 --photos 给出照片文件夹，或删去这两栏的字。',
  },
} as const satisfies Record<string, FindingText>;
