import type { APIRoute, GetStaticPaths } from 'astro';
import { profileView } from '#site/pages/profile-view.ts';
import { photo } from '../_photo.ts';
import { publication } from '../_publication.ts';

/** Only for people whose profile shows a photo. */
export const getStaticPaths = (async () => {
  const { rounds } = await publication();
  return rounds.flatMap((round) =>
    round.visible
      .filter((person) => profileView(person, round).hasPhoto)
      .map((person) => ({ params: { id: person.id }, props: { folder: round.folder } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ folder: string }> = async ({ params, props }) => {
  const { data } = await photo(props.folder, params['id'] ?? '');
  return new Response(new Uint8Array(data), { headers: { 'Content-Type': 'image/webp' } });
};
