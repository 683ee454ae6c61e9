import type { APIRoute } from 'astro';
import { safeJson } from '#site/feeds/safe-json.ts';
import { peopleIndex } from '#site/pages/search-view.ts';
import { publication } from '../../_publication.ts';

/** `2026.json`, the people of a year, and `2026-ids.json`, what leads to their pages. */
export async function getStaticPaths(): Promise<{ params: { name: string }; props: { data: unknown } }[]> {
  const { shards, ids } = peopleIndex(await publication());
  return [
    ...[...shards].map(([name, shard]) => ({ params: { name }, props: { data: shard } })),
    ...[...ids].map(([name, list]) => ({ params: { name: `${name}-ids` }, props: { data: list } })),
  ];
}

export const GET: APIRoute = ({ props }) =>
  new Response(safeJson(props['data']), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
