import type { APIRoute } from 'astro';
import { publication } from '../_publication.ts';
import { peopleIndex } from '#site/pages/search-view.ts';
import { safeJson } from '#site/feeds/safe-json.ts';

export const GET: APIRoute = async () =>
  new Response(safeJson(peopleIndex(await publication()).directory), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
