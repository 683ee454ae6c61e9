import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { systemProgram } from '#tests/system-program.ts';
import { gb18030 } from './campaign-csv.ts';

export interface ZipSpec {
  name: string;
  bytes: Uint8Array;
  /** How the name is written: with the UTF-8 mark, as plain UTF-8, in GBK, or in GBK with Info-ZIP's Unicode path beside it. */
  as?: 'marked' | 'utf-8' | 'gbk' | 'path';
  locked?: boolean;
  stored?: boolean;
}

/** A ZIP made byte by byte (PKWARE APPNOTE 4.3), so that the odd ones can be made on purpose. */
export function zipFile(files: readonly ZipSpec[]): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes, as = 'marked', locked = false, stored = false } of files) {
    const raw = as === 'gbk' || as === 'path' ? Buffer.from(gb18030(name)) : Buffer.from(name);
    const packed = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const extra = as === 'path' ? unicodePath(raw, name) : Buffer.alloc(0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((as === 'marked' ? 0x800 : 0) | (locked ? 1 : 0), 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(raw.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, raw, packed]);
    common.writeUInt16LE(extra.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, raw, extra]));
    body.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, listing, end]);
}

function unicodePath(raw: Buffer, name: string): Buffer {
  const text = Buffer.from(name);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + text.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(raw), 5);
  return Buffer.concat([head, text]);
}

/** An MP4 of a size, with what phones write about place, time and device; the boxes behind the picture data, as phones do. */
export function film(size: number, said: Record<string, string> = { '\xA9xyz': '+37.5091+122.1217/' }): Buffer {
  const text = Object.entries(said).map(([name, value]) => {
    const body = Buffer.from(value);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(body.length, 0);
    return box(name, Buffer.concat([head, body]));
  });
  const moov = box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('udta', Buffer.concat(text))]));
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0mp42')), box('mdat', Buffer.alloc(size, 7)), moov]);
}

function box(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** Modern files as their older selves, through LibreOffice: what an office with an old program sends. */
export function asOld(
  files: readonly { name: string; bytes: Uint8Array }[],
  ending: 'xls' | 'doc' | 'pdf' | 'ods',
): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'as-old-'));
  try {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    execFileSync(
      systemProgram('soffice'),
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        ...['--headless', '--convert-to', ending, '--outdir', join(folder, 'out')],
        ...files.map(({ name }) => join(folder, name)),
      ],
      { stdio: 'ignore' },
    );
    return files.map(({ name }) =>
      readFileSync(join(folder, 'out', basename(name).replace(/\.[^.]+$/u, `.${ending}`))),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
