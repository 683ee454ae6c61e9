import {
  chinaDate,
  chinaInstant,
  chinaTime,
  chineseDate,
  chineseFullDate,
  type Instant,
} from '#core/calendar/plain-date.ts';
import { DAY_END } from '#core/window/publicity-window.ts';
import type { Door, DoorTimes } from '#site/live/door.ts';
import type { PublicRound } from '#site/publication.ts';
import { followedBy, publicityWord } from '#site/sequence.ts';
import { chineseInstant, openingHour } from '#site/words/chinese-dates.ts';
import { stagesAfter } from './stages-ahead.ts';

/** Whether one may object to a round: what is settled for good, or dates with sentences among which the reader's clock chooses. */
export type DoorView =
  | { kind: 'settled'; state: 'announced' | 'withdrawn' | 'followed'; title: string; text: string }
  | {
      kind: 'dated';
      /** `公示期2026年11月23日至27日`: what holds whatever the clock says. */
      title: string;
      /** `截止…`; absent where nobody can say it. */
      until: string | undefined;
      next: string;
      /** Empty where the calendar does not reach: nothing is claimed then. */
      times: DoorTimes;
      sentences: Record<Door, string>;
    };

export function doorView(round: PublicRound): DoorView {
  const { state } = round;
  const after = stagesAfter(round).join('，');
  if (state.state === 'announced') {
    return {
      kind: 'settled',
      state: 'announced',
      title: '公示已结束，结果已公布',
      text: `结果于${chineseDate(chinaDate(state.since))}公布。对结果有意见的，可以联系下列单位。`,
    };
  }
  if (state.state === 'withdrawn') {
    return {
      kind: 'settled',
      state: 'withdrawn',
      title: '本次公示已撤销',
      text: `公示于${chineseInstant(state.since)}撤销，不再对它受理异议。原因见公示页面。`,
    };
  }
  const next = followedBy(round);
  if (next) {
    const words = publicityWord(next);
    return {
      kind: 'settled',
      state: 'followed',
      title: next.kind.restarts ? '本次公示已由重新公示代替' : `${publicityWord(round)}已结束`,
      text: `${chineseDate(next.notice.data.published)}发布${words}，对其名单有异议的，请在${words}期间提出。`,
    };
  }
  return datedDoor(round, `公示结束以后：${after}。结果在公示页面公布。`);
}

function datedDoor({ effective, data, window: printed }: PublicRound, next: string): DoorView {
  if (effective.course === 'halted') {
    const { opensOn, since } = effective;
    const first = opensOn === printed.opensOn ? printed.opens : chinaInstant(opensOn, '00:00');
    const suspended = `公示自${chineseInstant(since)}起中止，恢复的日期另行公告。中止期间不计入公示期。`;
    return {
      kind: 'dated',
      title: suspended,
      until: undefined,
      next,
      times: [
        [first, 'open'],
        [since, 'suspended'],
      ],
      sentences: { before: beforeWords(first), open: '现在可以提出异议。', suspended, closed: '' },
    };
  }
  if (effective.course === 'unknown') {
    const { opensOn, closesOn, closingTime = DAY_END } = data.publicity;
    return {
      kind: 'dated',
      title: `公示期${chineseFullDate(opensOn)}至${chineseFullDate(closesOn)}，以原文日期为准`,
      until: `${chineseFullDate(closesOn)}${closingTime}`,
      next,
      times: [],
      sentences: { before: '', open: '', suspended: '', closed: '' },
    };
  }
  const { window, pauses } = effective;
  const until = `${chineseFullDate(window.closesOn)}${window.closingTime}`;
  const times: [Instant, Door][] = [
    [window.opens, 'open'],
    ...pauses.flatMap(({ since, until: resumes }): [Instant, Door][] => [
      [since, 'suspended'],
      ...(resumes === undefined ? [] : ([[resumes, 'open']] as [Instant, Door][])),
    ]),
    [window.closes, 'closed'],
  ];
  const resumes = pauses.flatMap(({ until: end }) => end ?? []).at(-1);
  return {
    kind: 'dated',
    title: `公示期${chineseFullDate(window.opensOn)}${openingHour(window.openingTime)}至${chineseFullDate(window.closesOn)}`,
    until,
    next,
    times: times.sort(([a], [b]) => a - b),
    sentences: {
      before: beforeWords(window.opens),
      open: '现在可以提出异议。',
      suspended:
        resumes === undefined
          ? '公示正在中止。'
          : `公示正在中止，${chineseFullDate(chinaDate(resumes))}起恢复，到${until}截止。`,
      closed: '公示已结束，逾期提出的，是否受理由办理单位决定。',
    },
  };
}

function beforeWords(opens: Instant): string {
  return `公示还没有开始，${chineseFullDate(chinaDate(opens))}${openingHour(chinaTime(opens))}起可以提出异议。`;
}
