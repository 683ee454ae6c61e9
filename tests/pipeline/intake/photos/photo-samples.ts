import sharp, { type Sharp } from 'sharp';

/** Noise, no picture of anybody. */
export function noise(width: number, height: number, sigma = 20): Sharp {
  const create = {
    width,
    height,
    channels: 3,
    background: '#808080',
    noise: { type: 'gaussian', mean: 128, sigma },
  } as const;
  return sharp({ create });
}

/** A plain JPEG that any office would hand in; different seeds of noise give different bytes each time. */
export function portrait(width = 480, height = 640): Promise<Buffer> {
  return noise(width, height).jpeg().toBuffer();
}

/** What must never come out, whatever it was put into. */
export const SECRET = '37.5091N122.1217E-SECRET-PLACE';

/** A photograph as a telephone leaves it: Exif with place and author, XMP, a profile, IPTC, a comment, and a file glued on behind. */
export async function gossipingJpeg(): Promise<Buffer> {
  const plain = await noise(600, 800)
    .withExif({
      IFD0: { Artist: SECRET, Copyright: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSAreaInformation: SECRET },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${SECRET}</rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const iptc = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from(SECRET)]);
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xed, iptc),
    segment(0xfe, Buffer.from(SECRET)),
    plain.subarray(2),
    Buffer.from(`PK\u0003\u0004${SECRET}`),
  ]);
}

export function segment(marker: number, body: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, body]);
}

/** The markers of a JPEG in order, by their own lengths (ITU-T T.81, annex B), and how many bytes stand behind the end. */
export function markersOf(jpeg: Uint8Array): { markers: number[]; behindEnd: number } {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Error('does not begin with SOI');
  const markers: number[] = [];
  let at = 2;
  for (;;) {
    if (jpeg[at] !== 0xff) throw new Error(`no marker at ${at}`);
    const marker = jpeg[at + 1] ?? 0;
    markers.push(marker);
    at += 2;
    if (marker === 0xd9) return { markers, behindEnd: jpeg.length - at };
    at += ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0);
    // Behind a scan header: coded data up to the next marker that is neither a stuffed byte nor a restart.
    if (marker === 0xda) while (!isMarker(jpeg, at)) at += 1;
    if (at >= jpeg.length) throw new Error('no end marker');
  }
}

function isMarker(jpeg: Uint8Array, at: number): boolean {
  if (at >= jpeg.length) return true;
  const next = jpeg[at + 1] ?? 0;
  return jpeg[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7);
}
