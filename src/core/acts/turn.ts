import type { Args, FindingCode } from '#core/catalogue/finding.ts';

/** Where a notice can stand; always exactly one. */
export type StateName =
  'scheduled' | 'before' | 'open' | 'suspended' | 'closed' | 'announced' | 'withdrawn' | 'replaced' | 'unknown';

export const chineseState: Record<StateName, string> = {
  scheduled: '尚未发布',
  before: '已发布、尚未开始',
  open: '正在公示',
  suspended: '公示中止',
  closed: '公示期满、等待结果',
  announced: '结果已公布',
  withdrawn: '公示已撤销',
  replaced: '已由重新公示代替',
  unknown: '公示期无法推算',
};

/** What an act is told, with the field it is about. */
export interface Remark {
  code: FindingCode;
  field: string;
  args: Args;
  /** The act cannot take effect at all; otherwise it stands as published, and what is wrong wants another act. */
  void?: true;
}

/** What to do instead, where an act comes at the wrong time: sentences that several kinds share. */
export const NEW_WINDOW = '公示期已满，要让公众重新有时间提出意见，请用重新公示（re-publicity）。';
export const AFTER_RESULT = '结果公布以后只能更正文字（correction）或撤销称号（revoke）。';
export const RESUME_FIRST = '请先恢复（resumption），再办理。';
export const NOT_CONFERRED = '称号还没有授予，请用取消候选资格（withdraw-candidate）。';
