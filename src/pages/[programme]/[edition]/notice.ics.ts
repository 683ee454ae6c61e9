import type { APIRoute } from 'astro';
import { noticeCalendar } from '#site/feeds/notice-ics.ts';
import type { PublicRound } from '#site/publication.ts';
import { publication, roundPaths } from '../../_publication.ts';

export const getStaticPaths = (): ReturnType<typeof roundPaths> => roundPaths('instant');

export const GET: APIRoute<{ round: PublicRound }> = async ({ props }) =>
  new Response(noticeCalendar(props.round, await publication()), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
