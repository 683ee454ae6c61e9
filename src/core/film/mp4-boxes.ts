/** ISO/IEC 14496-12: a file of boxes, each with its size, its name and what is in it. Nothing here decodes a picture. */
export interface Box {
  name: string;
  /** Of its content, from the beginning of the bytes looked at. */
  from: number;
  to: number;
}

/** The boxes of a stretch; one that would reach past its end is a RangeError. */
export function boxesIn(bytes: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const { size, head, name } = boxHead(bytes, at, to);
    if (size < head || at + size > to) throw new RangeError('past the end');
    boxes.push({ name, from: at + head, to: at + size });
    at += size;
  }
  return boxes;
}

/** Size and name at a place; a size of 0 reaches to the end. */
export function boxHead(bytes: DataView, at: number, end: number): { size: number; head: number; name: string } {
  const short = bytes.getUint32(at);
  const name = String.fromCharCode(...[4, 5, 6, 7].map((index) => bytes.getUint8(at + index)));
  if (short === 1) return { size: Number(bytes.getBigUint64(at + 8)), head: 16, name };
  return { size: short === 0 ? end - at : short, head: 8, name };
}

export function boxNamed(boxes: readonly Box[], name: string): Box | undefined {
  return boxes.find((one) => one.name === name);
}

/** The box at the end of a path of names. */
export function boxAt(bytes: DataView, within: Box, ...path: string[]): Box | undefined {
  return path.reduce<Box | undefined>((box, name) => box && boxNamed(boxesIn(bytes, box.from, box.to), name), within);
}
