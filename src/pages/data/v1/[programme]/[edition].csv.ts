import type { APIRoute, GetStaticPaths } from 'astro';
import { csvFile } from '#core/formats/csv.ts';
import { csvRows, roundData } from '#site/feeds/open-data.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../../_publication.ts';

export const getStaticPaths = (() => roundPaths('instant')) satisfies GetStaticPaths;

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  new Response(new Uint8Array(csvFile(csvRows(roundData(props.round, await publication())))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
