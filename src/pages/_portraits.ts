import type { APIRoute } from 'astro';
import { photoAddress, portraitAddress } from '#site/address.ts';
import { profileView } from '#site/pages/profile-view.ts';
import { AVIF_WIDTH, widthsFor } from '#site/picture-widths.ts';
import { publicPeople } from '#site/publication.ts';
import { type Original, pictureFacts, pictureVersion, type Version, versionKey } from './_photo.ts';
import { publication } from './_publication.ts';

/** Width of the portrait that stands under the person's id alone, for cards and for other sites. */
const PLAIN: Version = { width: 480, format: 'webp' };

interface Path {
  /** Without its ending, which the route has. */
  params: { file: string };
  props: { original: Original; version: Version };
  cacheKey: string;
}

/** The portraits of one format; only of people whose profile shows a photo. */
export async function portraitPaths(format: Version['format']): Promise<Path[]> {
  const shown = publicPeople(await publication()).filter(({ person, round }) => profileView(person, round).hasPhoto);
  const all = shown.map(async ({ person: { id }, round }) => {
    const original = { folder: round.folder, file: `photos/${id}.jpg` };
    const { width } = await pictureFacts(original);
    const widths = format === 'webp' ? widthsFor('portrait', width) : width >= AVIF_WIDTH ? [AVIF_WIDTH] : [];
    return Promise.all([
      ...(format === 'webp' ? [pathTo(photoAddress(id), original, PLAIN)] : []),
      ...widths.map((one) => pathTo(portraitAddress(id, one, format), original, { width: one, format })),
    ]);
  });
  return (await Promise.all(all)).flat();
}

async function pathTo(address: string, original: Original, version: Version): Promise<Path> {
  const file = address.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return { params: { file }, props: { original, version }, cacheKey: await versionKey(original, version) };
}

export const givePortrait: APIRoute<Path['props']> = async ({ props: { original, version } }) =>
  new Response(await pictureVersion(original, version), {
    headers: { 'Content-Type': `image/${version.format}` },
  });
