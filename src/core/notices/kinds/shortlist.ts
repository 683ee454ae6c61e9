import { noticeKind } from '../notice-kind.ts';

/** 入围公示: who is shown for the vote, the jury or the showcase. Nobody is decided on, so no limit binds it. */
export const shortlist = noticeKind({
  kind: 'shortlist',
  words: '入围公示',
  about: '投票、评审或技能展示以前公布入围人选，可以多于名额',
  person: '入围人选',
  state: 'shortlisted',
  list: 'whole',
  follows: ['first', 'shortlist'],
  afterClose: true,
  restarts: false,
  decides: false,
  leftOut: '未进入下一次入围名单',
  // The window and the outlets that the document prescribes are those of the publicity before the decision.
  ruled: (rules, { length, unit }) => ({
    ...rules,
    outlets: { ...rules.outlets, required: [], atEmployer: false },
    ...(length !== undefined &&
      unit !== undefined && { publicity: { stated: false, clause: rules.publicity.clause } as const }),
  }),
  next(stages) {
    const before = stages.findLastIndex(({ kind }) => kind === 'nomination' || kind === 'eligibilityReview');
    return stages.slice(before + 1).map(({ name }) => name);
  },
  title: (subject) => `关于${subject}入围人选的公示`,
  opening: ({ source, subject }) => `根据${source}，经推荐和审核，确定了${subject}入围人选。现将名单予以公示。`,
});
