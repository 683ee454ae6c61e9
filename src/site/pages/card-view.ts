import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { noticeAddress, personAddress, resultAddress } from '#site/address.ts';
import { candidatesText, employerOf } from '#site/person-row.ts';
import { standingView } from '#site/person-standing.ts';
import type { PublicRound } from '#site/publication.ts';
import { currentNotice } from './profile-view.ts';
import { resultView } from './result-view.ts';
import { settledView } from './state-view.ts';
import { termView, type WindowView } from './window-view.ts';

/** What a card in somebody else's page says. */
export interface CardView {
  /** A name, or the title of a notice; absent from a neutral card. */
  title: string | undefined;
  lines: string[];
  /** A window whose state the reader's clock says; its dates stand as text. */
  window: WindowView | undefined;
  /** What no clock makes untrue: conferred, withdrawn, revoked. */
  settled: { text: string; won: boolean } | undefined;
  link: { text: string; address: string };
}

export function personCard(line: VisiblePerson, round: PublicRound): CardView {
  const { person, profile, sentence, state, id } = line;
  if (!person || profile === 'neutral') {
    const neutral = sentence ?? '该人选信息已不再展示。';
    return card(undefined, [], undefined, { text: neutral, won: false }, '查看公告', noticeAddress(round.id));
  }
  const { name, trade } = person.data;
  const lines = [employerOf(person.data), trade ?? ''].filter((text) => text !== '');
  if (profile === 'marked') {
    return card(name, lines, undefined, { text: sentence ?? '', won: false }, '查看公告', noticeAddress(round.id));
  }
  const standing = standingView(line, round);
  if (state.state === 'honouree') {
    return card(
      name,
      lines,
      undefined,
      { text: standing.text, won: true },
      '查看命名决定',
      resultAddress(round.roundId, state.announcement),
    );
  }
  if (state.state !== 'candidate' && state.state !== 'shortlisted') {
    return card(name, lines, undefined, { text: standing.text, won: false }, '查看公告', noticeAddress(round.id));
  }
  const settled = settledView(round, currentNotice(round));
  return card(
    name,
    [...lines, standing.text],
    settled ? undefined : termView(currentNotice(round), round.window),
    settled && { text: `${settled.title}。${settled.text}`, won: false },
    '查看公示原页',
    personAddress(id),
  );
}

export function noticeCard(round: PublicRound): CardView {
  const notice = currentNotice(round);
  const settled = settledView(round, notice);
  const result = resultView(round);
  const lines = [notice.issuers.join('、'), candidatesText(round)];
  if (settled) {
    const text = `${settled.title}。${settled.text}`;
    return card(
      notice.title,
      lines,
      undefined,
      { text, won: false },
      '查看公告',
      noticeAddress(round.id, notice.number),
    );
  }
  if (result && round.result) {
    const text = `${chineseDate(chinaDate(publishedOf(round)))}公布结果：${result.allCounts}`;
    return card(notice.title, lines, undefined, { text, won: true }, '查看结果', resultAddress(round.roundId));
  }
  const window = termView(notice, round.window);
  return card(notice.title, lines, window, undefined, '查看公示原页', noticeAddress(round.id, notice.number));
}

function publishedOf({ state }: PublicRound): number {
  return 'since' in state ? state.since : 0;
}

function card(
  title: string | undefined,
  lines: string[],
  window: WindowView | undefined,
  settled: CardView['settled'],
  text: string,
  address: string,
): CardView {
  return { title, lines, window, settled, link: { text, address } };
}
