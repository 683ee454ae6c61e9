import type { APIRoute, GetStaticPaths } from 'astro';
import { publication, roundPaths } from '../../_publication.ts';
import { noticeOEmbed } from '#site/feeds/oembed.ts';
import type { PublicRound } from '#site/publication.ts';

export const getStaticPaths = (() => roundPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  Response.json(noticeOEmbed(props.round, (await publication()).site));
