import type { APIRoute, GetStaticPaths } from 'astro';
import { roundData } from '#site/feeds/open-data.ts';
import { jsonFile } from '#site/feeds/safe-json.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../../_publication.ts';

export const getStaticPaths = (() => roundPaths('instant')) satisfies GetStaticPaths;

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  new Response(jsonFile(roundData(props.round, await publication())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
