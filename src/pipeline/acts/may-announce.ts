import { chinaDate, chineseFullDate, type Instant } from '#core/calendar/plain-date.ts';
import { decidingNotices } from '#core/lifecycle/decided.ts';
import { noticeState } from '#core/lifecycle/notice-state.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import type { Dossier } from '#core/records/content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Every list that the decision rests on has been open to objection. */
export function refuseUnlessAllClosed(whole: Dossier, now: Instant): void {
  const deciding = decidingNotices(whole.folder, now);
  const notices = noticeLives(whole).filter(({ folder }) => deciding.some(({ part }) => part?.id === folder.part?.id));
  for (const notice of notices) refuseUnlessClosed(notice, now);
}

/** A 补充公布 adds to a result that is public. */
export function refuseUnlessAnnounced(dossier: Dossier, now: Instant): void {
  const state = noticeState(dossier, now);
  if (state.state === 'withdrawn') throw new Refusal('notice-withdrawn', '公示已经撤销，不能据此公布结果。');
  if (state.state !== 'announced') {
    throw new Refusal(
      'result-not-yet',
      `${dossier.folder.id} 的结果还没有公布，不能补充公布。第一次公布请不写 --further。`,
    );
  }
}

/** Nothing is decided while objections can still come in. */
function refuseUnlessClosed(dossier: Dossier, now: Instant): void {
  const { result } = dossier.folder;
  if (result) {
    throw new Refusal(
      'result-exists',
      `${dossier.folder.id} 已经有结果（${result.file}）。改正文字请用更正（npm run act），撤销称号请用 revoke，补充公布请加 --further。`,
    );
  }
  const state = noticeState(dossier, now);
  switch (state.state) {
    case 'closed':
      return;
    case 'scheduled':
      throw new Refusal('window-open', '公示还没有发布，不能公布结果。');
    case 'before':
      throw new Refusal('window-open', `公示 ${chineseFullDate(chinaDate(state.opens))}才开始，不能公布结果。`);
    case 'open':
      throw new Refusal(
        'window-open',
        `公示期到 ${chineseFullDate(chinaDate(state.closes - 1))}才满，期满以后才能决定和公布结果。`,
      );
    case 'suspended':
      throw new Refusal('window-open', '公示还在中止，没有满期。请先恢复公示（npm run act -- --kind resumption）。');
    case 'withdrawn':
      throw new Refusal('notice-withdrawn', '公示已经撤销，不能据此公布结果。');
    default:
      throw new Refusal('window-unknown', '公示期推算不出来，不能断定是否已满。请先运行 npm run check。');
  }
}
