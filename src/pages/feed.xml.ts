import type { APIRoute } from 'astro';
import { ATOM_FEED } from '#site/address.ts';
import { siteFeed } from '#site/feeds/feed.ts';
import { atomFeed } from '#site/feeds/feed-format.ts';
import { publication } from './_publication.ts';

export const GET: APIRoute = async () => {
  const site = await publication();
  return new Response(atomFeed(siteFeed(site, ATOM_FEED)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
