import type { PictureView } from '#core/roster/grid.ts';
import { type EncodedPhoto, encodePhoto, type PhotoFault } from './photo-encode.ts';

/** Where the face is: shares of width and height, from 0 to 1. */
export interface Focus {
  x: number;
  y: number;
}

/** A portrait is three wide and four high, with the face above its middle. */
const RATIO = 3 / 4;
const FACE = 0.42;

/** As `encodePhoto`; with a focus, the largest upright portrait around it, cut out of the picture that is upright already. */
export async function encodeFocused(
  bytes: Uint8Array,
  view: PictureView | undefined,
  focus: Focus | undefined,
): Promise<EncodedPhoto | PhotoFault> {
  const whole = await encodePhoto(bytes, view);
  if (!focus || !('jpeg' in whole)) return whole;
  return encodePhoto(whole.jpeg, frameAround(focus, whole));
}

/** What is cut off at each side, as shares. */
export function frameAround({ x, y }: Focus, { width, height }: Pick<EncodedPhoto, 'width' | 'height'>): PictureView {
  const [frameWidth, frameHeight] =
    width / height > RATIO ? [(height * RATIO) / width, 1] : [1, width / RATIO / height];
  const left = within(x - frameWidth / 2, 1 - frameWidth);
  const top = within(y - frameHeight * FACE, 1 - frameHeight);
  const crop = { left, top, right: 1 - left - frameWidth, bottom: 1 - top - frameHeight };
  return { crop, mirrored: false, upsideDown: false, turn: 0 };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}
