import {
  ABOUT,
  ARCHIVE,
  CALENDAR,
  correctionAddress,
  DATA,
  FIGURES,
  FOLLOW,
  HOME,
  largeNoticeAddress,
  noticeAddress,
  OBJECTION_GUIDE,
  objectionAddress,
  personAddress,
  PRESS,
  programmeAddress,
  PROGRAMMES,
  publicAddress,
  READING_GUIDE,
  resultAddress,
  roundAddress,
  SEARCH,
  showcaseAddress,
  VERIFY,
} from '#site/address.ts';
import { SORTINGS } from '#site/pages/showcase-view.ts';
import { isIndexed } from '#site/person-row.ts';
import { type Publication, publicPeople, type PublicRound } from '#site/publication.ts';
import { modifiedOn } from './structured-data.ts';

export interface SitemapEntry {
  address: string;
  /** `2026-11-20`, of pages that have a day. */
  modified: string | undefined;
}

/** Every page for readers that a search engine may keep: no embeds, no copy pages, nobody who has faded. */
export function sitemapEntries({ rounds, programmes }: Publication): SitemapEntry[] {
  const showcase = SORTINGS.map(showcaseAddress);
  const fixed = [
    HOME,
    PROGRAMMES,
    ARCHIVE,
    ...showcase,
    FIGURES,
    SEARCH,
    OBJECTION_GUIDE,
    FOLLOW,
    READING_GUIDE,
    CALENDAR,
    PRESS,
    DATA,
    VERIFY,
    ABOUT,
  ];
  return [
    ...fixed.map((address) => ({ address, modified: undefined })),
    ...programmes.flatMap(({ id }) =>
      [programmeAddress(id), roundAddress(id)].map((address) => ({ address, modified: undefined })),
    ),
    ...rounds.flatMap(pagesOf),
  ];
}

function pagesOf(round: PublicRound): SitemapEntry[] {
  const { sequence, roundId, results } = round;
  const modified = modifiedOn(round, round.notice.data.published);
  const pages = [
    roundAddress(roundId),
    ...sequence.flatMap(({ id, notices }) =>
      notices.flatMap(({ number }) => [noticeAddress(id, number), largeNoticeAddress(id, number)]),
    ),
    ...results.map((_, index) => resultAddress(roundId, index + 1)),
    ...sequence.flatMap(({ id }) => [objectionAddress(id), correctionAddress(id)]),
    ...publicPeople({ rounds: [round] }).flatMap(({ person }) => (isIndexed(person) ? [personAddress(person.id)] : [])),
  ];
  return pages.map((address) => ({ address, modified }));
}

export function sitemapXml(site: string, entries: readonly SitemapEntry[]): string {
  const rows = entries.map(({ address, modified }) => {
    const day = modified === undefined ? '' : `<lastmod>${modified}</lastmod>`;
    return `<url><loc>${escaped(publicAddress(site, address))}</loc>${day}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...rows,
    '</urlset>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A sample stays out of search engines altogether. */
export function robotsText(site: string, sample: boolean): string {
  if (sample) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nDisallow: /embed/\nDisallow: /oembed/\nSitemap: ${publicAddress(site, '/sitemap.xml')}\n`;
}
