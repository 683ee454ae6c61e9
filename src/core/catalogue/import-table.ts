import type { FindingText } from './finding-text.ts';

/** What is said of a roster's heads, rows and cells. Private values arrive in no argument. */
export const importTableTexts = {
  'import-no-roster': {
    level: 'error',
    text: () =>
      '没有找到名单：前十行里（只有一格的行不算）没有一行像表头（应当有“姓名”“工作单位”“工种”等列）。请核对是否选错了文件，或用 npm run template 取空白表。',
  },
  'import-several-rosters': {
    level: 'error',
    text: ({ names }) => `有不止一份像名单的表：${names}。请用 --sheet 写明读哪一个，或只留一份。`,
  },
  'import-several-lists': {
    level: 'error',
    text: ({ lists, example }) =>
      `表里不止一份名单：${lists}。请加 --list 写明读哪一份，写标题里的几个字，例如 --list ${example}；或只留一份。`,
  },
  'import-head-more-than-name': {
    level: 'warning',
    text: ({ head }) => `“${head}”一列不只是个人姓名。集体、单位不能按个人公示；像集体、单位的名称会逐个询问。`,
  },
  'import-sheet-unknown': {
    level: 'error',
    text: ({ names }) => `没有 --sheet 写的这个工作表。现有：${names}。`,
  },
  'import-sheet-hidden': {
    level: 'warning',
    text: () => '这个工作表是隐藏的，没有读取。用不着的请删去后再往外传。',
  },
  'import-sheet-skipped': { level: 'warning', text: () => '这个表不是名单，没有读取。' },
  'import-table-headless': {
    level: 'error',
    text: () => '这个表没有表头，列数却与名单相同，像是名单的后半截。请接到前一个表里，或补上同样的表头。',
  },
  'import-tables-joined': {
    level: 'warning',
    text: ({ names }) => `${names} 的表头相同，按先后接成一份名单。请核对人数和次序。`,
  },
  'import-too-many-rows': {
    level: 'error',
    text: ({ limit }) =>
      `名单超过 ${limit} 行（这是第 ${Number(limit) + 1} 行），没有读取。请核对是否选错了文件；一届名单一般几十人。`,
  },
  'import-too-many-columns': {
    level: 'error',
    text: ({ limit }) => `表头超过 ${limit} 列，从这一列起没有读取。请核对是否选错了文件，删去多余的列。`,
  },
  'import-column-private': {
    level: 'warning',
    text: ({ head }) => `“${head}”一列不公开，没有读取。`,
  },
  'import-column-checked-only': {
    level: 'warning',
    text: ({ head, clause }) => `“${head}”一列不公开，只在内存里用来核对年龄规定（${clause}），没有保存。`,
  },
  'import-column-unknown': {
    level: 'warning',
    text: ({ head }) => `不认识“${head}”这一列，没有读取。如要公开，请把表头改成空白表（npm run template）里的写法。`,
  },
  'import-column-unpublished': {
    level: 'warning',
    text: ({ head }) => `“${head}”一列不在公示内容之列，没有读取。`,
  },
  'import-column-ambiguous': {
    level: 'warning',
    text: ({ head, instead }) => `“${head}”一列有两种理解，没有读取。请把表头写成“${instead}”。`,
  },
  'import-column-nameless': {
    level: 'warning',
    text: () => '这一列有内容却没有表头，没有读取。请补上表头，或删去这一列。',
  },
  'import-column-missing': {
    level: 'error',
    text: ({ header, example }) =>
      `没有“${header}”这一列。请补上这一列${example ? `；全体相同的也可以用 --all ${header}=${example}` : ''}。`,
  },
  'import-side-by-side': {
    level: 'error',
    text: ({ count, columns }) =>
      `这张表左右并排印了 ${count} 份名单（${columns}都是“姓名”），没有读取。请剪切右边的各行，接到左边的下面，再导入。`,
  },
  'import-column-twice': {
    level: 'error',
    text: ({ header, names }) => `${names} 都是“${header}”。请只留一列。`,
  },
  'import-column-hidden': {
    level: 'error',
    text: ({ head }) => `“${head}”一列被隐藏，没有读取。请取消隐藏或删去这一列。`,
  },
  'import-column-hidden-aside': {
    level: 'warning',
    text: ({ head }) => `有一列被隐藏（${head}），没有读取。请在往外传之前删去。`,
  },
  'import-all-not-needed': {
    level: 'error',
    text: ({ header }) => `表里有“${header}”这一列，不能再用 --all。请去掉一处。`,
  },
  'import-row-hidden': {
    level: 'error',
    text: () => '这一行被隐藏（或被筛选掉），没有读取。请取消隐藏，或删去这一行。',
  },
  'import-row-skipped': {
    level: 'warning',
    text: ({ text }) => `这一行不是人选，没有读取${text ? `：${text}` : ''}。`,
  },
  'import-sequence-broken': {
    level: 'warning',
    text: ({ last, count }) => `序号不连续：最后是 ${last}，读到 ${count} 人。请核对有没有漏行、重行。`,
  },

  'import-cell-merged': {
    level: 'warning',
    text: ({ head, cells }) => `“${head}”取自合并单元格 ${cells}，各行相同。请核对。`,
  },
  'import-cell-merged-across': {
    level: 'error',
    text: ({ heads }) => `单元格横跨了几列（${heads}），分不清是哪一列的内容。请取消合并，分别填写。`,
  },
  'import-person-merged': {
    level: 'warning',
    text: ({ cells }) => `姓名合并了几行（${cells}），按一个人读取。请核对。`,
  },
  'import-cell-comment': {
    level: 'warning',
    text: () => '这一格有批注，没有读取。请确认意见已经处理，删去批注。',
  },
  'import-cell-error': {
    level: 'error',
    text: () => '这一格是公式错误（如 #REF!）。请改成文字。',
  },
  'import-formula-empty': {
    level: 'error',
    text: () => '这一格是公式，文件里没有存算出的结果。请用 Excel 打开、保存一次，或改成文字。',
  },
  'import-long-number': {
    level: 'error',
    text: () => '这一格是 12 位以上的数字，Excel 会改动末几位或写成 1.38E+17。请把这一列设为“文本”格式后重新输入。',
  },
  'import-date-cell': {
    level: 'error',
    text: () => '这一格被 Excel 变成了日期。请把格式设为“文本”后重新输入原文。',
  },
  'import-birth-number': {
    level: 'error',
    text: () =>
      '出生年月是按数字存的，1 月和 10 月分不清（1975.10 会变成 1975.1）。请把这一列设为“文本”格式，重新输入这一格。',
  },
  'import-birth-number-aside': {
    level: 'warning',
    text: () =>
      '出生年月是按数字存的，1 月和 10 月分不清（1975.10 会变成 1975.1）。这一列不公开，没有采用；请在原表里改正，免得别处用错。',
  },
  'import-two-cells': {
    level: 'error',
    text: ({ head }) => `“${head}”下面有不止一格内容，分不清用哪一格。请合成一格，或拆成两列各写表头。`,
  },
  'import-two-values': { level: 'error', text: () => '这一格写了不止一种。请只留一种。' },
  'import-word-unknown': {
    level: 'error',
    text: ({ allowed }) => `这一格的写法对不上。只能写下列之一：${allowed}。`,
  },
  'import-years-unclear': {
    level: 'error',
    text: () => '看不出满几年。请写整数，例如 18；不写“余年”“多年”和几个月。',
  },
  'import-years-start': {
    level: 'error',
    text: ({ opensOn, years }) =>
      `写的是起始时间，不是年数。请写满几年${years === '' ? '，例如 18' : `；算到公示首日 ${opensOn} 是 ${years}`}。`,
  },
  'import-date-unclear': {
    level: 'error',
    text: () => '不是一个存在的日期。请按“年-月-日”写，例如 2026-03-02。',
  },
  'import-date-half': {
    level: 'error',
    text: () => '公示的首日和截止只写了一个。请补上，或都留空。',
  },
  'import-patents-in-line': {
    level: 'error',
    text: () => '一行里写了不止一项专利。请一项一行（格内换行用 Alt+Enter），写法：一种夹具；ZL 2020 2 0000000.1。',
  },
  'import-numbering-lost': {
    level: 'warning',
    text: () => '这一格用了 Word 的自动编号，编号本身读不到。请核对；要保留编号的，改成手工输入的“1.”“2.”。',
  },
  'import-garbled': {
    level: 'error',
    text: () => '这一格有乱码（�）。请在原表里改正；如果是 CSV，请另存为“CSV UTF-8”。',
  },
  'import-look-alike': {
    level: 'warning',
    text: ({ signs }) =>
      `有看上去像汉字、其实是符号的字（多半是从 PDF 复制来的）：${signs}。已照此改写，请核对，并在原表里改正。`,
  },
  'import-sign-radical': {
    level: 'error',
    text: ({ sign, code }) => `“${sign}”（${code}）是部首符号，不是汉字，也没有对应的字。请对照原件重新输入这个字。`,
  },
  'import-sign-private-use': {
    level: 'error',
    text: ({ code }) =>
      `有一个自造的字（${code}），在别的电脑上会变成空白或方框。请对照原件，用支持 GB 18030 的输入法重新输入这个字。`,
  },
  'import-sign-unassigned': {
    level: 'error',
    text: ({ code }) => `有一个字库里还没有的字（${code}）。请对照原件，用支持 GB 18030 的输入法重新输入。`,
  },
  'import-bare-number': {
    level: 'error',
    text: () => '这一格只有数字，多半是公式没有查到（查不到时 Excel 写 0）。请写上文字；没有内容的请清空这一格。',
  },
  'import-private-text': {
    level: 'error',
    text: ({ kinds }) => `这一格里有像${kinds}的内容，不能公开，没有读取。请删去后重新导入。`,
  },
  'import-private-aside': {
    level: 'warning',
    text: ({ place, kinds }) => `${place}里有像${kinds}的内容，没有读取。请从原表里删去，不要再往外传。`,
  },
} as const satisfies Record<string, FindingText>;
