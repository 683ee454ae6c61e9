/** One face of a font file (TrueType, OpenType, or one of a collection), as far as choosing and renaming it needs. ISO/IEC 14496-22. */
export interface Face {
  /** Every family name that the file gives, in any language: `仿宋`, `FangSong`. */
  families: readonly string[];
  /** `FangSong`, as `pdffonts` will list it. */
  postScriptName: string;
  /** 400 regular, 700 bold. */
  weight: number;
  has(this: void, character: string): boolean;
  /** The same face as a font file of its own, under the family name given and no other. */
  renamed(family: string): Buffer;
}

/** @throws RangeError for a file that is no font, or is cut */
export function facesOf(bytes: Buffer): Face[] {
  const tag = bytes.toString('latin1', 0, 4);
  if (tag === 'ttcf') {
    return Array.from({ length: bytes.readUInt32BE(8) }, (_, index) =>
      faceAt(bytes, bytes.readUInt32BE(12 + index * 4)),
    );
  }
  if (tag !== 'OTTO' && tag !== 'true' && bytes.readUInt32BE(0) !== 0x10000) throw new RangeError('no font');
  return [faceAt(bytes, 0)];
}

interface Table {
  tag: string;
  checksum: number;
  at: number;
  length: number;
}

function faceAt(bytes: Buffer, start: number): Face {
  const tables = Array.from({ length: bytes.readUInt16BE(start + 4) }, (_, index): Table => {
    const record = start + 12 + index * 16;
    const [checksum, at, length] = [4, 8, 12].map((offset) => bytes.readUInt32BE(record + offset)) as [
      number,
      number,
      number,
    ];
    if (at + length > bytes.length) throw new RangeError('past the end');
    return { tag: bytes.toString('latin1', record, record + 4), checksum, at, length };
  });
  const find = (tag: string): Table => {
    const table = tables.find((one) => one.tag === tag);
    if (!table) throw new RangeError(`no table ${tag}`);
    return table;
  };
  const names = namesOf(bytes, find('name').at);
  const cmap = find('cmap');
  let characters: ((code: number) => boolean) | undefined;
  return {
    families: [...new Set(names.filter(({ id }) => id === 1 || id === 16).map(({ text }) => text))],
    postScriptName: names.find(({ id }) => id === 6)?.text ?? '',
    weight: tables.some(({ tag }) => tag === 'OS/2') ? bytes.readUInt16BE(find('OS/2').at + 4) : 400,
    has: (character) => (characters ??= charactersOf(bytes, cmap.at))(character.codePointAt(0) ?? 0),
    renamed: (family) => assembled(bytes, bytes.toString('latin1', start, start + 4), tables, family, names),
  };
}

interface Name {
  id: number;
  text: string;
}

const utf16 = new TextDecoder('utf-16be');

function namesOf(bytes: Buffer, at: number): Name[] {
  const texts = at + bytes.readUInt16BE(at + 4);
  return Array.from({ length: bytes.readUInt16BE(at + 2) }, (_, index): Name => {
    const record = at + 6 + index * 12;
    const [platform, , , id, length, offset] = [0, 2, 4, 6, 8, 10].map((step) => bytes.readUInt16BE(record + step)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const raw = bytes.subarray(texts + offset, texts + offset + length);
    return { id, text: platform === 1 ? raw.toString('latin1') : utf16.decode(raw) };
  });
}

/** Which code points a face has, from the full repertoire (format 12) where there is one, else the basic plane (format 4). */
function charactersOf(bytes: Buffer, cmap: number): (code: number) => boolean {
  const subtables = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + bytes.readUInt32BE(cmap + 8 + index * 8);
    return { at, format: bytes.readUInt16BE(at) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full) return (code) => groupGlyph(bytes, full.at, code) !== 0;
  const basic = subtables.find(({ format }) => format === 4);
  if (!basic) throw new RangeError('no character map of format 4 or 12');
  return (code) => segmentGlyph(bytes, basic.at, code) !== 0;
}

function groupGlyph(bytes: Buffer, at: number, code: number): number {
  let [low, high] = [0, bytes.readUInt32BE(at + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = at + 16 + middle * 12;
    if (code < bytes.readUInt32BE(record)) high = middle - 1;
    else if (code > bytes.readUInt32BE(record + 4)) low = middle + 1;
    else return bytes.readUInt32BE(record + 8) + code - bytes.readUInt32BE(record);
  }
  return 0;
}

function segmentGlyph(bytes: Buffer, at: number, code: number): number {
  if (code > 0xffff) return 0;
  const size = bytes.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    if (bytes.readUInt16BE(at + 14 + segment) < code) continue;
    const begin = bytes.readUInt16BE(at + 16 + size + segment);
    if (begin > code) return 0;
    const delta = bytes.readUInt16BE(at + 16 + 2 * size + segment);
    const rangeAt = at + 16 + 3 * size + segment;
    const range = bytes.readUInt16BE(rangeAt);
    const direct = range === 0 ? code : bytes.readUInt16BE(rangeAt + range + (code - begin) * 2);
    return direct === 0 ? 0 : (direct + delta) & 0xffff;
  }
  return 0;
}

/** A font file of the same tables with a new `name`: no other font of the machine can be taken for it, whatever is installed there. */
function assembled(
  bytes: Buffer,
  kind: string,
  tables: readonly Table[],
  family: string,
  names: readonly Name[],
): Buffer {
  const own = nameTable([
    { id: 1, text: family },
    { id: 2, text: 'Regular' },
    { id: 4, text: family },
    { id: 6, text: names.find(({ id }) => id === 6)?.text ?? family },
    ...names.filter(({ id }, index) => id === 0 && names.findIndex((one) => one.id === 0) === index),
  ]);
  const parts = tables.map(({ tag, checksum, at, length }) => ({
    tag,
    checksum,
    body: tag === 'name' ? own : bytes.subarray(at, at + length),
  }));
  const head = Buffer.alloc(12 + parts.length * 16);
  head.write(kind, 0, 'latin1');
  head.writeUInt16BE(parts.length, 4);
  const chunks: Buffer[] = [head];
  let at = head.length;
  for (const [index, { tag, checksum, body }] of parts.entries()) {
    const record = 12 + index * 16;
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(checksum, record + 4);
    head.writeUInt32BE(at, record + 8);
    head.writeUInt32BE(body.length, record + 12);
    const padding = Buffer.alloc((4 - (body.length % 4)) % 4);
    chunks.push(body, padding);
    at += body.length + padding.length;
  }
  return Buffer.concat(chunks);
}

function nameTable(names: readonly Name[]): Buffer {
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [index, { id, text }] of [...names].sort((a, b) => a.id - b.id).entries()) {
    const raw = Buffer.from(text, 'utf16le').swap16();
    // Windows, Unicode, English.
    [3, 1, 0x409, id, raw.length, offset].forEach((value, step) =>
      head.writeUInt16BE(value, 6 + index * 12 + step * 2),
    );
    texts.push(raw);
    offset += raw.length;
  }
  return Buffer.concat([head, ...texts]);
}
