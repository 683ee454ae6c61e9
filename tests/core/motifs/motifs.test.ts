import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CRAFT_FAMILY_KEYS } from '#core/candidate/craft-family.ts';
import { motif, motifWords } from '#core/motifs/index.ts';
import { seeded } from '#core/motifs/seed.ts';
import { arc, type Box, circle, line, type Point, type Stroke } from '#core/motifs/stroke.ts';
import { pathsOf } from '#core/motifs/svg.ts';

const PORTRAIT: Box = { width: 400, height: 500 };
const FRAME: Box = { width: 1280, height: 720 };
const IDS = ['87zq6h2', '9n8jb9p', 'b3h45rp', 'bhzdpsp', 'frcp635', 'gbnq6wn', 'hbxrbg8', 'tcjx754'];

describe('the motif of a craft', () => {
  for (const family of CRAFT_FAMILY_KEYS) {
    it(`of ${motifWords(family)} is the same for the same person and another for another`, () => {
      const drawn = IDS.map((id) => JSON.stringify(motif(family, id, PORTRAIT)));
      assert.equal(new Set(drawn).size, IDS.length);
      assert.deepEqual(
        IDS.map((id) => JSON.stringify(motif(family, id, PORTRAIT))),
        drawn,
      );
    });

    it(`of ${motifWords(family)} fills a portrait and a frame with finite lines of few bytes`, () => {
      for (const box of [PORTRAIT, FRAME]) {
        for (const id of IDS) {
          const strokes = motif(family, id, box);
          const points = strokes.flatMap(placesOf);
          assert.ok(points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)));
          // Something in every ninth of the box: no motif leaves a hole where a portrait would have been.
          for (const row of [0, 1, 2]) {
            for (const column of [0, 1, 2]) {
              const isHere = ([x, y]: Point) =>
                Math.floor((x / box.width) * 3) === column && Math.floor((y / box.height) * 3) === row;
              assert.ok(points.some(isHere), `${family} ${id} ${row} ${column}`);
            }
          }
        }
      }
      const d = pathsOf(motif(family, '87zq6h2', PORTRAIT)).map((path) => path.d);
      assert.ok(gzipSync(d.join('')).length < 12_000, family);
    });
  }

  it('has a word of its own for every family', () => {
    const words = CRAFT_FAMILY_KEYS.map(motifWords);
    assert.equal(new Set(words).size, words.length);
    assert.equal(motifWords('welding'), '鱼鳞焊道');
  });

  it('of cross-stitch is alike in all four quarters', () => {
    const middles = motif('textile', 'gbnq6wn', PORTRAIT).map((stroke) => {
      assert.equal(stroke.kind, 'line');
      const [[x, y], [endX, endY]] =
        stroke.kind === 'line'
          ? (stroke.points as [Point, Point])
          : [
              [0, 0],
              [0, 0],
            ];
      return `${Math.abs((x + endX) / 2 - 200).toFixed(3)} ${Math.abs((y + endY) / 2 - 250).toFixed(3)}`;
    });
    const times = new Map<string, number>();
    for (const place of middles) times.set(place, (times.get(place) ?? 0) + 1);
    // Two strokes a cross; four crosses, two on an axis, one in the middle.
    for (const [place, count] of times) {
      const axes = place.split(' ').filter((one) => one === '0.000').length;
      assert.equal(count, 8 / 2 ** axes, place);
    }
  });
});

describe('the seed of a motif', () => {
  it('is FNV-1a of the word, stirred by mulberry32', () => {
    // 0xe40c292c is the FNV-1a of "a" in the authors' own test vectors; the rest is mulberry32 as T. Ettinger published it.
    let state = 0xe40c292c;
    const expected = Array.from({ length: 5 }, () => {
      let t = (state += 0x6d2b79f5);
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    });
    const random = seeded('a');
    assert.deepEqual(
      Array.from({ length: 5 }, () => random()),
      expected,
    );
  });
});

describe('the path of strokes', () => {
  it('puts all strokes of one pen into one path, in tenths of a unit', () => {
    const strokes: Stroke[] = [
      line(
        [
          [1, 2],
          [3.14, 2],
          [3.14, 0.5],
        ],
        1,
      ),
      circle([10, 10], 5, 2),
      arc([0, 0], 10, 0, Math.PI / 2, 1),
    ];
    assert.deepEqual(pathsOf(strokes), [
      { width: 1, d: 'M1 2l2.1 0l0-1.5M10 0A10 10 0 0 1 0 10' },
      { width: 2, d: 'M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10z' },
    ]);
  });

  it('never strays from a long line by rounding its steps', () => {
    const points = Array.from({ length: 400 }, (_, at): Point => [at * 1.2345, Math.sin(at / 7) * 33.333]);
    const d = pathsOf([line(points, 1)])[0]?.d ?? '';
    const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([one]) => Number(one));
    let pen: Point = [0, 0];
    d.slice(1)
      .split('l')
      .forEach((part, at) => {
        const [x = 0, y = 0] = numbers(part);
        pen = at === 0 ? [x, y] : [pen[0] + x, pen[1] + y];
        const [wantedX, wantedY] = points[at] ?? [0, 0];
        assert.ok(Math.abs(pen[0] - wantedX) <= 0.051 && Math.abs(pen[1] - wantedY) <= 0.051, String(at));
      });
  });
});

/** Points along a stroke, close enough to tell where it runs. */
function placesOf(stroke: Stroke): Point[] {
  if (stroke.kind === 'arc') {
    return Array.from({ length: 121 }, (_, at): Point => {
      const angle = stroke.from + ((stroke.to - stroke.from) * at) / 120;
      return [stroke.centre[0] + stroke.radius * Math.cos(angle), stroke.centre[1] + stroke.radius * Math.sin(angle)];
    });
  }
  return stroke.points.slice(1).flatMap((end, at) => {
    const from = stroke.points[at] ?? end;
    return Array.from({ length: 9 }, (_, part): Point => [
      from[0] + ((end[0] - from[0]) * part) / 8,
      from[1] + ((end[1] - from[1]) * part) / 8,
    ]);
  });
}
