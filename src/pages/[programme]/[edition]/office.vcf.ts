import type { APIRoute } from 'astro';
import { officeCard } from '#site/pages/objection-page-view.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof roundPaths> => roundPaths();

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) => {
  const { site } = await publication();
  return new Response(officeCard(props.round, site.address), {
    headers: { 'Content-Type': 'text/vcard; charset=utf-8' },
  });
};
