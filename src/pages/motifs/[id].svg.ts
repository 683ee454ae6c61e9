import type { APIRoute, GetStaticPaths } from 'astro';
import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { motifFile } from '#site/drawing/motif-file.ts';
import { pictureOf } from '#site/person-picture.ts';
import { publicPeople } from '#site/publication.ts';
import { publication } from '../_publication.ts';

/** Only for people for whom a motif stands. */
export const getStaticPaths = (async () =>
  publicPeople(await publication()).flatMap(({ person }) => {
    const picture = pictureOf(person);
    return picture.kind === 'motif'
      ? [{ params: { id: person.id }, props: { family: picture.family }, cacheKey: picture.family }]
      : [];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ family: CraftFamily }> = ({ params, props }) =>
  new Response(motifFile(props.family, params['id'] ?? ''), { headers: { 'Content-Type': 'image/svg+xml' } });
