import { parentPort } from 'node:worker_threads';
import type { PictureView } from '#core/roster/grid.ts';
import { encodeFocused, type Focus } from './photo-focus.ts';

export interface PhotoJob {
  bytes: Uint8Array;
  view?: PictureView | undefined;
  focus?: Focus | undefined;
}

parentPort?.on('message', ({ bytes, view, focus }: PhotoJob) => {
  void encodeFocused(bytes, view, focus).then((result) => parentPort?.postMessage(result));
});
