import { NOTICE_KIND_TABLE } from './kinds/index.ts';
import type { NoticeKindDefinition } from './notice-kind.ts';

export type NoticeKind = (typeof NOTICE_KIND_TABLE)[number]['kind'];
export const NOTICE_KINDS = NOTICE_KIND_TABLE.map(({ kind }) => kind) as unknown as readonly [
  NoticeKind,
  ...NoticeKind[],
];

/** A kind whichever it is. */
export type AnyNoticeKind = NoticeKindDefinition<NoticeKind>;

/** The one file that says everything of a kind; a notice that says none is the list of candidates. */
export function noticeKindOf(notice: { kind?: NoticeKind | undefined } | undefined): AnyNoticeKind {
  const kind = notice?.kind ?? 'candidates';
  return NOTICE_KIND_TABLE.find((definition) => definition.kind === kind) as AnyNoticeKind;
}
