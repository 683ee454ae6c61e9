import type { APIRoute, GetStaticPaths } from 'astro';
import { publication } from '../../_publication.ts';
import { mapFile } from './_map.ts';

export const getStaticPaths = (async () => {
  const { map } = (await publication()).site;
  return map ? [{ params: { file: map.file } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { file = '' } = params;
  return new Response(await mapFile(file), {
    headers: { 'Content-Type': file.endsWith('.png') ? 'image/png' : 'image/jpeg' },
  });
};
