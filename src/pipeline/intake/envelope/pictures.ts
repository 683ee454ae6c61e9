import { MAX_PHOTO_BYTES, tooLarge } from '#pipeline/intake/photos/photo-encode.ts';
import type { LyingPicture } from '#pipeline/intake/photos/photo-sources.ts';
import { type Labelled, wholeOf } from './sort-envelope.ts';

/** A picture of the envelope, to be opened once it is known to be a portrait. */
export function lyingPicture(picture: Labelled): LyingPicture {
  const { file, folders, name, size } = picture;
  return {
    file,
    folders,
    name,
    read: async () => {
      if (size > MAX_PHOTO_BYTES) return tooLarge(size);
      return (await wholeOf(picture, MAX_PHOTO_BYTES)) ?? { code: 'photo-unreadable', args: {} };
    },
  };
}
