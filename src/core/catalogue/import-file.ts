import type { FindingText } from './finding-text.ts';

/** What came of an attempt to convert. */
const TRIED: Record<string, string> = {
  missing:
    '也可以在这台电脑上装好 LibreOffice（Debian、Ubuntu：apt-get install libreoffice-calc-nogui libreoffice-writer-nogui）再导入，程序会用它转换。',
  failed: '这台电脑上的 LibreOffice 也打不开它，文件可能已经损坏。',
  lost: '这台电脑上的 LibreOffice 转换它时丢了表格，不能用它转换。',
  objects: '这台电脑上的 LibreOffice 转换它时丢了里面的公式或嵌入的对象，不能用它转换。',
  slow: '这台电脑上的 LibreOffice 在限定的时间和内存里转换不完，已停止。',
};

/** What stops a roster before anybody looks at its table. File names arrive masked. */
export const importFileTexts = {
  'import-file-missing': { level: 'error', text: () => '找不到这个文件（夹）。请核对路径。' },
  'import-file-empty': { level: 'error', text: () => '文件是空的。请核对是否传错了文件。' },
  'import-file-too-large': {
    level: 'error',
    text: ({ size, limit }) =>
      `文件有 ${size} MB，超过上限 ${limit} MB。名单一般不到 1 MB，请核对是否选错了文件，或删去表里的大图片后另存。`,
  },
  'import-folder-too-full': {
    level: 'error',
    text: ({ count, limit }) =>
      `文件夹里有 ${count} 个文件，超过上限 ${limit} 个，没有读取。请只放本届的汇总表和推荐表。`,
  },
  'import-folder-empty': {
    level: 'error',
    text: () => '文件夹里没有可以读取的表（.xlsx、.docx、.csv）。请核对路径。',
  },
  'import-file-aside': { level: 'warning', text: () => '文件夹里的这个文件不是表格或 Word 文件，没有读取。' },
  'import-link': { level: 'error', text: () => '这是一个快捷方式（符号链接），没有读取。请放入文件本身。' },
  'import-protected': {
    level: 'error',
    text: ({ kind }) => `文件有打开密码，读不了。请打开后去掉密码，另存为 ${kind}。`,
  },
  'import-old-format': {
    level: 'error',
    text: ({ kind, tried }) =>
      `这是旧格式或别的软件的格式，读不了。请用 Excel、Word 或 WPS 打开，另存为 ${kind}。只改后缀名没有用。${TRIED[String(tried)] ?? ''}`,
  },
  'import-disguised': {
    level: 'error',
    text: ({ claimed, real, kind }) =>
      `后缀名是 ${claimed}，里面却是${real}。请向报送单位要原来的表，存为 ${kind}。只改后缀名没有用。`,
  },
  'import-unknown-kind': {
    level: 'error',
    text: () => '不认识这种文件。请把名单存为 .xlsx、.docx 或 .csv。',
  },
  'import-archive-unsafe': {
    level: 'error',
    text: ({ reason }) =>
      `文件的压缩结构不正常（${reason}），为安全起见没有打开。请用 Excel、Word 或 WPS 打开原表，另存一份。`,
  },
  'import-too-slow': {
    level: 'error',
    text: () =>
      '表太大或结构异常，在限定的时间和内存里读不完，已停止。请只留名单本身，删去多余的工作表、行、列后另存。',
  },
  'import-unreadable': {
    level: 'error',
    text: () => '文件已损坏，或不是合乎规定的表。请用 Excel、Word 或 WPS 打开，另存一份再导入。',
  },
  'import-encoding': {
    level: 'error',
    text: () => 'CSV 文件的编码既不是 UTF-8 也不是 GB18030（GBK）。请另存为“CSV UTF-8”，或直接用 .xlsx。',
  },
  'import-quotes': {
    level: 'error',
    text: () => '从这一行起有一个引号没有成对，后面的内容分不清格。请补上引号，或直接用 .xlsx。',
  },
  'import-tracked-change': {
    level: 'error',
    text: ({ count }) =>
      `Word 文件里还有 ${count} 处没有接受或拒绝的修订。名单应当是定稿：请在“审阅”里接受或拒绝全部修订后另存。`,
  },
  'import-word-comment': {
    level: 'error',
    text: ({ count }) => `Word 文件里还有 ${count} 条批注。名单应当是定稿：请处理后删去全部批注再另存。`,
  },
  'import-symbol-unknown': {
    level: 'error',
    text: () => '这一格有一个读不出的特殊符号。请改成普通文字。',
  },
  'import-text-too-long': {
    level: 'error',
    text: ({ limit }) => `这一格超过 ${limit} 个字。请核对是否贴错了内容。`,
  },
} as const satisfies Record<string, FindingText>;
