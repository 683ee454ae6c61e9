import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaAddress, pictureAddress } from '#site/address.ts';
import { profileView, type StoryView } from '#site/pages/profile-view.ts';
import { widthsFor } from '#site/picture-widths.ts';
import { publicPeople } from '#site/publication.ts';
import { fileOf, type Original, pictureFacts, pictureVersion, versionKey } from '../../_photo.ts';
import { publication } from '../../_publication.ts';

/** Pictures, film and captions of whom everything is shown, and of nobody else. */
export const getStaticPaths = (async () => {
  const all = publicPeople(await publication()).map(async ({ person, round }) => {
    const { story } = profileView(person, round);
    return story ? pathsOf(person.id, story, round.folder) : [];
  });
  return (await Promise.all(all)).flat();
}) satisfies GetStaticPaths;

interface Path {
  params: { id: string; file: string };
  /** Absent of what is given away as it is. */
  props: { original: Original; width: number | undefined };
  cacheKey: string;
}

async function pathsOf(id: string, { film, process, works }: StoryView, folder: string): Promise<Path[]> {
  const originalOf = (file: string): Original => ({ folder, file: `media/${id}/${file}` });
  const pictures = [
    ...process.map(({ file }) => ({ file, kind: 'process' as const })),
    ...works.map(({ file }) => ({ file, kind: 'work' as const })),
    ...(film?.poster === undefined ? [] : [{ file: film.poster, kind: 'poster' as const }]),
  ];
  const versions = pictures.map(async ({ file, kind }) => {
    const original = originalOf(file);
    const { width } = await pictureFacts(original);
    return Promise.all(widthsFor(kind, width).map((one) => pathTo(id, pictureAddress(id, file, one), original, one)));
  });
  const asTheyAre = [film?.file, film?.captions].filter((file) => file !== undefined);
  const paths = [
    ...(await Promise.all(versions)).flat(),
    ...(await Promise.all(asTheyAre.map((file) => pathTo(id, mediaAddress(id, file), originalOf(file), undefined)))),
  ];
  // One picture may show the process and stand before the film.
  return [...new Map(paths.map((path) => [path.params.file, path])).values()];
}

async function pathTo(id: string, address: string, original: Original, width: number | undefined): Promise<Path> {
  const file = address.slice(address.lastIndexOf('/') + 1);
  const cacheKey = await versionKey(original, width === undefined ? undefined : { width, format: 'webp' });
  return { params: { id, file }, props: { original, width }, cacheKey };
}

const TYPES: Readonly<Record<string, string>> = { mp4: 'video/mp4', vtt: 'text/vtt; charset=utf-8' };

export const GET: APIRoute<Path['props']> = async ({ props: { original, width } }) => {
  const type = TYPES[original.file.slice(original.file.lastIndexOf('.') + 1)] ?? 'image/webp';
  const bytes =
    width === undefined
      ? new Uint8Array(await readFile(fileOf(original)))
      : await pictureVersion(original, { width, format: 'webp' });
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
