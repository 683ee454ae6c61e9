import type { APIRoute } from 'astro';
import { publication } from '../../_publication.ts';
import { dataIndex } from '#site/feeds/open-data.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(dataIndex(await publication()), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
