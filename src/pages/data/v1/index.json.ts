import type { APIRoute } from 'astro';
import { dataIndex } from '#site/feeds/open-data.ts';
import { jsonFile } from '#site/feeds/safe-json.ts';
import { publication } from '../../_publication.ts';

export const GET: APIRoute = async () =>
  new Response(jsonFile(dataIndex(await publication())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
