import type { APIRoute, GetStaticPaths } from 'astro';
import { profileView } from '#site/pages/profile-view.ts';
import { publicPeople } from '#site/publication.ts';
import { photo } from '../_photo.ts';
import { publication } from '../_publication.ts';

/** Only for people whose profile shows a photo. */
export const getStaticPaths = (async () => {
  return publicPeople(await publication())
    .filter(({ person, round }) => profileView(person, round).hasPhoto)
    .map(({ person, round }) => ({ params: { id: person.id }, props: { folder: round.folder } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ folder: string }> = async ({ params, props }) => {
  const { data } = await photo(props.folder, params['id'] ?? '');
  return new Response(new Uint8Array(data), { headers: { 'Content-Type': 'image/webp' } });
};
