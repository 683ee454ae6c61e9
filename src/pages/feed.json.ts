import type { APIRoute } from 'astro';
import { JSON_FEED } from '#site/address.ts';
import { siteFeed } from '#site/feeds/feed.ts';
import { jsonFeed } from '#site/feeds/feed-format.ts';
import { publication } from './_publication.ts';

export const GET: APIRoute = async () => {
  const site = await publication();
  return new Response(jsonFeed(siteFeed(site, JSON_FEED)), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
