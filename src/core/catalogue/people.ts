import type { FindingText } from './finding-text.ts';

const ACCEPT = '确有理由的，请在 round.md 的 accepted 中写明。';

/** Whoever was approved is the office's to leave out, not the program's. */
const DECIDE = '由批准名单的单位定夺，程序不代为取舍。';

/** What the rules find about one person on the list. */
export const personTexts = {
  'tier-missing': {
    level: 'error',
    text: ({ allowed }) => `没有写档次（tier），而本活动不止一个称号。请写下列之一：${allowed}。`,
  },
  'tier-unknown': {
    level: 'error',
    text: ({ tier, allowed }) => `没有“${tier}”这个档次。请写下列之一：${allowed}。`,
  },
  'subject-unstated': {
    level: 'error',
    text: ({ name }) =>
      `“${name}”是集体或单位的名称，却没有写对象（subject），会被当成一个人公示。请写下列之一：collective（集体）、team（团队）、crew（班组）、unit（单位）。`,
  },
  'subject-field': {
    level: 'error',
    text: ({ subject, what, field }) => `对象是${subject}，不写${what}（${field}）：这一项只属于个人。请删去这一项。`,
  },
  'subject-tier': {
    level: 'error',
    text: ({ subject, tier, allowed }) =>
      `“${tier}”是授予${allowed}的，而这里的对象是${subject}。请核对档次（tier）和对象（subject）。`,
  },
  'nominating-body-unknown': {
    level: 'error',
    text: ({ body }) =>
      `推荐单位“${body}”不在本届推荐单位之列。请改成 round.md 的 nominatingBodies 中的写法，或者在那里补上。`,
  },
  'route-not-allowed': {
    level: 'error',
    text: ({ route, allowed, basis }) =>
      `推荐方式 ${route} 不合规定，只能写：${allowed}${basis}。请核对推荐材料后改正；确是这样推荐的，${DECIDE}`,
  },
  'same-person-twice': {
    level: 'error',
    text: ({ other }) =>
      `与 ${other}.md 姓名相同、单位相同，名单上重复了。请删去一份；确是两个人的，请在单位名称里写到部门，以示区别。`,
  },
  'namesake-in-round': {
    level: 'warning',
    text: ({ name, employer }) =>
      `名单上另有一位${name}（${employer}）。同名不同单位，请确认不是同一人，并在 round.md 的 accepted 中写明。`,
  },
  'repeat-holder': {
    level: 'error',
    text: ({ name, employer, edition, since, title, text, basis }) =>
      `${name}（${employer}）在${edition}已获“${title}”称号（${since} 命名）。规定是：“${text}”${basis}。请核对；${DECIDE}`,
  },
  'repeat-holder-general': {
    level: 'warning',
    text: ({ name, employer, edition, since, title, text, basis }) =>
      `${name}（${employer}）在${edition}已获“${title}”称号（${since} 命名）。规定是：“${text}”${basis}。请核对；${ACCEPT}`,
  },
  'repeat-holder-namesake': {
    level: 'warning',
    text: ({ name, employer, edition, title }) =>
      `${edition}有一位同名的“${title}”：${name}（${employer}）。请确认不是同一人换了单位；确认后在 round.md 的 accepted 中写明。`,
  },
  'district-unknown': {
    level: 'error',
    text: ({ district, allowed }) =>
      `所属区县写的是“${district}”，这个活动的区县只有：${allowed}。请改成其中一个；确是漏列的，请运行 npm run new-programme，加 --extend 和 --district 补上。`,
  },
  'skill-level-missing': {
    level: 'error',
    text: ({ required, basis }) => `没有写技能等级，规定要求${required}以上${basis}。请按证书补上 skillLevel。`,
  },
  'skill-level-missing-general': {
    level: 'warning',
    text: ({ required, basis }) =>
      `没有写技能等级，规定一般要求${required}以上${basis}。请按证书补上 skillLevel；${ACCEPT}`,
  },
  'skill-level-below': {
    level: 'error',
    text: ({ level, required, basis }) =>
      `技能等级是${level}，规定要求${required}以上${basis}。请核对证书后改正；确实不够的，${DECIDE}`,
  },
  'skill-level-below-general': {
    level: 'warning',
    text: ({ level, required, basis }) =>
      `技能等级是${level}，规定一般要求${required}以上${basis}。请核对证书；${ACCEPT}`,
  },
  'honour-below': {
    level: 'error',
    text: ({ required, basis }) => `没有一项${required}以上的荣誉${basis}。请核对后补上；确实没有的，${DECIDE}`,
  },
  'honour-level-missing': {
    level: 'error',
    text: ({ required, allowed, basis }) =>
      `看不出有没有${required}以上的荣誉${basis}。请给荣誉写上级别 level，达到要求的写下列之一：${allowed}。`,
  },
  'years-missing': {
    level: 'error',
    text: ({ required, basis }) => `没有写从事本工种的年数，规定要求满 ${required} 年${basis}。请补上 yearsInTrade。`,
  },
  'years-below': {
    level: 'error',
    text: ({ years, required, basis }) =>
      `从事本工种 ${years} 年，规定要求满 ${required} 年${basis}。请核对后改正；确实不满的，${DECIDE}`,
  },
  'condition-missing': {
    level: 'error',
    text: ({ allowed, basis }) => `没有写符合哪一条推荐条件${basis}。请在 conditions 中写上，可写：${allowed}。`,
  },
  'condition-unknown': {
    level: 'error',
    text: ({ key, allowed, basis }) => `没有第“${key}”条推荐条件${basis}。请改正，可写：${allowed}。`,
  },
  'text-missing': {
    level: 'error',
    text: ({ heading, basis }) => `缺少“${heading}”的文字${basis}。请用“## ${heading}”作标题，在下面写上。`,
  },
  'summary-missing': {
    level: 'error',
    text: ({ basis }) => `没有简要事迹${basis}。请在 summary 中写一段话；导入时也可以用 --summary-from 取正文的开头。`,
  },
  'text-too-long': {
    level: 'error',
    text: ({ heading, count, atMost, basis }) =>
      `“${heading}”有 ${count} 字，规定 ${atMost} 字以内${basis}。请删去 ${Number(count) - Number(atMost)} 字。`,
  },
  'text-about': {
    level: 'warning',
    text: ({ heading, count, about, from, to, basis }) =>
      `“${heading}”有 ${count} 字，规定 ${about} 字左右${basis}。请改到 ${from} 至 ${to} 字；${ACCEPT}`,
  },
  'text-heading-unknown': {
    level: 'error',
    text: ({ heading, allowed }) =>
      `规定里没有“${heading}”这个标题。${allowed ? `请改用：${allowed}` : '请删去这一段'}；确要增加的，请先写进 programme.md 的 texts。`,
  },
  'text-heading-twice': {
    level: 'error',
    text: ({ heading }) => `“${heading}”这个标题出现了不止一次。请并成一段。`,
  },
  'earlier-publicity-missing': {
    level: 'error',
    text: ({ by, basis }) => `没有写在${by}公示的日期${basis}。请补上 earlierPublicity 的 opensOn 和 closesOn。`,
  },
  'earlier-publicity-reversed': {
    level: 'error',
    text: ({ opensOn, closesOn }) => `先前公示的截止日 ${closesOn} 早于首日 ${opensOn}。请核对两个日期的年、月、日。`,
  },
  'earlier-publicity-short': {
    level: 'error',
    text: ({ by, opensOn, closesOn, count, required, expected, basis }) =>
      `在${by}公示 ${opensOn} 至 ${closesOn} 只有${count}，规定不少于${required}${basis}，应到 ${expected}。请核对日期；确实不够的，请补足公示。`,
  },
  'earlier-publicity-late': {
    level: 'error',
    text: ({ by, closesOn, first, basis }) =>
      `在${by}的公示到 ${closesOn} 才结束，而本次公示 ${first} 就开始了；规定先在${by}公示、无异议后上报${basis}。请核对日期。`,
  },
  'placeholder-name': {
    level: 'error',
    text: ({ name }) => `“${name}”是占位的字样，不是姓名。请换成本人姓名，或者删去这个文件。`,
  },
  'placeholder-collective': {
    level: 'error',
    text: ({ name }) => `“${name}”是占位的字样，不是集体或单位的名称。请写全称，或者删去这个文件。`,
  },
  'placeholder-name-vouched': {
    level: 'warning',
    text: ({ name }) => `“${name}”像占位的字样，有人确认确是本人姓名。`,
  },
  'name-with-mark': {
    level: 'error',
    text: ({ mark }) => `姓名里有“${mark}”，像是没有打出来的字或者占位符号。请对照身份证件写全姓名。`,
  },
  'name-with-space': {
    level: 'error',
    text: ({ name }) => `姓名中间有空格。请写成“${name}”；两字姓名对齐由页面处理。`,
  },
  'name-in-latin': {
    level: 'error',
    text: () => '姓名只有拉丁字母。请写中文姓名；外籍人员请写证件上的中文译名。',
  },
  'template-name': {
    level: 'error',
    text: ({ name }) =>
      `“${name}”出自网上流传的姓名模板，2025年有多地公示名单误用。请对照推荐材料换成本人姓名，并核对整份名单。`,
  },
  'template-name-possible': {
    level: 'warning',
    text: ({ name }) =>
      `“${name}”也出现在网上流传的姓名模板里。请对照推荐材料核对；确有其人的，请在 round.md 的 accepted 中写明。`,
  },
  'name-private-use': {
    level: 'error',
    text: ({ code }) =>
      `有一个自造的字（${code}），在别的电脑上会变成空白或方框。请用支持 GB 18030 的输入法重新输入这个字。`,
  },
  'name-replacement': {
    level: 'error',
    text: () => '有一个字已经丢失（显示为 �）。请对照原件重新输入。',
  },
  'name-unassigned': {
    level: 'error',
    text: ({ code }) => `有一个字库里还没有的字（${code}）。请对照原件，用支持 GB 18030 的输入法重新输入。`,
  },
  'name-middle-dot': {
    level: 'error',
    text: ({ character, code }) => `间隔号写成了“${character}”（${code}）。请改为“·”（U+00B7）。`,
  },
  'name-look-alike': {
    level: 'error',
    text: ({ character, code, meant }) =>
      `“${character}”（${code}）看上去像“${meant}”，却是另一个字符，会搜不到。请改为“${meant}”。`,
  },
  'name-radical': {
    level: 'error',
    text: ({ character, code }) => `“${character}”（${code}）是部首符号，不是汉字。请重新输入这个字。`,
  },
  'name-character': {
    level: 'error',
    text: ({ character, code }) => `“${character}”（${code}）不该出现在姓名或单位里。请对照原件改正。`,
  },
} as const satisfies Record<string, FindingText>;
