import type { FindingText } from './finding-text.ts';

/** Files that others ask the office to serve at the root of the site. */
export const rootFileTexts = {
  'root-file-name': {
    level: 'error',
    text: () =>
      'root 文件夹只放别处要求放在网站根目录的小文件：验证文件（如 MP_verify_Xy12.txt、baidu_verify_code-Xy12.html、BingSiteAuth.xml）、.well-known/security.txt、.well-known/pki-validation/fileauth.txt，以及要加进 robots.txt 的几行。文件名只能用英文字母、数字、横线，以 .txt、.html、.htm 或 .xml 结尾。请改成要求的文件名，或移走它。',
  },
  'root-file-own': {
    level: 'error',
    text: ({ name }) => `${name} 是网站自己的文件，不能用 root 文件夹里的代替。请移走它。`,
  },
  'root-file-taken': {
    level: 'error',
    text: ({ name }) => `网站自己已有 ${name}，不能用 root 文件夹里的代替。请移走它。`,
  },
  'root-file-empty': {
    level: 'error',
    text: () => '文件是空的，验证不会通过。请重新下载验证文件，原样放进来。',
  },
  'root-file-large': {
    level: 'error',
    text: ({ size, limit }) =>
      `文件有 ${size} 字节，超过上限 ${limit} 字节：验证文件没有这样长的。请核对是否放错了文件。`,
  },
  'root-file-active': {
    level: 'error',
    text: () =>
      '这一行有验证文件用不到的网页代码（脚本、样式、链接、跳转、图片，或者 .txt 里的 <）。这里的文件不经排版原样公开，只能是纯文字，或只有 html、head、title、meta、body 的网页。请核对是否下载对了；要写给读者看的内容请写进公示。',
  },
  'robots-line': {
    level: 'error',
    text: () =>
      '这一行不是 robots.txt 的写法。每行写一条，例如“User-agent: Baiduspider”“Disallow: /press/”，说明文字以 # 开头。这几行会接在网站自己的 robots.txt 后面。',
  },
  'root-file-below': {
    level: 'warning',
    text: ({ folder }) =>
      `网站的网址在子目录 ${folder} 下，这个文件会放在 ${folder} 里，不在域名的根目录。微信、百度等只认域名根目录的，请把它交给门户网站的管理员；确认放在子目录就行的，请在 site.json 的 accepted 中写明理由。`,
  },
} as const satisfies Record<string, FindingText>;
