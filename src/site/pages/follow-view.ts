import { ATOM_FEED, atomFeedOf, CALENDAR_ICS, publicAddress } from '#site/address.ts';
import type { Publication } from '#site/publication.ts';

/** The addresses under which the site can be followed. */
export interface FollowView {
  calendar: string;
  calendarTarget: string;
  /** `text`: as copied; `target`: as a site address. */
  feeds: { label: string; text: string; target: string }[];
}

export function followView({ site, programmes }: Publication): FollowView {
  const feed = (label: string, target: string): FollowView['feeds'][number] => ({
    label,
    text: publicAddress(site.address, target),
    target,
  });
  return {
    calendar: publicAddress(site.address, CALENDAR_ICS),
    calendarTarget: CALENDAR_ICS,
    feeds: [
      feed('全部公示和结果', ATOM_FEED),
      ...programmes.map(({ id, data }) => feed(`只要${data.name}`, atomFeedOf(id))),
    ],
  };
}
