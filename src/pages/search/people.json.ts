import type { APIRoute } from 'astro';
import { safeJson } from '#site/feeds/safe-json.ts';
import { peopleIndex } from '#site/pages/search-view.ts';
import { publication } from '../_publication.ts';

export const GET: APIRoute = async () =>
  new Response(safeJson(peopleIndex(await publication()).directory), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
