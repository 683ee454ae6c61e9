import type { FindingText } from './finding-text.ts';

const quoted = (text: string | number | undefined): string => (text ? `：“${text}”` : '');

/** Where what a program shows and what the file holds differ: hidden things are not taken, seen things are not lost. */
export const importSeenTexts = {
  'import-hidden-text': {
    level: 'error',
    text: ({ what }) => `这一格有隐藏文字${what ? `（${what}）` : ''}，没有读取。请取消隐藏或删去。`,
  },
  'import-text-struck': {
    level: 'error',
    text: () => '这一格有划了删除线的字，没有读取。作废的请删去；仍然有效的，请去掉删除线。',
  },
  'import-row-struck': {
    level: 'error',
    text: () => '这一行划了删除线，没有读取。取消的人选请删去这一行；仍然有效的，请去掉删除线。',
  },
  'import-row-unclear': {
    level: 'error',
    text: () =>
      '这张表默认隐藏没有写明高度的行，分不清这一行看不看得见，没有读取。请全选各行、取消隐藏，删去不要的行后另存。',
  },
  'import-conditional-hides': {
    level: 'error',
    text: ({ what }) =>
      `从这一格起设有条件格式，条件成立时${what}，程序不判断条件。请清除这条条件格式，删去不该有的内容后另存。`,
  },
  'import-formula-stale': {
    level: 'error',
    text: ({ count }) =>
      `这份文件要到打开时才重新计算，里面存的公式结果（从这一格起共 ${count} 格）可能是旧的。请用 Excel 或 WPS 打开、保存一次再导入。`,
  },
  'import-sheet-revised': {
    level: 'error',
    text: () =>
      '表格还开着“修订”（共享工作簿），里面存有改动前的内容。名单应当是定稿：请接受全部修订、取消共享后另存。',
  },
  'import-part-unread': {
    level: 'warning',
    text: ({ what, text }) =>
      `这里有${what}，里面的文字没有读取${quoted(text)}。请核对；要用的请写进单元格或正文，不用的请删去。`,
  },
  'import-chunk-unread': {
    level: 'error',
    text: () =>
      '文件的一部分是嵌进来的另一份文档，Word 里看得见，这里读不到，人选可能不全。请用 Word 或 WPS 打开、另存一次再导入。',
  },
  'import-object-unread': {
    level: 'error',
    text: ({ what }) =>
      `这里嵌入了${what}，里面的内容读不到。请把其中的文字写进单元格或正文，再删去它；用不着的直接删去。`,
  },
  'import-shape-over': {
    level: 'warning',
    text: () => '表上画着图形（线条、色块），可能划去或盖住了下面的内容，程序分辨不出。请核对；作废的内容请删去。',
  },
  'import-equation': {
    level: 'error',
    text: () =>
      '这一格有公式编辑器写的分数、乘方、根号或带圈字，读不成一行文字。请改成普通文字，例如 1/20、10 的负 3 次方。',
  },
  'import-script-unknown': {
    level: 'error',
    text: () => '这一格有上标或下标，改成普通文字会变了意思。请改写，例如“10 的负 3 次方”；角标请删去。',
  },
  'import-prompt': {
    level: 'error',
    text: () => '这一格还是表格自带的提示语，没有填写。请填写，或删去提示语。',
  },
  'import-control-stale': {
    level: 'error',
    text: ({ text }) =>
      `这里的控件连着文件里另存的数据，打开时显示的是那里的内容${quoted(text)}，与存下的文字不同，分不清用哪一个。请用 Word 打开，核对后另存。`,
  },
  'import-merge-field': {
    level: 'error',
    text: () => '这一格还是邮件合并的域（如 «单位»），没有换成内容。请完成合并后重新导入。',
  },
} as const satisfies Record<string, FindingText>;
