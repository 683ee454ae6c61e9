import { afterPublicity, noticeKind } from '../notice-kind.ts';

/** 增补公示: people who join a published list, with a window of their own; the others' window is not touched. */
export const supplementary = noticeKind({
  kind: 'supplementary',
  words: '增补公示',
  about: '名单公示以后增补人选，只有增补的人重新计算公示期',
  person: undefined,
  state: 'candidate',
  list: 'added',
  follows: ['candidates', 'supplementary', 're-publicity'],
  afterClose: false,
  restarts: false,
  decides: true,
  leftOut: '',
  ruled: (rules) => rules,
  next: afterPublicity,
  title: (subject) => `关于增补${subject}拟命名人选的公示`,
  opening: ({ source, subject }) =>
    `根据${source}，增补${subject}拟命名人选。现将增补人选予以公示，此前公示的人选和公示期不变。`,
});
