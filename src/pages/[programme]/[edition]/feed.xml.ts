import type { APIRoute } from 'astro';
import { noticeAtomFeed } from '#site/address.ts';
import { noticeFeed } from '#site/feeds/feed.ts';
import { atomFeed } from '#site/feeds/feed-format.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof roundPaths> => roundPaths();

export const GET: APIRoute<{ round: PublicRound }> = async ({ props: { round } }) => {
  const site = await publication();
  return new Response(atomFeed(noticeFeed(site, round, noticeAtomFeed(round.id))), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
