import type { Instant } from '#core/calendar/plain-date.ts';
import { OBJECTION_GUIDE, objectionAddress } from '#site/address.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import { isUndecided } from './home-view.ts';

/** Notices one can object to at an instant: not decided, not gone on to another notice, their window open and not suspended. */
function openNotices({ notices, now }: Pick<Publication, 'notices' | 'now'>): PublicRound[] {
  return notices.filter((round) => isUndecided(round) && isOpen(round, now));
}

function isOpen({ effective }: PublicRound, now: Instant): boolean {
  if (effective.course !== 'running') return false;
  const { window, pauses } = effective;
  const paused = pauses.some(({ since, until }) => since <= now && (until === undefined || now < until));
  return window.opens <= now && now < window.closes && !paused;
}

/** Where 提出异议 leads: straight to the one notice that is open, else to the guide, which lists them. */
export function objectionEntry(publication: Pick<Publication, 'notices' | 'now'>): string {
  const [only, ...others] = openNotices(publication);
  return only && others.length === 0 ? objectionAddress(only.id) : OBJECTION_GUIDE;
}
