import { chineseFullDate, type Instant } from '#core/calendar/plain-date.ts';
import { icsCalendar, type IcsEvent } from '#core/formats/ics.ts';
import { timeline } from '#core/lifecycle/standing.ts';
import { publishedAt } from '#core/records/notice.ts';
import { type Course, isHalted } from '#core/window/course.ts';
import { chineseLength } from '#core/window/publicity-window.ts';
import { noticeAddress, objectionAddress, publicAddress, resultAddress, roundAddress } from '#site/address.ts';
import { voteDays, voteView } from '#site/pages/vote-view.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import { publicityWord } from '#site/sequence.ts';
import { openingHour } from '#site/words/chinese-dates.ts';

/** The windows of one notice, and the day on which its result is expected, as a calendar file: whole days, the last one included. */
export function noticeCalendar(
  round: PublicRound,
  publication: Pick<Publication, 'site' | 'identity' | 'now'>,
): string {
  return icsCalendar(round.notice.data.title, [
    ...windowEvents(round, publication),
    ...voteEvents(round, publication),
    ...resultEvents(round, publication),
  ]);
}

/** The windows of all notices. */
export function siteCalendar({ site, identity, now, rounds, notices }: Publication): string {
  const events = [
    ...notices.flatMap((round) => windowEvents(round, { site, identity, now })),
    ...rounds.flatMap((round) => voteEvents(round, { site, identity })),
    ...rounds.flatMap((round) => resultEvents(round, { site, identity })),
  ];
  return icsCalendar(`${site.name}：公示日历`, events);
}

/** The public vote, by whole days; its hours stand in the description, which every calendar shows. */
function voteEvents(round: PublicRound, { site, identity }: Pick<Publication, 'site' | 'identity'>): IcsEvent[] {
  const vote = voteView(round.data);
  const when = voteDays(round.data);
  if (!vote || !when) return [];
  return [
    {
      uid: `vote.${round.roundId.replace('/', '-')}.${new URL(identity).hostname}`,
      stamp: publishedAt(round.notice.data),
      sequence: 0,
      when,
      summary: `网络投票：${round.data.edition}${round.programme.data.title}`,
      description: [vote.when, vote.text, vote.address].filter((line) => line !== undefined).join('\n'),
      address: publicAddress(site.address, roundAddress(round.roundId)),
    },
  ];
}

/**
 * The result, where the round states a day for it: expected and uncertain until it is announced, then on the day it was. One entry all
 * the way, so that a calendar that holds the expectation moves it.
 */
function resultEvents(
  { data, notice, programme, result, roundId, state }: PublicRound,
  { site, identity }: Pick<Publication, 'site' | 'identity'>,
): IcsEvent[] {
  const stage = data.stages.find(({ kind }) => kind === 'conferral');
  const published = result?.data.published;
  if (!stage) return [];
  const what = `${data.edition}${programme.data.title}`;
  const { name } = programme.data.stages.find(({ kind }) => kind === 'conferral') ?? { name: '公布结果' };
  const cancelled = result === undefined && state.state === 'withdrawn' ? state.since : undefined;
  const status = cancelled !== undefined ? 'cancelled' : result === undefined ? 'tentative' : undefined;
  return [
    {
      uid: `result.${roundId.replace('/', '-')}.${new URL(identity).hostname}`,
      stamp: cancelled ?? publishedAt((result ?? notice).data),
      sequence: published === undefined && cancelled === undefined ? 0 : 1,
      when:
        published === undefined
          ? { from: stage.opensOn, to: stage.closesOn ?? stage.opensOn }
          : { from: published, to: published },
      summary: `${published === undefined ? '预计公布结果' : '公布结果'}：${what}`,
      description:
        published === undefined ? `${name}的日期以正式公布为准。结果在公示页面公布。` : (result?.data.title ?? ''),
      address: publicAddress(site.address, published === undefined ? noticeAddress(roundId) : resultAddress(roundId)),
      ...(status && { status }),
    },
  ];
}

/**
 * One entry for each publicity of a round: 重新公示 is a new one and cancels the one before. A date moved by an act raises SEQUENCE, so that
 * a calendar that holds the entry already moves it.
 */
export function windowEvents(
  round: PublicRound,
  { site, identity, now }: Pick<Publication, 'site' | 'identity' | 'now'>,
): IcsEvent[] {
  const { notice, state } = round;
  const word = publicityWord(round);
  const host = new URL(identity).hostname;
  const courses = new Map<number, { course: Course; since: Instant }>();
  for (const { from, standing } of timeline(round.life)) {
    const { course } = standing;
    if (from > now || !course) continue;
    const known = courses.get(course.publicity);
    // An act that leaves the dates alone does not touch the entry.
    if (known?.course.moves !== course.moves) {
      courses.set(course.publicity, { course, since: Math.max(from, publishedAt(notice.data)) });
    }
  }
  const last = Math.max(...courses.keys());
  return [...courses].map(([publicity, { course, since }]): IcsEvent => {
    const superseded = publicity < last ? courses.get(publicity + 1) : undefined;
    const withdrawn =
      (state.state === 'withdrawn' || state.state === 'replaced') && !superseded ? state.since : undefined;
    const cancelled = superseded?.since ?? withdrawn;
    const status = cancelled !== undefined ? 'cancelled' : isHalted(course) ? 'tentative' : undefined;
    return {
      // No @ in it: it would read as an address of mail.
      uid: `window-${publicity}.${round.id.replace('/', '-')}.${host}`,
      stamp: cancelled ?? since,
      sequence: course.moves + (cancelled === undefined ? 0 : 1),
      when: { from: course.opensOn, to: course.stretch.closesOn },
      summary: `${publicity > 1 ? '重新公示' : word === '公示' ? '公示期' : word}：${round.data.edition}${round.programme.data.title}`,
      description: descriptionOf(round, course, site.address),
      address: publicAddress(site.address, noticeAddress(round.id)),
      ...(status && { status }),
    };
  });
}

function descriptionOf({ id, notice }: PublicRound, course: Course, siteAddress: string): string {
  const { length, unit, closingTime, openingTime, stretch } = course;
  const hour = openingHour(openingTime);
  return [
    notice.data.title,
    isHalted(course)
      ? '公示已中止，截止日期另行公告。'
      : `${chineseLength(length, unit)}，${hour && `首日${hour}开始，`}${chineseFullDate(stretch.closesOn)}${closingTime}截止（北京时间）。`,
    `提出异议：${publicAddress(siteAddress, objectionAddress(id))}`,
  ].join('\n');
}
