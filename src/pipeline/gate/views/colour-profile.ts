import { inflateSync } from 'node:zlib';
import { readableRuns } from './metadata.ts';
import { type Looker, place } from './view.ts';

const decoders = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'].map((name) => new TextDecoder(name));
const MOST = 1024 * 1024;

/**
 * A colour profile (ICC.1) may stay in a picture, but its texts (description, copyright, maker, in one byte or in UTF-16) say
 * what somebody wrote there: read whole, in every encoding and at either alignment, whatever its table of tags claims.
 */
export function lookAtProfile(profile: Uint8Array, where: string, looker: Looker): void {
  const looked = profile.subarray(0, MOST);
  for (const [index, decoder] of decoders.entries()) {
    for (const from of index < 2 ? [0] : [0, 1]) {
      looker.pieces(place(where, '颜色配置'), readableRuns(decoder.decode(looked.subarray(from))));
    }
  }
}

/** PNG: a name, a zero, the method, and the profile deflated. What cannot be unpacked cannot be judged. */
export function lookAtPngProfile(body: Uint8Array, where: string, looker: Looker): void {
  const end = body.indexOf(0);
  lookAtProfile(body.subarray(0, Math.max(0, end)), where, looker);
  lookAtProfile(inflateSync(body.subarray(end + 2), { maxOutputLength: 16 * MOST }), where, looker);
}
