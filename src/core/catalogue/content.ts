import type { FindingText } from './finding-text.ts';

/** What the strict reader finds: files, front matter, Markdown, and values that do not fit the schema. */
export const contentTexts = {
  'sign-invisible': {
    level: 'error',
    text: ({ position, sign, code }) =>
      `第 ${position} 个字符是看不见的“${sign}”（${code}），会使看上去一样的文字变成两样，也搜不到。请删去它，或重新输入这几个字。`,
  },
  'sign-variation': {
    level: 'error',
    text: ({ position, sign, code }) =>
      `第 ${position} 个字符是看不见的“${sign}”（${code}），它给前一个字指定了字形，换一台电脑就会变样，也搜不到。请删去它；证件上是异体字的，请直接输入那个字。`,
  },
  'sign-stray-mark': {
    level: 'error',
    text: ({ position, sign, code }) =>
      `第 ${position} 个字符是“${sign}”（${code}），叠在前一个字上，不属于任何字母。请删去它，或重新输入这几个字。`,
  },
  'sign-private-use': {
    level: 'error',
    text: ({ position, code }) =>
      `第 ${position} 个字符是自造字（${code}），在别的电脑上会变成空白或方框。请用支持 GB 18030 的输入法重新输入这个字。`,
  },
  'sign-lost': {
    level: 'error',
    text: ({ position }) => `第 ${position} 个字符已经丢失（显示为 �）。请对照原件重新输入。`,
  },
  'form-heading-unknown': {
    level: 'error',
    text: ({ heading, allowed }) =>
      `这张表把一项读作正文“${heading}”，programme.md 的 texts 里没有这个标题。请改成：${allowed}；或在那里补上。`,
  },
  'content-missing': {
    level: 'error',
    text: () => '找不到内容目录。请核对 --content 后面写的路径。',
  },
  'file-missing': {
    level: 'error',
    text: ({ what }) => `缺少这个文件：${what}。请补上。`,
  },
  'notice-id-taken': {
    level: 'error',
    text: ({ edition }) => `这份公示的网址与另一届 ${edition} 的相同。请给 notices 下的文件夹换一个名字。`,
  },
  'unexpected-file': {
    level: 'error',
    text: ({ allowed }) => `内容目录里不该有这个文件。这里只放：${allowed}。请移走它，或改成规定的文件名。`,
  },
  'mdx-in-content': {
    level: 'error',
    text: () => 'MDX 是程序代码，不能放在内容目录里。请改用普通 Markdown（.md），并去掉其中的代码。',
  },
  'link-in-content': {
    level: 'error',
    text: () => '这是一个快捷方式（符号链接），不是文件。请放入文件本身。',
  },
  'bad-id': {
    level: 'error',
    text: () => '文件（夹）名只能用小写英文字母、数字和短横线，最长 64 个字符，例如 weihai-craftsman。请改名。',
  },
  'id-differs-by-case': {
    level: 'error',
    text: ({ other }) => `与 ${other} 只差大小写，在有的电脑上会互相覆盖。请只留一个。`,
  },
  'file-too-large': {
    level: 'error',
    text: ({ size, limit }) => `文件有 ${size} KB，超过上限 ${limit} KB。请检查是否放错了文件，并删去多余内容。`,
  },
  'file-not-utf8': {
    level: 'error',
    text: () => '文件不是 UTF-8 编码。请在编辑器里另存为 UTF-8。',
  },
  'file-has-bom': {
    level: 'error',
    text: () => '文件开头有不可见的 BOM 标记。请另存为“UTF-8”（不是“UTF-8 BOM”）。',
  },
  'control-character': {
    level: 'error',
    text: ({ character }) => `这一行有不可见的控制字符 ${character}。请删去后重新输入这一行。`,
  },
  'front-matter-missing': {
    level: 'error',
    text: () => '文件要以单独一行 --- 开头，写完各项后再用单独一行 --- 结束。请补上。',
  },
  'front-matter-language': {
    level: 'error',
    text: () => '第一行只能是三个短横线 ---，后面不能再写任何字。请删去后面的字。',
  },
  'front-matter-toml': {
    level: 'error',
    text: () => '文件用了 +++（TOML）。请改用 --- 包住各项，写成“项目: "内容"”的样子。',
  },
  'yaml-unreadable': {
    level: 'error',
    text: () => '这一行的写法读不懂：请检查冒号后有没有空格、引号是否成对、缩进是否一致。',
  },
  'yaml-wide-colon': {
    level: 'error',
    text: () => '项目名后面写成了中文（全角）冒号“：”。请改成英文冒号加一个空格，例如 name: "内容"。',
  },
  'yaml-wide-quotes': {
    level: 'error',
    text: () => '内容两头写成了中文（全角）引号“”。请改成英文引号，例如 name: "内容"。',
  },
  'yaml-alias': {
    level: 'error',
    text: () => '不能使用 & 或 * 引用别处的内容。请把内容直接写在这里；文字本身有 & 或 * 时请加引号。',
  },
  'yaml-tag': {
    level: 'error',
    text: () => '不能使用以 ! 开头的标记。请删去；文字本身有 ! 时请加引号。',
  },
  'yaml-duplicate-key': {
    level: 'error',
    text: () => '同一个项目写了两次。请只留一个。',
  },
  'unquoted-date': {
    level: 'error',
    text: () => '日期和时间要加英文引号，例如 "2026-11-23"。请加上引号。',
  },
  'unquoted-number': {
    level: 'error',
    text: () => '这串数字会被改写（开头的 0 丢失或位数太多）。请加上英文引号。',
  },
  'empty-value': {
    level: 'error',
    text: () => '这一项是空的。请填上内容，或删去这一行。',
  },
  'json-unreadable': {
    level: 'error',
    text: () => '不是合乎规定的 JSON：请检查引号、逗号和括号是否成对。',
  },
  'html-in-markdown': {
    level: 'error',
    text: () => '正文里不能写网页代码（以 < 开头的标记）。请改成普通文字；要显示小于号请写全角＜。',
  },
  'image-in-markdown': {
    level: 'error',
    text: () => '正文里不能插入图片。照片请放入 photos 文件夹，由导入命令处理。',
  },
  'link-definition': {
    level: 'error',
    text: () => '不能用“[名称]: 地址”的写法。请把链接直接写成 [文字](地址)。',
  },
  'link-protocol': {
    level: 'error',
    text: () => '链接只能以 http://、https://、mailto: 或 tel: 开头。请改正或删去这个链接。',
  },
  'markup-not-allowed': {
    level: 'error',
    text: ({ element }) => `正文里不能用这种格式（${element}）。只能用二到四级标题、段落、列表、引用、加粗和链接。`,
  },
  'unknown-key': {
    level: 'error',
    text: ({ key, meant }) =>
      `没有“${key}”这一项${meant ? `，是不是想写“${meant}”` : ''}。请改正或删去；不公开的信息不能写进内容目录。`,
  },
  'missing-field': {
    level: 'error',
    text: ({ field }) => `缺少“${field}”这一项。请补上。`,
  },
  'wrong-type': {
    level: 'error',
    text: ({ expected }) => `这一项应当是${expected}。请改正。`,
  },
  'not-one-of': {
    level: 'error',
    text: ({ allowed }) => `这一项只能写下列之一：${allowed}。请改正。`,
  },
  'too-few': {
    level: 'error',
    text: ({ minimum, unit }) => `这一项至少要有 ${minimum} ${unit}。请补上。`,
  },
  'too-many': {
    level: 'error',
    text: ({ maximum, unit }) => `这一项最多 ${maximum} ${unit}。请缩短。`,
  },
  'wrong-format': {
    level: 'error',
    text: ({ example }) => `格式不对，应当像 ${example}。请改正。`,
  },
  'not-a-date': {
    level: 'error',
    text: ({ value }) =>
      `${value ? `“${value}”` : '这里写的'}不是一个存在的日期。请按“年-月-日”写，例如 "2026-11-23"。`,
  },
  'not-an-instant': {
    level: 'error',
    text: () => '时刻要连同时区一起写，例如 "2026-11-25T10:00:00+08:00"。请改正。',
  },
  'not-a-time': {
    level: 'error',
    text: () => '时间要写成 "17:00" 的样子，当天结束写 "24:00"。请改正。',
  },
  'at-most-above-count': {
    level: 'error',
    text: () => '至多命名的人数（atMost）比公示的人数（count）还多。请核对；不是差额公示的，不写 atMost。',
  },
  'not-one-line': {
    level: 'error',
    text: () => '这一项只能是一行文字，前后不能有空格，中间不能换行。请改正。',
  },
  'coverage-reversed': {
    level: 'error',
    text: () => '日历的起始日期晚于结束日期。请对调。',
  },
  'day-off-and-make-up': {
    level: 'error',
    text: ({ date }) => `${date} 既写成放假又写成调休上班。请对照国务院办公厅的通知，只留一个。`,
  },
  'make-up-on-weekday': {
    level: 'error',
    text: ({ date }) => `${date} 是周一至周五，不会是调休上班日。请对照国务院办公厅的通知改正。`,
  },
  'calendar-contradiction': {
    level: 'error',
    text: ({ date, years }) => `${date} 在 ${years} 两年的日历文件里一个写放假、一个写上班。请对照通知原文，只留一处。`,
  },
  'calendar-year-differs': {
    level: 'error',
    text: ({ name }) => `文件名的年份与文件里写的 year 不一致。请改成 ${name}。`,
  },
  'sample-clock-without-sample': {
    level: 'error',
    text: () => '写了 sampleClock 却没有 sample: true。正式站点请删去 sampleClock。',
  },
  'sample-without-clock': {
    level: 'error',
    text: () => '示例站点要写明 sampleClock（示例停在哪一刻），例如 "2026-11-25T10:00:00+08:00"。',
  },
  'paper-half-imprint': {
    level: 'error',
    text: () => '版记要同时写明印发机关 printedBy 和印发日期 printedOn。请补上缺的一项，或把另一项也删去。',
  },
  'heading-missing': {
    level: 'error',
    text: () => '正文要先写二级标题（## 事迹材料），再写文字。请补上标题。',
  },
  'notice-part-missing': {
    level: 'error',
    text: ({ part }) => `公示正文里缺少单独成行的“【${part}】”。请补上，${part}由程序按数据填入。`,
  },
  'notice-part-twice': {
    level: 'error',
    text: ({ part }) => `公示正文里“【${part}】”出现了不止一次。请只留一处。`,
  },
} as const satisfies Record<string, FindingText>;
