import type { APIRoute } from 'astro';
import { noticeJsonFeed } from '#site/address.ts';
import { noticeFeed } from '#site/feeds/feed.ts';
import { jsonFeed } from '#site/feeds/feed-format.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof roundPaths> => roundPaths();

export const GET: APIRoute<{ round: PublicRound }> = async ({ props: { round } }) => {
  const site = await publication();
  return new Response(jsonFeed(noticeFeed(site, round, noticeJsonFeed(round.id))), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
