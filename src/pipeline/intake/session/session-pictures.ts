import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isPictureName } from '#core/roster/photo-name.ts';
import { type Listed, LITTER } from '#pipeline/intake/envelope/envelope-file.ts';
import { listEnvelope } from '#pipeline/intake/envelope/list-envelope.ts';
import { type Labelled, sortEnvelope, wholeOf } from '#pipeline/intake/envelope/sort-envelope.ts';
import { MAX_PHOTO_BYTES } from '#pipeline/intake/photos/photo-encode.ts';
import { beginSession, eraseSession, type ImportSession, openSession, putFile } from './session-folder.ts';

/**
 * Once the list is written: pictures that nobody's name led to go to a batch of their own, for somebody to lay them on people; everything
 * else is erased at once.
 * @returns how many pictures there are
 */
export async function keepPictures(
  session: ImportSession,
  listed: readonly Listed[],
  to: string,
  now: number,
): Promise<number> {
  const unused = new Set(
    listed.filter(({ fate, file }) => fate === 'ask' && isPictureName(file)).map(({ file }) => file),
  );
  return movePictures(session, to, now, ({ file }) => unused.has(file));
}

/**
 * The pictures of a batch as a batch of their own, out of their folders and ZIPs, each to be laid and dropped by itself; the batch they
 * came in is erased. @returns how many there are
 */
export async function movePictures(
  session: ImportSession,
  to: string,
  now: number,
  isMeant: (picture: Labelled) => boolean = () => true,
): Promise<number> {
  const pictures = (await picturesOf(session)).filter(isMeant);
  if (pictures.length > 0) {
    const batch = await beginSession(to, session.state.round, now);
    for (const [index, picture] of pictures.entries()) {
      const bytes = await wholeOf(picture, MAX_PHOTO_BYTES);
      if (bytes) await putFile(batch, `${index + 1}/${picture.name}`, bytes);
    }
  }
  await eraseSession(session);
  return pictures.length;
}

/** Every picture of a batch, in folders and ZIPs too. */
export async function picturesOf(session: ImportSession): Promise<Labelled[]> {
  return (await sortEnvelope([await listEnvelope(join(session.folder, 'files'))])).pictures;
}

/** How many files of a batch are no pictures. */
export async function otherFiles(session: ImportSession): Promise<number> {
  const { papers, listed } = await sortEnvelope([await listEnvelope(join(session.folder, 'files'))]);
  return papers.length + listed.filter(({ reason }) => reason !== LITTER).length;
}

/** Pictures that are no longer wanted; a batch that has no other goes whole. */
export async function dropPictures(work: string, gone: readonly { batch: string; picture: Labelled }[]): Promise<void> {
  for (const [id, own] of Map.groupBy(gone, ({ batch }) => batch)) {
    const session = await openSession(work, id);
    const names = new Set(own.map(({ picture }) => picture.file));
    const left = (await picturesOf(session)).filter(({ file }) => !names.has(file));
    if (left.length === 0) await eraseSession(session);
    else
      for (const { picture } of own)
        await rm(join(session.folder, 'files', ...picture.folders, picture.name), { force: true });
  }
}
