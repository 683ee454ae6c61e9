import type { FindingText } from './finding-text.ts';

/** What lies in an envelope beside lists and forms, and what to ask of the unit that sent it. File names arrive masked. */
export const importEnvelopeTexts = {
  'import-folder-deep': {
    level: 'error',
    text: () => '文件夹套得太深，里面的没有看。请把材料放到每人一个文件夹里，不要再分层。',
  },
  'import-packed': {
    level: 'error',
    text: ({ kind }) =>
      `这是 ${kind} 压缩包，读不了，里面的材料一份也没有看。请先解压，把解出的文件夹放回原处；也可以请报送单位改报 ZIP。`,
  },
  'import-zip-locked': {
    level: 'error',
    text: () => '压缩包有密码，里面的材料没有看。请向报送单位要密码，解压后放回文件夹，或请其重报不加密的。',
  },
  'import-zip-unsafe': {
    level: 'error',
    text: ({ reason }) => `压缩包里的内容不正常（${reason}），为安全起见没有打开。请报送单位重新打包，或直接报文件夹。`,
  },
  'import-zip-nested': {
    level: 'error',
    text: () => '压缩包里的压缩包里还有压缩包，没有打开。请解压后放回文件夹。',
  },
  'import-zip-empty': { level: 'error', text: () => '压缩包是空的。请报送单位重新打包。' },
  'import-video-carries': {
    level: 'warning',
    text: ({ carries }) =>
      `视频文件里记有${carries}。名单不带这个文件；要给网站或别处用的，请先另存一份，去掉这些信息。`,
  },
  'import-video-false': {
    level: 'warning',
    text: () => '后缀名是视频，里面却不是，或者已经损坏，没有采用。请报送单位核对后重报。',
  },
  'import-scan': {
    level: 'error',
    text: ({ kind }) =>
      `这是${kind}，里面没有可以读取的文字，人选一个也没有读到。请向报送单位要原来的电子表（.xlsx 或 .docx），不要扫描、拍照后打字。`,
  },
  'import-scan-beside': {
    level: 'warning',
    text: () =>
      '这份 PDF 是扫描件或图片，里面没有可以读取的文字，没有采用。如果是汇总表、推荐表，请向报送单位要原来的电子表（.xlsx 或 .docx）；证书一类留存即可。',
  },
  'import-pdf-no-table': {
    level: 'error',
    text: () => 'PDF 里没有画着框线的表，分不清哪些字在一格。请向报送单位要原来的电子表（.xlsx 或 .docx）。',
  },
  'import-pdf-fonts': {
    level: 'error',
    text: () =>
      'PDF 里有些字只有字形、没有字码，读出来会错。请向报送单位要原来的电子表（.xlsx 或 .docx），或另存为 PDF 时换用系统字体。',
  },
  'import-pdf-unconfirmed': {
    level: 'error',
    text: ({ count, flag }) =>
      `从 PDF 读出 ${count} 行，要由人逐行对照原件（读出的内容见计划和核对报告）。都对的，加上 ${flag} 再运行；有错的，请要原来的电子表。`,
  },
  'import-pdf-confirmed': {
    level: 'warning',
    text: ({ count }) => `这 ${count} 行是从 PDF 读出的，经办人已经逐行对照。`,
  },
  'import-pdf-flag-unused': {
    level: 'error',
    text: ({ flag }) => `没有用上 ${flag}：读出的 PDF 里没有这一份，或者行数不同。请按计划里的提示重写。`,
  },
  'import-file-twin': {
    level: 'warning',
    text: ({ twin }) => `与 ${twin} 完全相同，只读那一份。`,
  },
  'import-papers-none': {
    level: 'error',
    text: () =>
      '没有一份名单，也没有一份推荐表，人选一个也没有读到。请核对是不是放错了文件夹；是名单的，请核对表头，或用 npm run template 取空白表。',
  },
  'import-no-roster-beside': {
    level: 'warning',
    text: () => '这份文件不是名单，也不像推荐表，没有采用。如果是汇总表或推荐表，请核对表头和栏目。',
  },
  'import-picture-of-table': {
    level: 'warning',
    text: () => '这是表的照片或扫描图，里面的字读不出，没有采用。请向报送单位要原来的电子表（.xlsx 或 .docx）。',
  },
  'import-picture-unclear': {
    level: 'warning',
    text: ({ name }) =>
      `看不出是${name}的证件照，还是工作照、证书，没有采用。要放到网站上的那一张，请把文件名改成“证件照”，其余的写明是什么。`,
  },
  'import-picture-other': {
    level: 'warning',
    text: ({ name, other }) => `在${name}的文件夹里，文件名写的却是${other}，没有采用。请核对是谁的照片。`,
  },
} as const satisfies Record<string, FindingText>;
