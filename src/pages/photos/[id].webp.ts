import type { APIRoute, GetStaticPaths } from 'astro';
import { profileView } from '#site/pages/profile-view.ts';
import { publicPeople } from '#site/publication.ts';
import { personKey } from '../_page-key.ts';
import { photo } from '../_photo.ts';
import { publication } from '../_publication.ts';

/** Only for people whose profile shows a photo. */
export const getStaticPaths = (async () => {
  const all = await publication();
  return Promise.all(
    publicPeople(all)
      .filter(({ person, round }) => profileView(person, round).hasPhoto)
      .map(async ({ person, round }) => ({
        params: { id: person.id },
        props: { folder: round.folder },
        cacheKey: await personKey(person, round, all),
      })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ folder: string }> = async ({ params, props }) => {
  const { data } = await photo(props.folder, params['id'] ?? '');
  return new Response(new Uint8Array(data), { headers: { 'Content-Type': 'image/webp' } });
};
