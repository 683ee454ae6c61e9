import type { FindingText } from './finding-text.ts';

const SOURCE = '请对照国务院办公厅的通知原文';
/** The two forms of a file, as every message about one names them. */
const FORMS =
  '全国的放假安排是 calendar/年份.json（例如 calendar/2027.json，用 npm run calendar -- add 录入）；一地自己的调整是 calendar/regional/地区拼音-年份.json（例如 calendar/regional/shanghai-2018.json，里面 region 写 shanghai）。写法见 docs/命令行.md“放假安排的文件”';

/** What is wrong with the files of days off, and with a notice that is to become one. */
export const calendarTexts = {
  'calendar-file-name': {
    level: 'error',
    text: () => `这个文件名不合规定，里面的日子不会用到。${FORMS}。请改名，或移走它。`,
  },
  'regional-region-differs': {
    level: 'error',
    text: ({ region, name }) =>
      `文件里 region 写的是“${region}”，文件名里的地区是“${name}”，两处不同，这些日子用不上。请把 region 改成“${name}”；site.json 的 regionalCalendar 也写“${name}”。`,
  },
  'regional-year-differs': {
    level: 'error',
    text: ({ name }) => `文件名的年份与文件里写的 year 不一致。请改成 ${name}。`,
  },
  'regional-day-outside-year': {
    level: 'error',
    text: ({ date, year }) => `${date} 不在${year}年（含上一年12月）之内。请对照当地的通知改正。`,
  },
  'regional-unused': {
    level: 'error',
    text: ({ region, used }) =>
      used === ''
        ? `site.json 没有写 regionalCalendar，“${region}”的调整用不上，公示期会照全国的安排算。请在 site.json 写 "regionalCalendar": "${region}"；不是本地的，请移走这个文件。`
        : `site.json 的 regionalCalendar 写的是“${used}”，“${region}”的调整用不上。请改成一致；不是本地的，请移走这个文件。`,
  },
  'regional-missing': {
    level: 'error',
    text: ({ region }) =>
      `regionalCalendar 写的是“${region}”，却没有一个 calendar/regional/${region}-年份.json（里面 region 也写“${region}”）。请补上当地的调整，或删去这一项。写法见 docs/命令行.md“放假安排的文件”。`,
  },
  'regional-year-missing': {
    level: 'warning',
    text: ({ region, years, others }) =>
      `公示期用到${years}年，“${region}”的调整只有 ${others}年的，${years}年按全国的安排算。请核对当地${years}年有没有调整：有的，补上 calendar/regional/${region}-${years}.json；没有的，也放一个 holidays 为 [] 的同名文件，或在 round.md 的 accepted 中写明。`,
  },
  'calendar-unconfirmed': {
    level: 'warning',
    text: ({ by, reviewer, on }) =>
      `这个文件在 ${on} 由${by}、${reviewer}两人核对录入以后又被改动过。请对照通知原文，用 npm run calendar -- add --again 重新录入并由两人核对。`,
  },
  'holiday-notice-untitled': {
    level: 'error',
    text: () => '没有读到“关于…年部分节假日安排的通知”这个标题，不知道是哪一年。请从标题到落款把通知全文复制进来。',
  },
  'holiday-notice-year': {
    level: 'error',
    text: ({ year }) => `程序只认得2008年到2060年的法定节假日和农历，不能核对${year}年。请联系开发者补充。`,
  },
  'holiday-notice-unread': {
    level: 'error',
    text: ({ sentence }) =>
      `这一句没有读懂：“${sentence}”。应当像“1月1日（周四）至3日（周六）放假调休，共3天”或“1月4日（周日）上班”。${SOURCE}；确是这样写的，请联系开发者，不要改动原文。`,
  },
  'holiday-notice-date': {
    level: 'error',
    text: ({ text }) => `“${text}”不是读得懂的、存在的日期。${SOURCE}。`,
  },
  'holiday-notice-december': {
    level: 'error',
    text: ({ text }) => `“${text}”没有写年份，分不清是当年还是上一年的12月。${SOURCE}，补上年份。`,
  },
  'holiday-notice-span': {
    level: 'error',
    text: ({ from, to }) => `从 ${from} 到 ${to} 不成一段：结束早于开始，或者超过16天。${SOURCE}。`,
  },
  'holiday-notice-count': {
    level: 'error',
    text: ({ stated, counted }) => `写的是共${stated}天，起止日期数出来是${counted}天。${SOURCE}。`,
  },
  'holiday-notice-weekday': {
    level: 'error',
    text: ({ date, note, right }) => `${date}写的是${note}，那一天是${right}。${SOURCE}，也请核对年份。`,
  },
  'holiday-notice-lunar': {
    level: 'error',
    text: ({ date, note, right }) => `${date}写的是${note}，按农历${note}是${right}。${SOURCE}，也请核对年份。`,
  },
  'holiday-notice-holiday-missing': {
    level: 'error',
    text: ({ name, decree }) => `没有读到${name}的安排；${name}是${decree}规定的节日。${SOURCE}，把全文复制进来。`,
  },
  'holiday-notice-statutory': {
    level: 'error',
    text: ({ date, name, decree }) => `${date}是${decree}规定的${name}假日，这里没有放假。${SOURCE}。`,
  },
  'holiday-notice-workday': {
    level: 'error',
    text: ({ date }) => `${date}写成上班日，但它不是周末，本来就上班。${SOURCE}。`,
  },
  'holiday-notice-both': {
    level: 'error',
    text: ({ date }) => `${date}既放假又上班。${SOURCE}。`,
  },
  'holiday-notice-twice': {
    level: 'error',
    text: ({ date }) => `${date}写了两次。${SOURCE}。`,
  },
  'holiday-notice-unsigned': {
    level: 'error',
    text: () => '没有读到落款“国务院办公厅”和它的日期。请把落款一起复制进来，或用 --date 写明。',
  },
} as const satisfies Record<string, FindingText>;
