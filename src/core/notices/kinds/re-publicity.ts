import { afterPublicity, noticeKind } from '../notice-kind.ts';

/** 重新公示: another list in the place of the one before it, with a complete window; nothing is credited from before. */
export const rePublicity = noticeKind({
  kind: 're-publicity',
  words: '重新公示',
  about: '名单有重大变动，以新的名单重新公示，原来过去的日子不计',
  person: undefined,
  state: 'candidate',
  list: 'whole',
  follows: ['candidates', 'supplementary', 're-publicity'],
  afterClose: false,
  restarts: true,
  decides: true,
  leftOut: '重新公示的名单没有列入',
  ruled: (rules) => rules,
  next: afterPublicity,
  title: (subject) => `关于${subject}拟命名人选的重新公示`,
  opening: ({ source, subject }) =>
    `根据${source}，${subject}拟命名人选名单有变动。现将变动后的名单重新公示，公示期重新计算，接受社会监督。`,
});
