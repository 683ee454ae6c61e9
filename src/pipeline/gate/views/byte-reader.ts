/** Numbers and names in a file of fixed layout; reading past the end is a RangeError, so a cut file is never half read. */
export class ByteReader {
  readonly bytes: Uint8Array;
  private readonly data: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.data.getUint8(at);
  }

  u16(at: number, little = false): number {
    return this.data.getUint16(at, little);
  }

  u32(at: number, little = false): number {
    return this.data.getUint32(at, little);
  }

  /** Four letters, or any other name in ASCII. */
  name(at: number, length = 4): string {
    if (at + length > this.length) throw new RangeError('past the end');
    return latin1.decode(this.bytes.subarray(at, at + length));
  }

  slice(from: number, to: number): Uint8Array {
    if (from < 0 || to > this.length || from > to) throw new RangeError('past the end');
    return this.bytes.subarray(from, to);
  }
}

const latin1 = new TextDecoder('latin1');
