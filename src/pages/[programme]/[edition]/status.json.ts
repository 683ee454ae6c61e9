import type { APIRoute } from 'astro';
import { noticeStatus } from '#site/feeds/notice-status.ts';
import { jsonFile } from '#site/feeds/safe-json.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof roundPaths> => roundPaths('instant');

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  new Response(jsonFile(noticeStatus(props.round, await publication())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
