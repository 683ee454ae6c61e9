import { gunzipSync } from 'node:zlib';
import { type Looker, place, type SourceFile } from './view.ts';

/** A compressed file: what is in it, and the name and comment in its head. */
export function lookAtGzip({ name, bytes, place: where }: SourceFile, looker: Looker): void {
  looker.pieces(place(where, '压缩包说明'), headOf(bytes));
  const inner = gunzipSync(bytes, { maxOutputLength: Math.max(1, looker.room) });
  looker.file({ name: name.replace(/\.gz$/i, ''), bytes: inner, place: where });
}

/** RFC 1952: file name and comment, closed by a zero byte each. */
function headOf(bytes: Uint8Array): string[] {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  const texts: string[] = [];
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) break;
    texts.push(new TextDecoder('latin1').decode(bytes.subarray(at, end)));
    at = end + 1;
  }
  return texts;
}
