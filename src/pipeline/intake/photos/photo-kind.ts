/** What a picture file really is, by its first bytes; its ending says nothing. */
export type PhotoKind = { readable: 'jpeg' | 'png' | 'webp' } | { refused: string };

/** HEIC is refused because the decoder at hand has no HEVC; the others are no photographs or carry code. */
export function photoKind(bytes: Uint8Array): PhotoKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  const known = SIGNATURES.find(([offset, signature]) => head.startsWith(signature, offset));
  if (known) return known[2];
  return /^(?:ï»¿)?\s*</.test(head) ? { refused: ' SVG 图形或网页' } : { refused: '无法识别的文件' };
}

const HEIC = { refused: '苹果手机的 HEIC 格式' };
const TIFF = { refused: ' TIFF 或相机原始格式' };

const SIGNATURES: readonly [offset: number, signature: string, kind: PhotoKind][] = [
  [0, '\xFF\xD8\xFF', { readable: 'jpeg' }],
  [0, '\x89PNG\r\n\x1A\n', { readable: 'png' }],
  [8, 'WEBP', { readable: 'webp' }],
  [4, 'ftyphei', HEIC],
  [4, 'ftyphev', HEIC],
  [4, 'ftypmif1', HEIC],
  [4, 'ftypmsf1', HEIC],
  [4, 'ftypavi', { refused: ' AVIF 格式' }],
  [4, 'ftyp', { refused: '视频' }],
  [0, 'GIF8', { refused: ' GIF 格式' }],
  [0, '%PDF', { refused: ' PDF 文件' }],
  [40, ' EMF', { refused: ' EMF 图元文件' }],
  [0, '\xD7\xCD\xC6\x9A', { refused: ' WMF 图元文件' }],
  [0, 'BM', { refused: ' BMP 格式' }],
  [0, 'II*\0', TIFF],
  [0, 'MM\0*', TIFF],
  [0, '8BPS', { refused: ' Photoshop 文件' }],
  [0, 'PK\x03\x04', { refused: '压缩包或 Office 文档' }],
  [0, '\xD0\xCF\x11\xE0', { refused: '旧版 Office 文档' }],
];
