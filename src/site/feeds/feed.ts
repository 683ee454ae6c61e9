import { type Act, actInstant, kindOf } from '#core/acts/act.ts';
import { chineseReason } from '#core/acts/act-reason.ts';
import { chineseDate, type Instant } from '#core/calendar/plain-date.ts';
import { chineseCount, type Subject, subjectOf } from '#core/formats/subject.ts';
import { lineSubject } from '#core/lifecycle/list-tables.ts';
import type { Entry } from '#core/records/content.ts';
import { publishedAt } from '#core/records/notice.ts';
import { noticeAddress, publicAddress, resultAddress } from '#site/address.ts';
import { windowView } from '#site/pages/window-view.ts';
import { candidateWord } from '#site/person-row.ts';
import type { Publication, PublicProgramme, PublicRound } from '#site/publication.ts';
import { ownActs } from '#site/sequence.ts';

/** What a feed reader is told, in whichever format. */
export interface Feed {
  /** Stays when the site moves to another domain. */
  id: string;
  title: string;
  description: string;
  /** The page for readers, and the feed itself. */
  home: string;
  self: string;
  /** The office that publishes. */
  author: string;
  /** When the latest item became public; `undefined` without any. */
  updated: Instant | undefined;
  /** The latest first. */
  items: FeedItem[];
}

/**
 * One thing that happened, told once under one id: a correction is an item of its own. It names nobody, because what a
 * reader has fetched cannot be taken back, and it carries no state, because a feed reader keeps it for years.
 */
export interface FeedItem {
  /** A tag URI (RFC 4151), the same for ever. */
  id: string;
  title: string;
  text: string;
  address: string;
  at: Instant;
  authors: readonly string[];
}

/** So many at most: a reader that looks once a year still misses none. */
const MOST = 100;

/** @param path of the feed below the site's root: `/feed.xml` */
export function siteFeed(publication: Publication, path: string): Feed {
  const { site, notices } = publication;
  return feedOf(publication, notices, {
    title: `${site.name}：公示与结果`,
    description: site.description,
    home: publicAddress(site.address, '/'),
    path,
  });
}

export function programmeFeed(publication: Publication, programme: PublicProgramme, path: string): Feed {
  const { site } = publication;
  const notices = programme.rounds.flatMap(({ sequence }) => sequence);
  return feedOf(publication, notices, {
    title: `${programme.data.name}：公示与结果`,
    description: `${programme.data.name}的公示、公示以后的各项公告和结果。`,
    home: publicAddress(site.address, `/programmes/${programme.id}/`),
    path,
  });
}

/** One notice: what became of it, the notices that followed it in its round, and the result. */
export function noticeFeed(publication: Publication, round: PublicRound, path: string): Feed {
  const { site } = publication;
  const { title } = round.notice.data;
  return feedOf(publication, round.sequence.slice(round.sequence.findIndex(({ id }) => id === round.id)), {
    title,
    description: `${title}：公示、公示以后的各项公告和结果。`,
    home: publicAddress(site.address, noticeAddress(round.id)),
    path,
  });
}

function feedOf(
  { site, identity }: Publication,
  notices: readonly PublicRound[],
  { path, ...head }: Pick<Feed, 'title' | 'description' | 'home'> & { path: string },
): Feed {
  const items = notices
    .flatMap((round) => itemsOf(round, site.address, identity))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, MOST);
  const [id, self] = [publicAddress(identity, path), publicAddress(site.address, path)];
  return { ...head, id, self, author: site.organiser, updated: items[0]?.at, items };
}

function itemsOf(round: PublicRound, siteAddress: string, identity: string): FeedItem[] {
  const { notice, results, id, roundId, programme } = round;
  const lead = round.sequence.findLast(({ kind }) => kind.list === 'whole');
  const host = new URL(identity).hostname;
  const item = (
    name: string,
    at: Instant,
    rest: Omit<FeedItem, 'id' | 'at' | 'address'>,
    target: string,
    of = roundId,
  ): FeedItem => ({
    id: `tag:${host},${chineseYear(at)}:${of}/${name}`,
    at,
    address: publicAddress(siteAddress, target),
    ...rest,
  });
  const { title, issuers } = notice.data;
  return [
    item(
      'notice',
      publishedAt(notice.data),
      { title, text: noticeText(round), authors: issuers },
      noticeAddress(id),
      id,
    ),
    ...ownActs(round).map((act) =>
      item(
        `acts/${act.id}`,
        actInstant(act.data),
        { title: `${headline(act)}：${title}`, text: actText(act, round), authors: issuers },
        noticeAddress(id),
      ),
    ),
    ...(lead?.id === id ? results : []).map(({ data }, index) =>
      item(
        index === 0 ? 'result' : `result-${index + 1}`,
        publishedAt(data),
        {
          title: data.title,
          text: `${data.issuers.join('、')}${chineseDate(data.published)}${index === 0 ? '公布' : '补充公布'}${round.data.edition}${programme.data.title}选树结果。名单见网页。${revokedWords(round)}`,
          authors: data.issuers,
        },
        resultAddress(roundId, index + 1),
      ),
    ),
  ];
}

/** A decision that no longer stands says so in its own entry too. */
function revokedWords({ state }: PublicRound): string {
  if (state.state !== 'announced' || state.revoked === 'none') return '';
  return state.revoked === 'whole' ? '这一决定授予的全部称号后来已撤销。' : '其中有的称号后来已撤销。';
}

/** As published; whatever an act has moved since is told by the act. */
function noticeText(round: PublicRound): string {
  const { notice, life } = round;
  const window = windowView(round.window);
  const { roster, people, takenDown } = life.folder;
  const subjects: Subject[] = [
    ...(roster?.data.people ?? []).map(({ id }) => subjectOf(people.find((one) => one.id === id)?.data ?? {})),
    ...takenDown.map(({ data }) => subjectOf(data)),
  ];
  return (
    `${notice.data.issuers.join('、')}${chineseDate(notice.data.published)}发布，${candidateWord(round)}${chineseCount(subjects)}。` +
    `发布时写明的公示期：${window.range}（${window.length}），${window.closes}${window.closingTime}截止。` +
    '公示期如有变动，另行公告。名单和提出异议的办法见网页。'
  );
}

/** By the closed list of reasons: the office's own words may name a person, and a person who has left the list is named nowhere. */
function actText({ data }: Entry<Act>, { visible }: PublicRound): string {
  const whom = kindOf(data).whom(data);
  const subjects = whom.map((id): Subject => {
    const line = visible.find((one) => one.id === id);
    return line ? lineSubject(line) : 'person';
  });
  return kindOf(data).feed(data, chineseReason[data.reasonCode], chineseCount(subjects));
}

function headline({ data }: Entry<Act>): string {
  const kind = kindOf(data);
  return kind.headline?.(data) ?? kind.words;
}

function chineseYear(at: Instant): string {
  return new Date(at + 28_800_000).toISOString().slice(0, 4);
}
