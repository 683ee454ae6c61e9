import { open, readFile } from 'node:fs/promises';
import { filmFacts } from '#core/film/film-facts.ts';
import { readVtt } from '#core/formats/web-vtt.ts';
import { pictureAddress, portraitAddress } from '#site/address.ts';
import type { ProfileView, StoryView } from '#site/pages/profile-view.ts';
import { AVIF_WIDTH, widthsFor } from '#site/picture-widths.ts';
import type { Showcase, ShownFilm, ShownPicture, ShownPortrait } from '#site/shown-picture.ts';
import { fileOf, pictureFacts } from './_photo.ts';

export async function showcaseOf({ id, story, hasPhoto }: ProfileView, folder: string): Promise<Showcase> {
  const picture = async (
    anchor: string,
    file: string,
    kind: Parameters<typeof widthsFor>[0],
  ): Promise<ShownPicture> => {
    const facts = await pictureFacts({ folder, file: `media/${id}/${file}` });
    const sources = widthsFor(kind, facts.width).map((width) => ({ address: pictureAddress(id, file, width), width }));
    return { anchor, sources, ...facts };
  };
  const portrait = hasPhoto ? await portraitOf(id, folder, story?.photo?.focus) : undefined;
  const process = await Promise.all(
    (story?.process ?? []).map(({ file }, index) => picture(`process-${index + 1}`, file, 'process')),
  );
  const works = await Promise.all(
    (story?.works ?? []).map(({ file }, index) => picture(`work-${index + 1}`, file, 'work')),
  );
  const poster = story?.film?.poster === undefined ? undefined : await picture('film', story.film.poster, 'poster');
  const film = poster && story ? await filmOf(id, story, folder, poster) : undefined;
  const shown = [portrait, poster, ...process, ...works].filter((one) => one !== undefined);
  const focus = portrait?.focus === undefined ? '' : `#portrait{object-position:${portrait.focus}}`;
  const styles = shown.map(({ anchor, colour }) => `#${anchor}{background-color:${colour}}`).join('') + focus;
  return { portrait, film, process, works, styles };
}

async function portraitOf(id: string, folder: string, focus: string | undefined): Promise<ShownPortrait> {
  const facts = await pictureFacts({ folder, file: `photos/${id}.jpg` });
  return {
    anchor: 'portrait',
    sources: widthsFor('portrait', facts.width).map((width) => ({
      address: portraitAddress(id, width, 'webp'),
      width,
    })),
    avif: facts.width >= AVIF_WIDTH ? portraitAddress(id, AVIF_WIDTH, 'avif') : undefined,
    focus,
    ...facts,
  };
}

async function filmOf(
  id: string,
  { film }: StoryView,
  folder: string,
  poster: ShownPicture,
): Promise<ShownFilm | undefined> {
  if (film?.file === undefined) return undefined;
  const at = (file: string): string => fileOf({ folder, file: `media/${id}/${file}` });
  const reading = await readFilm(at(film.file));
  if (reading.kind !== 'film') throw new Error(`${film.file} is no film: the check reports it first`);
  const { width, height, duration } = reading.facts;
  const transcript =
    film.transcript ?? (film.captions === undefined ? [] : spoken(await readFile(at(film.captions), 'utf8')));
  return { poster, width, height, duration, transcript };
}

/** Captions as running text, for who reads rather than looks. */
function spoken(captions: string): string[] {
  return readVtt(captions).cues.map(({ text }) => text.replaceAll('\n', ''));
}

async function readFilm(path: string): ReturnType<typeof filmFacts> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await filmFacts({
      size,
      piece: async (from, to) => {
        const bytes = new Uint8Array(to - from);
        await file.read(bytes, 0, bytes.length, from);
        return new DataView(bytes.buffer);
      },
    });
  } finally {
    await file.close();
  }
}
