import type { APIRoute } from 'astro';
import { jsonFeedOf } from '#site/address.ts';
import { programmeFeed } from '#site/feeds/feed.ts';
import { jsonFeed } from '#site/feeds/feed-format.ts';
import type { PublicProgramme } from '#site/publication.ts';
import { programmePaths, publication } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof programmePaths> => programmePaths();

export const GET: APIRoute<{ programme: PublicProgramme }> = async ({ props: { programme } }) => {
  const site = await publication();
  return new Response(jsonFeed(programmeFeed(site, programme, jsonFeedOf(programme.id))), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
