import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { SiteSettings } from '#core/records/site-settings.ts';
import {
  noticeAddress,
  noticeEmbed,
  personAddress,
  personEmbed,
  personPicture,
  publicAddress,
  roundPicture,
} from '#site/address.ts';
import { CARD_RIGHTS } from '#site/live/card-element.ts';
import { personTitle, roundTitle } from '#site/page-meta.ts';
import { cardHeight, noticeCard, personCard } from '#site/pages/card-view.ts';
import type { PublicRound } from '#site/publication.ts';

/** oEmbed 1.0 as a file (https://oembed.com): what a consumer stores carries no state, since it may never ask again. */
export type OEmbed = {
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
} & ({ type: 'link' } | ({ type: 'rich'; html: string; width: number; height: number } & Thumbnail));

interface Thumbnail {
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
}

/** The width of a telephone, for consumers that take numbers only; where a style is let through the frame is as wide as its place. */
export const CARD_WIDTH = 360;

export function personOEmbed(line: VisiblePerson, round: PublicRound, site: SiteSettings): OEmbed {
  const title = personTitle(line, round);
  if (line.profile === 'neutral') return { ...common(title, site), type: 'link' };
  const height = cardHeight(personCard(line, round));
  return rich(
    title,
    personAddress(line.id),
    { embed: personEmbed(line.id), height },
    personPicture(line.id, 500),
    site,
  );
}

export function noticeOEmbed(round: PublicRound, site: SiteSettings): OEmbed {
  const title = roundTitle(round.notice.data.title, round);
  const height = cardHeight(noticeCard(round));
  return rich(
    title,
    noticeAddress(round.id),
    { embed: noticeEmbed(round.id), height },
    roundPicture(round.id, 500),
    site,
  );
}

function common(
  title: string,
  site: SiteSettings,
): Pick<OEmbed, 'version' | 'title' | 'provider_name' | 'provider_url' | 'cache_age'> {
  return { version: '1.0', title, provider_name: site.name, provider_url: site.address, cache_age: 86_400 };
}

function rich(
  title: string,
  page: string,
  { embed, height }: { embed: string; height: number },
  picture: string,
  site: SiteSettings,
): OEmbed {
  return {
    ...common(title, site),
    type: 'rich',
    html: frameCode(title, publicAddress(site.address, page), publicAddress(site.address, embed), height),
    width: CARD_WIDTH,
    height,
    thumbnail_url: publicAddress(site.address, picture),
    thumbnail_width: 500,
    thumbnail_height: 500,
  };
}

/** A plain link in a quotation, which stays where frames are stripped, and the frame: as wide as its place, at most 560 px. */
export function frameCode(title: string, page: string, embed: string, height: number): string {
  const name = escaped(title);
  return (
    `<blockquote><a href="${escaped(page)}">${name}</a></blockquote>` +
    `<iframe src="${escaped(embed)}" title="${name}" width="${CARD_WIDTH}" height="${height}" style="width:100%;max-width:560px;border:0" sandbox="${CARD_RIGHTS}" referrerpolicy="no-referrer" loading="lazy" frameborder="0"></iframe>`
  );
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
