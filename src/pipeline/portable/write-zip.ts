import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipInput {
  /** With `/`; any sign of Unicode. */
  name: string;
  /** Permissions for systems that have them: 0o644 or 0o755. */
  mode: number;
  read: () => Promise<Uint8Array>;
}

const deflate = promisify(deflateRaw);
/** 1 January 1980, 0:00, in the form of MS-DOS: the same files give the same bytes whenever they are packed. */
const DATE = 0x0021;
/** UTF-8 names (general purpose bit 11), which Explorer, unzip and 7-Zip understand. */
const FLAGS = 0x0800;
const LEVEL = { level: 9 };

/**
 * Writes a ZIP (PKWARE APPNOTE 4.3) file by file: of the whole package no more than one file is ever in memory. Kept below the limits
 * that need ZIP64.
 * @returns its size in bytes
 */
export async function writeZip(file: string, inputs: readonly ZipInput[]): Promise<number> {
  if (inputs.length > 0xfffe) throw new RangeError(`${inputs.length} files are more than a ZIP holds`);
  const handle = await open(file, 'w');
  try {
    const directory: Buffer[] = [];
    let at = 0;
    for (const input of inputs) {
      const entry = await entryOf(input, at);
      at = await written(handle, at, entry.local, entry.packed);
      directory.push(entry.central);
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(inputs.length, 8);
    end.writeUInt16LE(inputs.length, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(at, 16);
    at = await written(handle, at, central, end);
    await handle.sync();
    return at;
  } finally {
    await handle.close();
  }
}

interface Written {
  /** The header in front of the bytes. */
  local: Uint8Array;
  packed: Uint8Array;
  /** Its line of the directory. */
  central: Buffer;
}

async function entryOf({ name, mode, read }: ZipInput, offset: number): Promise<Written> {
  const bytes = await read();
  const small = await deflate(bytes, LEVEL);
  const isSmaller = small.length < bytes.length;
  const packed = isSmaller ? small : bytes;
  const title = Buffer.from(name, 'utf8');
  const shared = Buffer.alloc(26);
  for (const [value, place] of [
    [20, 0],
    [FLAGS, 2],
    [isSmaller ? 8 : 0, 4],
    [DATE, 8],
    [title.length, 22],
  ] as const) {
    shared.writeUInt16LE(value, place);
  }
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, title]);
  const rest = Buffer.alloc(14);
  // Made on Unix, so that the permissions behind it count.
  const made = Buffer.from([20, 3]);
  rest.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from('504b0102', 'hex'), made, shared, rest, title]);
  return { local, packed, central };
}

async function written(handle: FileHandle, at: number, ...parts: readonly Uint8Array[]): Promise<number> {
  let end = at;
  for (const part of parts) {
    await handle.writeFile(part);
    end += part.length;
  }
  if (end > 0xfffffffe) throw new RangeError('more than a ZIP without ZIP64 holds');
  return end;
}
