/** A TrueType font as far as drawing needs it: which characters it has, how wide they are, and their outlines. */
export interface Font {
  unitsPerEm: number;
  has(character: string): boolean;
  /** In font units. */
  advance(character: string): number;
  /** An SVG path in font units, the y axis pointing up. */
  outline(character: string): string;
}

/**
 * Reads the tables cmap (formats 4 and 12), head, maxp, hhea, hmtx, loca and glyf (ISO/IEC 14496-22).
 * @throws RangeError for a file that is no TrueType font with outlines
 */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new RangeError(`no table ${tag}`);
    return offset;
  };
  const head = at('head');
  const longOffsets = view.getInt16(head + 50) === 1;
  const glyphs = glyphNumbers(view, at('cmap'));
  const wide = view.getUint16(at('hhea') + 34);
  const [loca, glyf, hmtx] = [at('loca'), at('glyf'), at('hmtx')];
  const start = (glyph: number): number =>
    longOffsets ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const place = (glyph: number): Place | undefined => {
    const from = start(glyph);
    return start(glyph + 1) > from ? { view, at: glyf + from } : undefined;
  };
  const numberOf = (character: string): number => glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
  return {
    unitsPerEm: view.getUint16(head + 18),
    has: (character) => numberOf(character) !== 0,
    advance: (character) => view.getUint16(hmtx + Math.min(numberOf(character), wide - 1) * 4),
    outline: (character) => contoursOf(numberOf(character), place).map(pathOf).join(''),
  };
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    tables.set(tag, view.getUint32(record + 8));
  }
  return tables;
}

/** Code point → glyph, from the subtable that knows most: the full repertoire before the basic plane. */
function glyphNumbers(view: DataView, cmap: number): Map<number, number> {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const offset = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    return { offset, format: view.getUint16(offset) };
  });
  const full = subtables.find(({ format }) => format === 12);
  if (full) return groupsOf(view, full.offset);
  const basic = subtables.find(({ format }) => format === 4);
  if (!basic) throw new RangeError('no character map of format 4 or 12');
  return segmentsOf(view, basic.offset);
}

function groupsOf(view: DataView, at: number): Map<number, number> {
  const map = new Map<number, number>();
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    const [first, last, glyph] = [0, 4, 8].map((offset) => view.getUint32(record + offset)) as [number, number, number];
    for (let code = first; code <= last; code += 1) map.set(code, glyph + code - first);
  }
  return map;
}

function segmentsOf(view: DataView, at: number): Map<number, number> {
  const map = new Map<number, number>();
  const size = view.getUint16(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const [end, begin] = [view.getUint16(at + 14 + segment), view.getUint16(at + 16 + size + segment)];
    const delta = view.getUint16(at + 16 + 2 * size + segment);
    const rangeAt = at + 16 + 3 * size + segment;
    const range = view.getUint16(rangeAt);
    for (let code = begin; code <= end && code < 0xffff; code += 1) {
      const direct = range === 0 ? code : view.getUint16(rangeAt + range + (code - begin) * 2);
      if (range === 0 || direct !== 0) map.set(code, (direct + delta) & 0xffff);
    }
  }
  return map;
}

interface Place {
  view: DataView;
  at: number;
}

interface Point {
  x: number;
  y: number;
  on: boolean;
}

function contoursOf(glyph: number, place: (glyph: number) => Place | undefined, depth = 0): Point[][] {
  const found = place(glyph);
  if (!found || depth > 5) return [];
  const { view, at } = found;
  const count = view.getInt16(at);
  return count >= 0 ? simple(view, at + 10, count) : composite(view, at + 10, place, depth);
}

function simple(view: DataView, start: number, count: number): Point[][] {
  if (count === 0) return [];
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(start + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = start + count * 2;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & 8) for (let more = view.getUint8(at++); more > 0; more -= 1) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += view.getUint8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  const points = flags.map((flag, index): Point => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? -1) + 1, end + 1));
}

function composite(
  view: DataView,
  start: number,
  place: (glyph: number) => Place | undefined,
  depth: number,
): Point[][] {
  const contours: Point[][] = [];
  let at = start;
  for (let flags = 32; flags & 32;) {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    const words = (flags & 1) !== 0;
    const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += words ? 8 : 6;
    const scale = (): number => {
      const value = view.getInt16(at) / 16_384;
      at += 2;
      return value;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) a = d = scale();
    else if (flags & 64) [a, d] = [scale(), scale()];
    else if (flags & 128) [a, b, c, d] = [scale(), scale(), scale(), scale()];
    for (const contour of contoursOf(glyph, place, depth + 1)) {
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
    }
  }
  return contours;
}

/** Quadratic curves; between two points off the curve lies one on it. */
function pathOf(points: readonly Point[]): string {
  const first = Math.max(
    0,
    points.findIndex(({ on }) => on),
  );
  const [start, ...others] = [...points.slice(first), ...points.slice(0, first)];
  if (!start) return '';
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, on: true });
  const begin = start.on ? start : middle(others.at(-1) ?? start, start);
  const show = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;
  let path = `M${show(begin)}`;
  let control: Point | undefined;
  for (const point of start.on ? [...others, begin] : [start, ...others, begin]) {
    if (point.on) {
      path += control ? `Q${show(control)} ${show(point)}` : `L${show(point)}`;
      control = undefined;
    } else {
      if (control) path += `Q${show(control)} ${show(middle(control, point))}`;
      control = point;
    }
  }
  return `${path}Z`;
}
