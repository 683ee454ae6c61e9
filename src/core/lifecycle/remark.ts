import { chineseActKind, type ActKind } from '#core/acts/act-reason.ts';
import type { Args, FindingCode } from '#core/catalogue/finding.ts';
import type { StateName } from './phase.ts';

/** What an act is told, with the field it is about. */
export interface Remark {
  code: FindingCode;
  field: string;
  args: Args;
  /** The act cannot take effect at all; otherwise it stands as published, and what is wrong wants another act. */
  void?: true;
}

export const chineseState: Record<StateName, string> = {
  scheduled: '尚未发布',
  before: '已发布、尚未开始',
  open: '正在公示',
  suspended: '公示中止',
  closed: '公示期满、等待结果',
  announced: '结果已公布',
  withdrawn: '公示已撤销',
  unknown: '公示期无法推算',
};

/** An act in a state that knows no such act, with what can be done instead. */
export function outOfTurn(kind: ActKind, state: StateName): Remark {
  if (state === 'scheduled') return { code: 'act-before-publication', field: 'date', args: {}, void: true };
  if (state === 'withdrawn') return { code: 'act-after-withdrawal', field: 'date', args: {}, void: true };
  const args = { act: chineseActKind[kind], state: chineseState[state], instead: INSTEAD[kind]?.[state] ?? '' };
  return { code: 'act-out-of-turn', field: 'kind', args, void: true };
}

const NEW_WINDOW = '公示期已满，要让公众重新有时间提出意见，请用重新公示（re-publicity）。';
const AFTER_RESULT = '结果公布以后只能更正文字（correction）或撤销称号（revoke）。';
const RESUME_FIRST = '请先恢复（resumption），再办理。';

const INSTEAD: Record<ActKind, Partial<Record<StateName, string>>> = {
  correction: {},
  extension: { suspended: RESUME_FIRST, closed: NEW_WINDOW, announced: AFTER_RESULT },
  suspension: {
    before: '公示还没有开始，要改期请用重新公示（re-publicity），不再公示请用撤销公示（withdraw-notice）。',
    suspended: '已经中止，不必再办。',
    closed: '公示期已满，没有可以中止的日子。',
    announced: AFTER_RESULT,
  },
  resumption: {
    before: '没有中止过。',
    open: '没有中止，或已经恢复。',
    closed: NEW_WINDOW,
    announced: AFTER_RESULT,
  },
  're-publicity': { announced: AFTER_RESULT },
  'withdraw-candidate': { announced: AFTER_RESULT },
  'withdraw-notice': { announced: AFTER_RESULT },
  revoke: {
    before: '称号还没有授予，请用取消候选资格（withdraw-candidate）。',
    open: '称号还没有授予，请用取消候选资格（withdraw-candidate）。',
    suspended: '称号还没有授予，请用取消候选资格（withdraw-candidate）。',
    closed: '称号还没有授予，请用取消候选资格（withdraw-candidate）。',
  },
};
