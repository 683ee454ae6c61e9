import { type Looker, place } from './view.ts';

const decoders = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'].map((name) => new TextDecoder(name));
const MOST = 1024 * 1024;

/** A picture says more than it shows: that alone is a finding, and what it says is looked at too. */
export function lookAtMetadata(what: string, bytes: Uint8Array, where: string, looker: Looker): void {
  looker.fault('image-metadata', place(where, what));
  const looked = bytes.subarray(0, MOST);
  // Nobody knows the encoding of a comment: digits show in one of them.
  for (const decoder of decoders) looker.pieces(place(where, what), readableRuns(decoder.decode(looked)));
}

/** Stretches of readable text in the midst of binary data. */
export function readableRuns(text: string): string[] {
  return text.match(RUNS) ?? [];
}

// eslint-disable-next-line no-control-regex -- what is between the stretches are control characters
const RUNS = /[^\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]{4,}/g;
