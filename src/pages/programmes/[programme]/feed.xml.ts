import type { APIRoute } from 'astro';
import { atomFeedOf } from '#site/address.ts';
import { programmeFeed } from '#site/feeds/feed.ts';
import { atomFeed } from '#site/feeds/feed-format.ts';
import type { PublicProgramme } from '#site/publication.ts';
import { programmePaths, publication } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof programmePaths> => programmePaths();

export const GET: APIRoute<{ programme: PublicProgramme }> = async ({ props: { programme } }) => {
  const site = await publication();
  return new Response(atomFeed(programmeFeed(site, programme, atomFeedOf(programme.id))), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
