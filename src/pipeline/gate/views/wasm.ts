import { readableRuns } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

const latin1 = new TextDecoder('latin1');

/** WebAssembly passes as code; the texts in its data are looked at one by one. */
export function lookAtWasm({ bytes, place }: SourceFile, looker: Looker): void {
  looker.pieces(
    place,
    readableRuns(latin1.decode(bytes)).filter((run) => run.length >= 8),
  );
}
