import { z } from 'zod';
import type { Desk } from '#desk/frame/desk.ts';
import { fileNameOf } from '#desk/frame/state-folder.ts';
import { fieldKey, pictureFolder } from '#desk/screens/import/batches.ts';
import { type Labelled, wholeOf } from '#pipeline/intake/envelope/sort-envelope.ts';
import { MAX_PHOTO_BYTES, tooLarge } from '#pipeline/intake/photos/photo-encode.ts';
import type { Focus } from '#pipeline/intake/photos/photo-focus.ts';
import { PhotoQueue } from '#pipeline/intake/photos/photo-queue.ts';
import type { LaidPhoto } from '#pipeline/intake/photos/set-photos.ts';
import { eraseOld, sessionsOf } from '#pipeline/intake/session/session-folder.ts';
import { picturesOf } from '#pipeline/intake/session/session-pictures.ts';

/** A picture that waits for somebody to say whose it is. */
export interface WaitingPicture {
  key: string;
  batch: string;
  picture: Labelled;
}

/** Those of a round, as they came. */
export async function waitingPictures(desk: Desk, round: string): Promise<WaitingPicture[]> {
  await eraseOld(pictureFolder(desk), desk.clock());
  const found: WaitingPicture[] = [];
  for (const session of (await sessionsOf(pictureFolder(desk), round)).toReversed()) {
    for (const picture of await picturesOf(session))
      found.push({ key: fieldKey(session.id, picture.file), batch: session.id, picture });
  }
  return found;
}

const queues = new WeakMap<Desk, PhotoQueue>();

function queueOf(desk: Desk): PhotoQueue {
  const queue = queues.get(desk) ?? new PhotoQueue();
  queues.set(desk, queue);
  return queue;
}

/** The picture as the site would have it, once it is encoded. */
export async function encoded(
  desk: Desk,
  { key, picture }: WaitingPicture,
  focus: Focus | undefined,
): Promise<NonNullable<LaidPhoto['picture']>> {
  const queue = queueOf(desk);
  const read = async (): ReturnType<Parameters<PhotoQueue['encode']>[0]['read']> => {
    if (picture.size > MAX_PHOTO_BYTES) return tooLarge(picture.size);
    return (await wholeOf(picture, MAX_PHOTO_BYTES)) ?? { code: 'photo-unreadable', args: {} };
  };
  for (;;) {
    const result = await queue.encode({ place: key, read, ...(focus && { focus }) });
    if (!('waiting' in result)) return result;
    await queue.changed();
  }
}

const laidSchema = z.strictObject({
  credit: z.string(),
  consent: z.string(),
  by: z.string(),
  laid: z.array(z.strictObject({ person: z.string(), picture: z.string(), focus: z.string() })),
  /** Ids of people whose photo goes. */
  remove: z.array(z.string()),
});

/** What one clerk has laid, until a second person has compared it. */
export type Laid = z.infer<typeof laidSchema>;

export async function laidOf({ state }: Desk, round: string): Promise<Laid | undefined> {
  const text = await state.read('laid', `${fileNameOf(round)}.json`);
  if (text === undefined) return undefined;
  try {
    return laidSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function keepLaid({ state }: Desk, round: string, laid: Laid | undefined): Promise<void> {
  const place = ['laid', `${fileNameOf(round)}.json`];
  if (laid) await state.write(`${JSON.stringify(laid)}\n`, ...place);
  else await state.remove(...place);
}
