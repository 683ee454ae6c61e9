import { chineseReason } from '#core/acts/act-reason.ts';
import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import type { PublicNotice } from '#core/lifecycle/public-notice.ts';
import type { PublicRound } from '#site/publication.ts';
import { followedBy, publicityWord } from '#site/sequence.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';

/** What is settled of a notice whatever the hour; a notice that is not settled shows its window, and a clock says the rest. */
export interface SettledView {
  state: 'withdrawn' | 'replaced' | 'followed' | 'revoked';
  /** `公示已撤销`. */
  title: string;
  text: string;
  /** The act on the notice page that settled it. */
  act: string | undefined;
}

/** A window that no longer counts, or a decision that no longer stands. */
export function settledView(round: PublicRound, notice: PublicNotice): SettledView | undefined {
  const { state, life, acts } = round;
  if (state.state === 'withdrawn') {
    const act = acts.find(({ data }) => data.kind === 'withdraw-notice');
    const reason = act ? `（${chineseReason[act.data.reasonCode]}）` : '';
    return {
      state: 'withdrawn',
      title: '公示已撤销',
      text: `${chineseInstant(state.since)}撤销${reason}，不再据此命名。`,
      act: act?.id,
    };
  }
  if (notice.replaced) {
    const next = acts.filter(({ data }) => data.kind === 're-publicity')[notice.number - 1];
    return {
      state: 'replaced',
      title: '已重新公示',
      text: next ? `${chineseDate(next.data.date)}起以重新公示为准，公示期重新计算。` : '以重新公示为准。',
      act: next?.id,
    };
  }
  const next = followedBy(round);
  if (next) return followed(round, next);
  if (state.state === 'announced' && state.revoked === 'whole') {
    const act = acts.find(({ data }) => data.kind === 'revoke' && data.whole);
    const since = act ? chineseDate(act.data.date) : chineseDate(chinaDate(state.since));
    return {
      state: 'revoked',
      title: '命名决定已撤销',
      text: `${since}撤销《${life.folder.result?.data.title ?? ''}》授予的全部称号。`,
      act: act?.id,
    };
  }
  return undefined;
}

/** The list went on to another notice: of a window that ran its course, or of one that begins anew. */
function followed(round: PublicRound, next: PublicRound): SettledView {
  const since = chineseDate(next.notice.data.published);
  const { words } = next.kind;
  return next.kind.restarts
    ? { state: 'replaced', title: `已${words}`, text: `${since}起以${words}为准，公示期重新计算。`, act: undefined }
    : { state: 'followed', title: `${publicityWord(round)}已结束`, text: `${since}发布${words}。`, act: undefined };
}
