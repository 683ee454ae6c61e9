import type { APIRoute, GetStaticPaths } from 'astro';
import { noticeOEmbed } from '#site/feeds/oembed.ts';
import { safeJson } from '#site/feeds/safe-json.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (() => roundPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  new Response(safeJson(noticeOEmbed(props.round, (await publication()).site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
