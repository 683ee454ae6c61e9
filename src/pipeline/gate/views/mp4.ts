import { type Box, boxAt, boxesIn } from '#core/film/mp4-boxes.ts';
import { lookAtMetadata, readableRuns } from './metadata.ts';
import type { Looker, SourceFile } from './view.ts';

const TOP = new Set(['ftyp', 'moov', 'mdat', 'moof', 'sidx', 'mfra', 'styp']);
/** Of an index and of a track: what a player needs. */
const PLAYED = new Set(['mvhd', 'trak', 'mvex', 'iods', 'tkhd', 'edts', 'mdia', 'tref', 'tapt']);
const ENCODER = '\u00a9too';

/** A film: its pictures and sounds are looked at by nobody, but all that is written beside them is. */
export function lookAtMp4({ bytes, place }: SourceFile, looker: Looker): void {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = ({ from, to }: Box): Uint8Array => bytes.subarray(from, to);
  const boxes = (box: Box): Box[] => boxesIn(data, box.from, box.to);
  for (const box of boxesIn(data, 0, bytes.length)) {
    if (TOP.has(box.name)) continue;
    // Room that was left free is empty, or holds what somebody left in it.
    if (!['free', 'skip'].includes(box.name) || body(box).some((byte) => byte !== 0))
      lookAtMetadata('影片附加数据', body(box), place, looker);
  }
  const index = boxesIn(data, 0, bytes.length).find(({ name }) => name === 'moov');
  if (!index) throw new RangeError('no index');
  const tracks = boxes(index).filter(({ name }) => name === 'trak');
  for (const track of tracks) {
    const handler = boxAt(data, track, 'mdia', 'hdlr');
    const kind = handler ? String.fromCharCode(...bytes.subarray(handler.from + 8, handler.from + 12)) : '';
    if (!['vide', 'soun'].includes(kind)) looker.fault('image-metadata', '影片里画面、声音以外的轨道');
    if (handler)
      looker.pieces(
        '影片轨道名',
        readableRuns(new TextDecoder().decode(bytes.subarray(handler.from + 24, handler.to))),
      );
  }
  for (const box of [index, ...tracks].flatMap(boxes)) {
    if (PLAYED.has(box.name)) continue;
    if (box.name === 'udta' && isEncoderAlone(data, box)) {
      looker.pieces('影片附加信息', readableRuns(new TextDecoder().decode(body(box))));
    } else lookAtMetadata('影片附加信息', body(box), place, looker);
  }
}

/** ffmpeg names itself in every file it writes. */
function isEncoderAlone(data: DataView, udta: Box): boolean {
  return boxesIn(data, udta.from, udta.to).every(
    (meta) =>
      meta.name === 'meta' &&
      boxesIn(data, meta.from + 4, meta.to).every(
        (part) =>
          part.name === 'hdlr' ||
          (part.name === 'ilst' && boxesIn(data, part.from, part.to).every(({ name }) => name === ENCODER)),
      ),
  );
}
