import { addDays, chinaDate } from '#core/calendar/plain-date.ts';
import type { WorkDays } from '#site/live/calling.ts';
import { workDays } from '#site/live/work-days.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { type ChannelView, channelView } from './channel-view.ts';
import { objectionView } from './objection-view.ts';

/** The second door: slips of the pen in one round. */
export interface CorrectionView {
  /** `2026年度威海市首席技师`. */
  subject: string;
  /** `公示`, and of a round with several notices which. */
  publicity: string;
  noticeTitle: string;
  /** The round's own; where it has none, the site's. */
  channels: ChannelView[];
  workDays: WorkDays;
}

export function correctionView(round: PublicRound, { site, now }: Pick<Publication, 'site' | 'now'>): CorrectionView {
  const own = objectionView(round).corrections;
  const today = chinaDate(now);
  return {
    subject: `${round.data.edition}${round.programme.data.title}`,
    publicity: publicityWord(round),
    noticeTitle: round.notice.data.title,
    channels:
      own.length > 0
        ? own
        : site.channels.filter(({ purpose }) => purpose.includes('correction')).map((channel) => channelView(channel)),
    workDays: workDays(round.life.calendar, today, addDays(today, 90)),
  };
}
