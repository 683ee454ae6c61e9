import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { motifWords } from '#core/motifs/index.ts';
import { motifAddress, noticeAddress, personAddress, photoAddress, resultAddress } from '#site/address.ts';
import { pictureOf } from '#site/person-picture.ts';
import { candidatesText, employerOf, personGroups } from '#site/person-row.ts';
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
  /** One line of deeds. */
  summary: string | undefined;
  /** The portrait, as a site address, with who took it; else the first sign of the name, for the seal. */
  portrait: { address: string; alt: string; credit: string } | undefined;
  initial: string;
  /** Everybody of a list, on the card that names all. */
  names: string[];
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
    return withFace(
      line,
      card(
        name,
        lines,
        undefined,
        { text: standing.text, won: true },
        '查看命名决定',
        resultAddress(round.roundId, state.announcement),
      ),
    );
  }
  if (state.state !== 'candidate' && state.state !== 'shortlisted') {
    return card(name, lines, undefined, { text: standing.text, won: false }, '查看公告', noticeAddress(round.id));
  }
  const settled = settledView(round, currentNotice(round));
  return withFace(
    line,
    card(
      name,
      [...lines, standing.text],
      settled ? undefined : termView(currentNotice(round), round.window),
      settled && { text: `${settled.title}。${settled.text}`, won: false },
      '查看公示原页',
      personAddress(id),
    ),
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

/** The card of a notice with all its names: of a decided round those who were named. */
export function namesCard(round: PublicRound): CardView {
  const result = resultView(round);
  const rows = result
    ? result.named.flatMap((tier) => tier.rows)
    : personGroups(round, currentNotice(round).visible).flatMap((group) => group.rows);
  const names = rows.flatMap(({ name, gone, mark }) =>
    gone === undefined ? [mark === undefined ? name : `${name}（${mark}）`] : [],
  );
  return { ...noticeCard(round), names };
}

/** Deeds and face of somebody of whom everything may be shown: the portrait, else the motif of the craft, else the seal. */
function withFace(line: VisiblePerson, view: CardView): CardView {
  const { id, person } = line;
  if (!person) return view;
  const picture = pictureOf(line);
  const portrait =
    picture.kind === 'photo'
      ? { address: photoAddress(id), alt: picture.alt, credit: picture.credit }
      : picture.kind === 'motif'
        ? { address: motifAddress(id), alt: `工艺纹样：${motifWords(picture.family)}`, credit: '工艺纹样，不是照片' }
        : undefined;
  const { summary } = person.data;
  return { ...view, summary, portrait, initial: picture.kind === 'seal' ? picture.initial : '' };
}

/**
 * How high a card is in a frame of 360 px, by its lines of text, a little generous: a frame that nobody resizes cuts nothing off.
 * The figures are those of src/styles/card.css.
 */
export function cardHeight({ title, lines, summary, portrait, initial, names, window, settled }: CardView): number {
  const INNER = 336;
  const rows = (text: string, size: number): number => Math.ceil((widthOf(text) * size) / INNER);
  const term = window
    ? 36 +
      24 *
        (rows(`公示期${window.range}，截止${window.closes ?? ''}${window.closingTime}`, 15) + (window.moved ? 1 : 0)) +
      12
    : 0;
  const face = portrait ? 240 : initial === '' ? 0 : 80;
  return (
    30 +
    32 +
    (title === undefined ? 0 : 28 * rows(title, 20) + 8) +
    (lines.length === 0 ? 0 : 24 * rows(lines.join(' · '), 15) + 8) +
    (summary === undefined ? 0 : 24 * rows(summary, 15) + 8) +
    (names.length === 0
      ? 0
      : 30 * Math.ceil((names.reduce((sum, name) => sum + widthOf(name) + 1.2, 0) * 15) / INNER) + 8) +
    face +
    term +
    (settled ? 24 * rows(settled.text, 15) + 8 : 0) +
    52
  );
}

/** In widths of a Han character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u0020-\u00ff]/.test(sign) ? 0.6 : 1), 0);
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
  const bare = { summary: undefined, portrait: undefined, initial: '', names: [] };
  return { title, lines, ...bare, window, settled, link: { text, address } };
}
