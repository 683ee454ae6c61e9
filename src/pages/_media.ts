import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { mediaAddress, pictureAddress } from '#site/address.ts';
import { profileView, type StoryView } from '#site/pages/profile-view.ts';
import { widthsFor } from '#site/picture-widths.ts';
import { publicPeople } from '#site/publication.ts';
import { fileOf, type Original, pictureFacts, pictureVersion, versionKey } from './_photo.ts';
import { publication } from './_publication.ts';

interface Path {
  /** Without its ending, which the route has. */
  params: { id: string; file: string };
  /** The width is absent of what is given away as it is. */
  props: { original: Original; width: number | undefined };
  cacheKey: string;
}

/** Pictures, films or captions of whom everything is shown, and of nobody else. */
export async function mediaPaths(ending: keyof typeof TYPES): Promise<Path[]> {
  const all = publicPeople(await publication()).map(async ({ person, round }) => {
    const { story } = profileView(person, round);
    if (!story) return [];
    return ending === 'webp'
      ? picturePaths(person.id, story, round.folder)
      : filePaths(person.id, [story.film?.file, story.film?.captions], ending, round.folder);
  });
  return (await Promise.all(all)).flat();
}

async function picturePaths(id: string, { film, process, works }: StoryView, folder: string): Promise<Path[]> {
  const pictures = [
    ...process.map(({ file }) => ({ file, kind: 'process' as const })),
    ...works.map(({ file }) => ({ file, kind: 'work' as const })),
    ...(film?.poster === undefined ? [] : [{ file: film.poster, kind: 'poster' as const }]),
  ];
  const versions = pictures.map(async ({ file, kind }) => {
    const original = { folder, file: `media/${id}/${file}` };
    const { width } = await pictureFacts(original);
    return Promise.all(widthsFor(kind, width).map((one) => pathTo(id, pictureAddress(id, file, one), original, one)));
  });
  const paths = (await Promise.all(versions)).flat();
  // One picture may show the process and stand before the film.
  return [...new Map(paths.map((path) => [path.params.file, path])).values()];
}

function filePaths(
  id: string,
  files: readonly (string | undefined)[],
  ending: string,
  folder: string,
): Promise<Path[]> {
  const own = files.filter((file) => file?.endsWith(`.${ending}`)).filter((file) => file !== undefined);
  return Promise.all(
    own.map((file) => pathTo(id, mediaAddress(id, file), { folder, file: `media/${id}/${file}` }, undefined)),
  );
}

async function pathTo(id: string, address: string, original: Original, width: number | undefined): Promise<Path> {
  const file = address.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const cacheKey = await versionKey(original, width === undefined ? undefined : { width, format: 'webp' });
  return { params: { id, file }, props: { original, width }, cacheKey };
}

const TYPES = { webp: 'image/webp', mp4: 'video/mp4', vtt: 'text/vtt; charset=utf-8' } as const;

export const giveMedia =
  (ending: keyof typeof TYPES): APIRoute<Path['props']> =>
  async ({ props: { original, width } }) => {
    const bytes =
      width === undefined
        ? new Uint8Array(await readFile(fileOf(original)))
        : await pictureVersion(original, { width, format: 'webp' });
    return new Response(bytes, { headers: { 'Content-Type': TYPES[ending] } });
  };
