import type { ByteSource } from './byte-source.ts';

/** What a film file says of itself; nothing of it is repeated. */
export interface Video {
  /** Whether its first bytes are those of a film. */
  real: boolean;
  /** In an office's words: 拍摄地点, 拍摄时间, 设备型号, 姓名或说明. */
  carries: string[];
}

export const VIDEO_NAME = /\.(?:mp4|m4v|mov|qt|3gp|avi|wmv|mkv|webm|flv|f4v|mpe?g|mts|m2ts|rm|rmvb|ts|vob)$/iu;

const MOST_MOOV = 32 * 1024 * 1024;
const MOST_BOXES = 10_000;

/** Looks at a film's head and, in MP4 and QuickTime, at its boxes (ISO/IEC 14496-12): where it was taken and with what may stand there. */
export async function lookAtVideo(source: ByteSource): Promise<Video> {
  const head = Buffer.from(await source.read(0, 16));
  if (/^(?:ftyp|moov|mdat|wide|free|skip)$/u.test(head.toString('latin1', 4, 8)))
    return { real: true, carries: await boxesOf(source, head) };
  return { real: OTHERS.some((signature) => head.toString('latin1').startsWith(signature)), carries: [] };
}

/** AVI, Matroska and WebM, Windows Media, Flash, MPEG, RealMedia. */
const OTHERS = [
  'RIFF',
  '\x1A\x45\xDF\xA3',
  '\x30\x26\xB2\x75\x8E\x66\xCF\x11',
  'FLV',
  '\0\0\x01\xBA',
  '\0\0\x01\xB3',
  '.RMF',
  'G',
];

async function boxesOf(source: ByteSource, first: Buffer): Promise<string[]> {
  const found = new Set<string>();
  let head = first;
  for (let at = 0, count = 0; head.length >= 8 && count < MOST_BOXES; count += 1) {
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const size =
      short === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? source.size - at : short;
    if (size < 8) break;
    if ((type === 'moov' || type === 'meta' || type === 'udta' || type === 'uuid') && size <= MOST_MOOV) {
      // The head has been read; a source goes forward only.
      const rest = Buffer.from(await source.read(at + head.length, Math.max(0, size - head.length)));
      for (const what of namesIn(Buffer.concat([head, rest]))) found.add(what);
    }
    at += size;
    if (at + 8 > source.size) break;
    head = Buffer.from(await source.read(at, 16));
  }
  return [...found];
}

/** By the names of the fields: QuickTime user data, Apple's keys, 3GPP's `loci`, Android's, XMP. */
function namesIn(box: Buffer): string[] {
  const text = box.toString('latin1');
  return FIELDS.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
}

const FIELDS: readonly [RegExp, string][] = [
  [/\xA9xyz|loci|com\.apple\.quicktime\.location|GPSCoordinates|exif:GPS|GPSLatitude/u, '拍摄地点'],
  [/\xA9day|com\.apple\.quicktime\.creationdate|xmp:CreateDate/u, '拍摄时间'],
  [/\xA9m(?:ak|od)|\xA9swr|com\.apple\.quicktime\.(?:make|model|software)|com\.android/u, '设备型号'],
  [
    /\xA9(?:nam|ART|aut|cmt|inf|cpy|des)|com\.apple\.quicktime\.(?:author|title|comment|description|displayname)|dc:creator/u,
    '姓名或说明',
  ],
];
