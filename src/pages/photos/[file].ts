import type { APIRoute, GetStaticPaths } from 'astro';
import { photoAddress, portraitAddress } from '#site/address.ts';
import { profileView } from '#site/pages/profile-view.ts';
import { AVIF_WIDTH, widthsFor } from '#site/picture-widths.ts';
import { publicPeople } from '#site/publication.ts';
import { type Original, pictureFacts, pictureVersion, type Version, versionKey } from '../_photo.ts';
import { publication } from '../_publication.ts';

/** Width of the portrait that stands under the person's id alone, for cards and for other sites. */
const PLAIN: Version = { width: 480, format: 'webp' };

/** Only for people whose profile shows a photo. */
export const getStaticPaths = (async () => {
  const shown = publicPeople(await publication()).filter(({ person, round }) => profileView(person, round).hasPhoto);
  const all = shown.map(async ({ person: { id }, round }) => {
    const original = { folder: round.folder, file: `photos/${id}.jpg` };
    const { width } = await pictureFacts(original);
    const widths = widthsFor('portrait', width).map((one): Version => ({ width: one, format: 'webp' }));
    const large: Version[] = width >= AVIF_WIDTH ? [{ width: AVIF_WIDTH, format: 'avif' }] : [];
    return Promise.all([
      pathTo(photoAddress(id), original, PLAIN),
      ...[...widths, ...large].map((one) => pathTo(portraitAddress(id, one.width, one.format), original, one)),
    ]);
  });
  return (await Promise.all(all)).flat();
}) satisfies GetStaticPaths;

interface Path {
  params: { file: string };
  props: { original: Original; version: Version };
  cacheKey: string;
}

async function pathTo(address: string, original: Original, version: Version): Promise<Path> {
  const file = address.slice(address.lastIndexOf('/') + 1);
  return { params: { file }, props: { original, version }, cacheKey: await versionKey(original, version) };
}

export const GET: APIRoute<Path['props']> = async ({ props: { original, version } }) =>
  new Response(await pictureVersion(original, version), {
    headers: { 'Content-Type': `image/${version.format}` },
  });
