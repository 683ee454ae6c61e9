import type { FindingText } from './finding-text.ts';

const REPUBLISH =
  '要换人，请重新公示（npm run act -- --kind re-publicity）；确是同一个人的，凭批准文件办理：加 --document 文号，再由批准人和复核人两个人签（npm run approve），页面上会写明。';

/** Corrections that are none, and what nobody but its author has looked at. */
export const reviewTexts = {
  'correction-no-slip': {
    level: 'error',
    text: ({ shown, now }) =>
      `公众看到的姓名是“${shown}”，改成的“${now}”与它在字、音、形上都对不上，不是文字差错，等于换了一个公众没有看过的人。${REPUBLISH}`,
  },
  'correction-name-and-employer': {
    level: 'error',
    text: ({ shown, now }) =>
      `“${shown}”的姓名（改为“${now}”）和工作单位都更正了，公众已经认不出是同一个人，不是文字差错。${REPUBLISH}`,
  },
  'correction-one-signature': {
    level: 'error',
    text: ({ shown, now }) =>
      `“${shown}”更正为“${now}”不是一般的文字差错，不能一人办理。请由批准人和复核人两个人签（npm run approve -- --act …）。`,
  },
  'correction-elsewhere': {
    level: 'error',
    text: () => '“alsoIn”和“kept”说的是材料里的旧姓名，只有更正姓名时才写。请删去。',
  },
  'former-name-stands': {
    level: 'error',
    text: ({ former, now, field, line }) =>
      `姓名已由“${former}”更正为“${now}”，${field}里还写着旧姓名：“${line}”。请在同一次更正里一并改（--replace-former），或写明为什么保留（--keep-former 原因）。`,
  },
  'stroke-order-differs': {
    level: 'warning',
    text: ({ name, before, a, b, more, fewer }) =>
      `按姓氏笔画，${name}（“${b}”${fewer}画）应在${before}（“${a}”${more}画）之前。次序以审定的名单为准：确是这样定的，请写明谁看过（npm run accept）；排错了的，请改名单。`,
  },
  'stroke-form-differs': {
    level: 'warning',
    text: ({ name, before, a, b, fewer }) =>
      `“${b}”和“${a}”都是${fewer}画，按起笔横、竖、撇、点、折，${name}应在${before}之前。次序以审定的名单为准：确是这样定的，请写明谁看过（npm run accept）；排错了的，请改名单。`,
  },
  'stroke-shorter-first': {
    level: 'warning',
    text: ({ name, before }) =>
      `同姓的，字数少的在前：${name}应在${before}之前。次序以审定的名单为准：确是这样定的，请写明谁看过（npm run accept）；排错了的，请改名单。`,
  },
  'stroke-unknown': {
    level: 'warning',
    text: ({ name, before, sign }) =>
      `笔画表里没有“${sign}”，${before}和${name}谁在前对照不了。请人工核对，并写明谁看过（npm run accept）。`,
  },
  'list-repeats-earlier': {
    level: 'warning',
    text: ({ same, of, run, edition }) =>
      `名单 ${of} 人中有 ${same} 人与${edition}的名单相同，最长一连 ${run} 人次序也相同。请核对是不是用错了名单；确是同一批人的，请写明谁看过（npm run accept）。`,
  },
  'prose-contradicts': {
    level: 'error',
    text: ({ words, what, known, sentence }) =>
      `正文写着“${words}”（“${sentence}”），${what}与数据不一致：${known}。一页不能有两种说法，请改正文或改数据；确是另一件事的，请写明一次（npm run accept -- --words ${words} --meaning 是什么）。`,
  },
  'other-fact-not-needed': {
    level: 'error',
    text: ({ words }) => `“${words}”已写明另有所指（otherFacts），正文里却没有与数据不一致的这一处。请删去这一条。`,
  },
  'review-missing': {
    level: 'warning',
    text: ({ what, option, round }) =>
      `${what}还没有人复核，不能发布。请先出校样（npm run proof -- --round ${round} ${option} --out 校样.html），看过以后记录批准人和复核人（npm run approve -- --round ${round} ${option} --approver 姓名 --reviewer 姓名）。`,
  },
  'review-missing-takedown': {
    level: 'warning',
    text: ({ what, option, round }) =>
      `${what}已经办了，事后还要复核。请出校样（npm run proof -- --round ${round} ${option} --out 校样.html），再记录批准人和复核人（npm run approve -- --round ${round} ${option} --approver 姓名 --reviewer 姓名）。`,
  },
  'review-differs': {
    level: 'error',
    text: ({ what, option, round, date }) =>
      `${what}在 ${date} 复核以后又改动过。请改回；确需改的，请再看一遍、再签一次（npm run approve -- --round ${round} ${option} --again 原因）。`,
  },
} as const satisfies Record<string, FindingText>;
