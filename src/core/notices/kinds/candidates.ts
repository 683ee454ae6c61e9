import { afterPublicity, noticeKind } from '../notice-kind.ts';

/** 拟命名公示: the list the decision will be made from. A notice that says no kind is one. */
export const candidates = noticeKind({
  kind: 'candidates',
  words: '拟命名公示',
  about: '决定以前的公示，结果从这份名单里产生',
  person: undefined,
  state: 'candidate',
  list: 'whole',
  // A first list of candidates can go to the vote too, and a shorter one follow it.
  follows: ['first', 'shortlist', 'candidates'],
  afterClose: true,
  restarts: false,
  decides: true,
  leftOut: '未进入拟命名名单',
  ruled: (rules) => rules,
  next: afterPublicity,
  title: (subject) => `关于${subject}拟命名人选的公示`,
  opening: ({ source, subject, passed }) =>
    `根据${source}，${passed}确定了${subject}拟命名人选。现将名单予以公示，接受社会监督。`,
});
